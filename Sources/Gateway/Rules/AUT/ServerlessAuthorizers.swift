import SpecReading

/// Authorizers of AWS SAM's HTTP APIs.
extension Rule {
  static let serverlessAuthorizerPermission = Rule(
    id: "AUT048",
    severity: .error,
    summary: "Lambda authorizer of a SAM HTTP API without permission to call its function",
    why: """
      AWS SAM writes permissions for the events of a function, but not for the function of an HTTP API's authorizer, unless
      `EnableFunctionDefaultPermissions` is `true`. Without it, clients get status 500, and the deployment succeeds.
      """,
    source: "AWS SAM's specification, LambdaAuthorizer of HttpApi",
    example: serverless(
      "{AuthorizerPayloadFormatVersion: \"2.0\", ⟪→ EnableFunctionDefaultPermissions: true, ⟫"
        + "FunctionArn: ⟦!GetAtt Books.Arn⟧}", "users"),
    check: { model, report in
      if model.hasUnseenResources || model.spec.hasConnectors { return }
      let apis = model.serverlessApis
      if apis.isEmpty { return }
      let table = model.functionTable
      let permitted = model.permissions.map { $0["FunctionName"].map { table.reference($0.value)?.function } ?? nil }
      // One of them may be for any function.
      if permitted.contains(nil) { return }
      for authorizer in apis.flatMap({ $0.isWebSocket ? [] : $0["Auth"]?["Authorizers"]?.members ?? [] }) {
        guard let arn = authorizer["FunctionArn"], let function = table.reference(arn.value)?.function,
          table.marks[function] != nil, !permitted.contains(function), authorizer["FunctionInvokeRole"] == nil,
          authorizer["EnableFunctionDefaultPermissions"].map({ $0.value == .bool(false) }) ?? true
        else { continue }
        report.report(
          at: arn, "AWS SAM gives the API no permission to call this function",
          help: "add `EnableFunctionDefaultPermissions: true` to the authorizer")
      }
    })

  static let serverlessAuthorizerName = Rule(
    id: "AUT049",
    severity: .error,
    premise: .spec,
    summary: "authorizer that a SAM HTTP API does not define",
    why: """
      AWS SAM rejects the template: "Unable to set Authorizer [NAME] on API method [get] for path [/books] because it wasn't
      defined in the API's Authorizers".
      """,
    source: "AWS SAM's specification, HttpApiFunctionAuth; aws-sam-translator 1.115",
    example: serverless(
      "{IdentitySource: $request.header.Authorization, "
        + "JwtConfiguration: {issuer: \"https://issuer.example.com\", audience: [web]}}", "⟦user → users⟧"),
    check: { model, report in
      for api in model.serverlessApis {
        guard ServerlessAuth(api).isKnown else { continue }
        var names = api["Auth"]?["Authorizers"]?.members.map(\.name) ?? []
        // SAM compares with the boolean: `"true"` enables nothing.
        let switchOfIam = api["Auth"]?["EnableIamAuthorizer"]
        if let switchOfIam, switchOfIam.isFunction || switchOfIam.value == .bool(true) { names.append(iam) }
        check(api["Auth"]?["DefaultAuthorizer"], among: names, &report)
        for route in api.events { check(route.event["Properties"]?["Auth"]?["Authorizer"], among: names, &report) }
      }
    })

  private static let iam = "AWS_IAM"

  private static func check(_ property: Model.Property?, among names: [String], _ report: inout Report) {
    guard let property, let name = property.text, !names.contains(name), name != "NONE" else { return }
    if name == iam {
      return report.report(
        at: property, "the API does not enable the authorizer `AWS_IAM`",
        help: "add `EnableIamAuthorizer: true` to `Auth` of the API")
    }
    report.report(
      at: property, "the API does not define the authorizer \(Reader.quoted(name))",
      help: Suggestion.help(for: name, among: names + ["NONE"]))
  }

  private static func serverless(_ authorizer: String, _ name: String) -> String {
    """
    transform: AWS::Serverless-2016-10-31
    resources:
      Store:
        Type: AWS::Serverless::HttpApi
        Properties:
          Auth:
            Authorizers:
              users: \(authorizer)
      Books:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs24.x
          Handler: index.handler
          InlineCode: "exports.handler = async () => ({statusCode: 200})"
          Events:
            List: {Type: HttpApi, Properties: {ApiId: !Ref Store, Path: /books, Method: GET, Auth: {Authorizer: \(name)}}}
    """
  }
}
