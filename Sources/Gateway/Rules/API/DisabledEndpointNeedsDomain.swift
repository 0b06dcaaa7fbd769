import CloudFormation

extension Rule {
  /// An API without an address.
  static let disabledEndpointNeedsDomain = Rule(
    id: "API018",
    severity: .note,
    premise: .spec,
    summary: "API with a disabled default endpoint and without a domain",
    why: """
      With its default endpoint disabled, an API is reachable through custom domains only. Without one it cannot be called.
      """,
    source: "API Gateway's page on the default endpoint of HTTP APIs",
    example: """
      ⟪→
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: ⟦true⟧
          ⟪→
          domain: api.example.com
          ⟫
      """,
    check: { model, report in
      if model.hasUnknownMappings { return }
      let mapped = Set(model.resources("ApiMapping").map(\.apiKey))
      let marks = Set(model.spec.mappings.map(\.api.mark))
      for api in model.apis.all where model.spec.isWhole(api.mark) {
        guard let disabled = api.endpointSetting, disabled.isWritten, disabled.bool == true,
          !mapped.contains(api.key), !marks.contains(api.mark)
        else { continue }
        report.report(
          at: disabled,
          "the default endpoint of `\(api.name)` is disabled, and no domain leads to it: it cannot be called",
          help: api.element == nil
            ? "add an `AWS::ApiGatewayV2::ApiMapping`, or remove this"
            : "write `domain: HOST` on it or on a stage, or remove this")
      }
    })
}

extension Model {
  /// Whether there is a mapping whose API is not known.
  fileprivate var hasUnknownMappings: Bool {
    hasUnseenResources || resources("ApiMapping").contains { $0.apiKey == nil }
  }
}
