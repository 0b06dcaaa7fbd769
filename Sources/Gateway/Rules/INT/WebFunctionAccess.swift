import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// An endpoint that only takes signed requests.
  static let webFunctionAccess = Rule(
    id: "INT045",
    severity: .error,
    summary: "web function endpoint with IAM authorization behind an API",
    why: """
      An endpoint with `AuthType: IamAuth` only accepts requests that are signed with AWS Signature Version 4. HTTP integrations
      do not sign requests, so every call is answered with 403.
      """,
    source: "Lambda's page on access control of web function endpoints",
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
        guard let uri = integration["IntegrationUri"] else { continue }
        var endpoint: Model.Resource?
        uri.value.forEachReference { id in
          if let resource = model.resource(id), resource.type == "AWS::Lambda::WebFunctionEndpoint" {
            endpoint = resource
          }
        }
        guard let endpoint, let type = endpoint["AuthType"], type.text == "IamAuth" else { continue }
        report.report(
          at: uri, "the endpoint `\(endpoint.name)` only accepts signed requests",
          related: [Related(message: "its authorization", mark: type.mark)],
          help: "set `AuthType: ApplicationManaged`, and let the API or the function authorize requests")
      }
    })
}
