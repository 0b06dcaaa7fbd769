import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// Reports what stands where integrations of `resources` name a function, and is none.
  static func reportFunctionUris(_ spec: ResolvedSpec, _ report: inout Report) {
    let functions = spec.ownFunctionIds
    for integration in spec.rawIntegrations where integration.kind == "AWS_PROXY" && integration.isPrivate == false {
      if integration["IntegrationSubtype"] != nil { continue }
      guard let uri = integration["IntegrationUri"] else {
        if integration.isWhole {
          report.report(
            at: integration.resource.mark, "this integration names no function",
            help: "write its ARN as `IntegrationUri`, or an action as `IntegrationSubtype`")
        }
        continue
      }
      if case .ref(let id) = uri.value, functions.contains(id) {
        report.report(
          at: uri.mark, "`!Ref` gives the name of a function, not its ARN", help: "write `!GetAtt` with its `Arn`")
      } else if let text = integration.uri, !text.hasPrefix("$"), !text.hasPrefix("{"), !text.hasPrefix("arn:") {
        report.report(
          at: uri.mark, "\(Reader.quoted(text)) is not the ARN of a function",
          help: "one reads like `arn:aws:lambda:REGION:ACCOUNT:function:NAME`")
      } else if let text = uri.text, text.hasPrefix("arn:"), !text.mentions(":lambda:") {
        report.report(at: uri.mark, "this is not the ARN of a function", help: "actions of services have a subtype")
      }
    }
  }
}

extension ResolvedSpec {
  /// The logical ids of functions, those of `functions` and those of `resources`.
  fileprivate var ownFunctionIds: Set<String> {
    let own = createdFunctions.map { names.id(.function($0.element.name)) }
    let types: Set = ["AWS::Lambda::Function", "AWS::Serverless::Function"]
    return Set(own + names.resourceTypes.filter { types.contains($0.value) }.keys)
  }
}
