import SpecReading
import YAMLTree

/// Changes to responses as CloudFormation writes them.
extension Rule {
  /// Lists, not mappings.
  static let responseParametersForm = Rule(
    id: "MAP014",
    severity: .error,
    summary: "`ResponseParameters` that are no lists of `Destination` and `Source`",
    why: """
      Under each status CloudFormation takes `ResponseParameters`, a list of `{Destination, Source}`. The command line
      and Terraform write a mapping, which CloudFormation refuses.
      """,
    source: "CloudFormation's schema of AWS::ApiGatewayV2::Integration (ResponseParameters)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
            ResponseParameters:
              "404": {⟪⟦overwrite:statuscode⟧: "200" → ResponseParameters: [{Destination: overwrite:statuscode, Source: "200"}]⟫}
      """,
    check: { spec, report in
      func refuse(_ property: RawProperty) {
        report.report(
          at: property.key, "a response's changes are a list of `Destination` and `Source`",
          help: "write `{ResponseParameters: [{Destination: append:header.NAME, Source: VALUE}]}` under the status")
      }
      spec.forEachProperty("Integration", of: .http, ["ResponseParameters"]) { parameters in
        for response in parameters.members where !response.isFunction {
          guard response.form == .mapping else {
            refuse(response)
            continue
          }
          for member in response.members where member.name != "ResponseParameters" { refuse(member) }
          guard let changes = response["ResponseParameters"], !changes.isFunction else { continue }
          guard let items = changes.items else {
            refuse(changes)
            continue
          }
          for item in items where !item.isFunction && Set(item.members.map(\.name)) != ["Destination", "Source"] {
            refuse(changes)
          }
        }
      }
    })
}
