import CloudFormation

extension Rule {
  /// An API without an address.
  static let disabledEndpointNeedsDomain = Rule(
    id: "API018",
    severity: .note,
    summary: "an API that is closed at its default endpoint and has no domain",
    why: """
      With its default endpoint closed, an API is reached through its own domains alone. Without one nobody can call it.
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
    check: { spec, report in
      let written = spec.rawResources("AWS::ApiGatewayV2::ApiMapping").compactMap { $0["ApiId"]?.value }
      for api in spec.names.spec.apis {
        guard case .created(let created) = api.value.form, let disabled = created.disableExecuteApiEndpoint,
          disabled.literal == true, !spec.mappings.contains(where: { $0.api.mark == api.mark }),
          !written.contains(.ref(spec.names.id(.api(api.name)))), spec.isWhole(api.mark)
        else { continue }
        report.report(
          at: disabled.mark,
          "the default endpoint of `\(api.name)` is closed, and no domain leads to it: nobody can call it",
          help: "write `domain: HOST` on it or on a stage, or leave this out")
      }
    })
}
