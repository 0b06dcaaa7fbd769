import CloudFormation
import SpecReading
import TextSearch

extension Model {
  /// Calls `body` with each value of a policy template of SAM that makes an ARN of nothing: an ARN or a URL in place of a
  /// name, a name in place of an ARN, a slash too many.
  func forEachFlawOfTemplates(_ body: (Given<String>, Flaw) -> Void) {
    for element in names.spec.functions {
      guard case .created(let function) = element.value.form else { continue }
      for policy in (function.policies?.items ?? []).flatMap({ $0.values }) {
        guard case .template(let written)? = policy.form else { continue }
        for parameter in written.parameters {
          if let flaw = flaw(of: parameter, in: written.policy) { body(parameter.value, flaw) }
        }
      }
    }
  }

  /// The same for functions of SAM, where a name is given by a function.
  func forEachFlawOfServerlessTemplates(_ body: (Property, Flaw) -> Void) {
    for function in resources("AWS::Serverless::Function") {
      for policy in function["Policies"].map({ $0.items ?? [$0] }) ?? [] {
        for parameter in policy.members.flatMap(\.members) where parameter.name.hasSuffix("Name") {
          guard parameter.isWritten, let (message, _) = flaw(ofName: parameter.value), let id = parameter.target else {
            continue
          }
          let attributes = resource(id).flatMap { ResourceType.named($0.type)?.attributeNames } ?? []
          let name = attributes.first { $0 == parameter.name || $0 == "Name" }
          body(parameter, (message, name.map { "write `!GetAtt \(id).\($0)`" }))
        }
      }
    }
  }

  private func flaw(of parameter: Named<Given<String>>, in policy: SamPolicy) -> Flaw? {
    switch parameter.value.content {
    case .literal(let text): flaw(of: text, as: parameter.name, in: policy)
    case .intrinsic(let node): parameter.name.hasSuffix("Name") ? flaw(ofName: spec.values.value(node)) : nil
    }
  }

  private func flaw(of text: String, as name: String, in policy: SamPolicy) -> Flaw? {
    if name.hasSuffix("Name"), text.hasPrefix("arn:") {
      let last = text.utf8.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }.last.map {
        String(Substring($0))
      }
      return ("`\(name)` is a name, not an ARN", last.map { "write `\($0)`" })
    }
    if name == "ParameterName", text.hasPrefix("/"), policy.name.description != "SSMParameterWithSlashPrefixReadPolicy"
    {
      return ("the name of a parameter has no slash in front here", "write `\(text.dropFirst())`")
    }
    if name.hasSuffix("Arn"), !text.hasPrefix("arn:"), !text.mentions("{"), !spec.values.isPlace(text),
      names.resourceTypes[text] == nil
    {
      return ("\(Reader.quoted(text)) is not an ARN", "write the ARN, or the logical ID of a resource")
    }
    return nil
  }

  /// The same for a function that gives the URL or the ARN of a resource of the template, not its name.
  private func flaw(ofName value: Value) -> Flaw? {
    let (id, words): (String, String)
    switch value {
    case .getAtt(let target, let attribute) where attribute.hasSuffix("Arn") || attribute.hasSuffix("Url"):
      (id, words) = (target, "`!GetAtt` gives the `\(attribute)`")
    case .ref(let target):
      switch resource(target).flatMap({ ResourceType.named($0.type)?.ref }) {
      case .url: (id, words) = (target, "`!Ref` gives the URL")
      case .arn: (id, words) = (target, "`!Ref` gives the ARN")
      default: return nil
      }
    default: return nil
    }
    return resource(id) == nil ? nil : ("\(words) of `\(id)`, not its name", "write the logical ID: `\(id)`")
  }
}
