import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// An endpoint that only takes signed requests.
  static let webFunctionAccess = Rule(
    id: "INT045",
    severity: .error,
    summary: "web function endpoint or function URL with IAM authorization behind an API",
    why: """
      An endpoint with `AuthType: IamAuth`, or a function URL with `AWS_IAM`, only accepts requests that are signed with AWS
      Signature Version 4. HTTP integrations do not sign requests, so every call is answered with 403.
      """,
    source: "Lambda's pages on access control of web function endpoints and of function URLs",
    example: """
      resources:
        App: {Type: AWS::Lambda::WebFunction, Properties: {FunctionName: app}}
        Live:
          Type: AWS::Lambda::WebFunctionEndpoint
          Properties:
            FunctionName: app
            EndpointName: live
            EndpointType: HomeRegion
            AuthType: ⟪IamAuth → ApplicationManaged⟫
          DependsOn: App
      apis:
        store:
          routes:
            $default: {webFunction: ⟦Live⟧}
      """,
    check: { model, report in
      for integration in model.apis.integrations {
        guard let uri = integration["IntegrationUri"],
          let endpoint = uri.value.firstReference(where: { authorizations[model.resource($0)?.type ?? ""] != nil })
            .flatMap(model.resource),
          let type = endpoint["AuthType"], let known = authorizations[endpoint.type], type.text == known.word
        else { continue }
        report.report(
          at: uri, "the \(known.kind) `\(endpoint.name)` only accepts signed requests",
          related: [Related(message: "its authorization", mark: type.mark)],
          help: known.help)
      }
    })

  /// The endpoints of functions, each with the `AuthType` of signed requests, and what to do instead.
  private static let authorizations: [String: (kind: String, word: String, help: String)] = [
    "AWS::Lambda::WebFunctionEndpoint": (
      "endpoint", "IamAuth", "set `AuthType: ApplicationManaged`, and let the API or the function authorize requests"
    ),
    "AWS::Lambda::Url": ("function URL", "AWS_IAM", "integrate the function itself, without its URL"),
  ]
}
