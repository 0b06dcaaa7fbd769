extension Rule {
  /// A mapping where CloudFormation has a list.
  static let responseParametersForm = Rule(
    id: "MAP014",
    severity: .error,
    summary: "`ResponseParameters` is not a list of `Destination` and `Source`",
    why: """
      Under each status code CloudFormation expects `ResponseParameters`, a list of `{Destination, Source}`. It rejects the
      mapping that the AWS CLI and Terraform use.
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
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == false {
        let inDocument = integration.resource.source == .document
        for response in integration["ResponseParameters"]?.members ?? [] where !response.isFunction {
          for flawed in misshapen(response) {
            report.report(
              at: flawed.key,
              inDocument ? "expected a mapping of changes" : "expected a list of `Destination` and `Source`",
              help: inDocument
                ? "write `{append:header.NAME: VALUE}` under the status code"
                : "write `ResponseParameters: [{Destination: append:header.NAME, Source: VALUE}]` under the status code"
            )
          }
        }
      }
    })

  /// Changes to one response that have another form.
  private static func misshapen(_ response: Model.Property) -> [Model.Property] {
    guard response.form == .mapping else { return [response] }
    let others = response.members.filter { $0.name != "ResponseParameters" }
    guard let changes = response["ResponseParameters"], !changes.isFunction else { return others }
    let isList = changes.items?.allSatisfy {
      $0.isFunction || Set($0.members.map(\.name)) == ["Destination", "Source"]
    }
    return isList ?? false ? others : others + [changes]
  }
}
