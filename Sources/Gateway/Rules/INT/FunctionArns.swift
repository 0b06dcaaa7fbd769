import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// What stands where a function is wanted.
  static let functionArn = Rule(
    id: "INT033",
    severity: .error,
    summary: "an ARN that is no function's, where a function is wanted",
    why: """
      A route calls a Lambda function, an alias or a version of one, by its own ARN. The URI by which API Gateway calls it,
      `arn:aws:apigateway:…/invocations`, is made from that.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Integration (IntegrationUri)",
    example: """
      apis:
        store:
          routes:
            GET /books: {lambda: "⟦arn:aws:lambda:eu-west-1:111122223333:⟪→ function:⟫books⟧"}
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      func check(_ given: Given<String>) {
        guard let text = given.literal, text.hasPrefix("arn:"), let (message, help) = Arn(text).flawAsFunction(text),
          seen.insert(given.mark).inserted
        else { return }
        report.report(at: given.mark(of: text.startIndex..<text.endIndex), message, help: help)
      }
      for element in spec.names.spec.functions {
        if case .imported(let function) = element.value.form { check(function.arn) }
      }
      spec.forEachTarget { answering in
        if case .lambda(let target) = answering.target { check(target.name) }
      }
      reportFunctionUris(spec, &report)
    })

  /// A permission that only another stack can give.
  static let functionOfOtherRegion = Rule(
    id: "INT034",
    severity: .error,
    summary: "functions of several regions, to which one template cannot give permissions",
    why: """
      The permission to call a function stands in the function's own region. A stack writes it in the region that it is
      deployed to, where a function of another region is not found, and the deployment fails.
      """,
    source: "Lambda's AddPermission, found by deployments (cdk-preflight: lambda-perm-cross-region-function)",
    example: """
      ⟪→
      functions:
        authors:
          arn: arn:aws:lambda:us-east-1:111122223333:function:authors
          lambdaPermissions: none
      ⟫
      apis:
        store:
          routes:
            GET /books: arn:aws:lambda:eu-west-1:111122223333:function:books
            GET /authors: ⟦arn:aws:lambda:us-east-1:111122223333:function:authors → authors⟧
      """,
    check: { spec, report in
      let functions = spec.calledFunctions().filter { !$0.isOpen && !Arn($0.arn).region.isEmpty }
      guard !functions.isEmpty else { return }
      // The stack's own region is told by what it reaches through a VPC link; else most likely by most of the functions.
      let regions = Dictionary(grouping: functions) { Arn($0.arn).region }
      let most = regions.values.map(\.count).max()
      guard
        let own = spec.privateTargetArn
          ?? functions.first(where: { regions[Arn($0.arn).region]?.count == most }).map({ ($0.arn, $0.mark) })
      else { return }
      for function in functions where Arn(function.arn).region != Arn(own.arn).region {
        report.report(
          at: function.mark, "this function is of another region, so its permission cannot be written here",
          related: [Related(message: "this is of the region \(Arn(own.arn).region)", mark: own.mark)],
          help: """
            name it in `functions` with `lambdaPermissions: none`, and let its region run
            aws lambda add-permission --region \(Arn(function.arn).region) --function-name \(function.arn) \
            --statement-id api-gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
            --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/\(function.calls)'
            """)
      }
    })
}

extension Arn {
  /// What is wrong with it as a function's, and what to write.
  func flawAsFunction(_ text: String) -> (message: String, help: String?)? {
    guard service == "lambda", resource.hasPrefix("function:"), resource.utf8.count > "function:".utf8.count else {
      if let start = text.firstRange(of: "/functions/"), let end = text.firstRange(of: "/invocations") {
        return ("this is the URI by which a function is called", "write `\(text[start.upperBound..<end.lowerBound])`")
      }
      return ("this is not the ARN of a function", "it reads like `arn:aws:lambda:REGION:ACCOUNT:function:NAME`")
    }
    let own = Partition.name(ofRegion: region)
    guard region.contains("-"), partition.hasPrefix("aws"), own != partition else { return nil }
    return ("no function has this ARN: \(Reader.quoted(region)) is a region of `\(own)`", "write `arn:\(own):…`")
  }
}

extension ResolvedSpec {
  /// The first listener or service by its ARN behind a VPC link, which is of the API's own region.
  fileprivate var privateTargetArn: (arn: String, mark: Mark)? {
    var found: (String, Mark)?
    forEachPrivateTarget { _, target in
      guard found == nil, let text = target.name.literal, text.hasPrefix("arn:"), !Arn(text).region.isEmpty else {
        return
      }
      found = (text, target.name.mark)
    }
    return found
  }
}
