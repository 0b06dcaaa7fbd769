import SpecReading

/// What integrations of `resources` need, and what the language writes of itself.
extension Rule {
  /// The form of events.
  static let payloadFormatOfHttpApi = Rule(
    id: "INT003",
    severity: .error,
    summary: "an integration of an HTTP API without `PayloadFormatVersion`",
    why: """
      AWS wants every integration of an HTTP API to say which form its events have ("PayloadFormatVersion is a required
      parameter for integration"): `2.0` or `1.0` for functions, `1.0` for everything else.
      """,
    source: "API Gateway's CreateIntegration (PayloadFormatVersion)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Shop⟧:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            ⟪→
            PayloadFormatVersion: "1.0"
            ⟫
      """,
    check: { spec, report in
      for integration in spec.lacking("PayloadFormatVersion", of: .integration) {
        let isFunction =
          integration["IntegrationType"]?.text == "AWS_PROXY" && integration["IntegrationSubtype"] == nil
        report.report(
          at: integration.mark, "an integration of an HTTP API needs `PayloadFormatVersion`",
          help: "write `PayloadFormatVersion: \"\(isFunction ? "2.0" : "1.0")\"`")
      }
    })

  /// How a URL is called.
  static let methodOfHttpIntegration = Rule(
    id: "INT006",
    severity: .error,
    summary: "an `HTTP_PROXY` integration without `IntegrationMethod`",
    why: """
      AWS has to know by which method it calls the URL: "HttpMethod parameter method must be specified for
      integrationType HTTPPROXY".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: http-proxy-integration-method)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Shop⟧:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            ⟪→
            IntegrationMethod: ANY
            ⟫
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """,
    check: { spec, report in
      for integration in spec.lacking("IntegrationMethod", of: .integration) {
        report.report(
          at: integration.mark, "an `HTTP_PROXY` integration needs `IntegrationMethod`",
          help: "write `IntegrationMethod: ANY`, which passes on the request's own")
      }
    })

  /// How long API Gateway waits.
  static let integrationTimeout = Rule(
    id: "INT007",
    severity: .error,
    summary: "a timeout outside of 50 ms to 30 s",
    why: "An HTTP API waits for its targets from 50 milliseconds to 30 seconds, and that cannot be raised.",
    source: "API Gateway's quotas; found by deployments (cdk-preflight: integration-timeout-range)",
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
            TimeoutInMillis: ⟦60000 → 30000⟧
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations {
        // That a WebSocket API waits a second less is told by itself.
        if let timeout = integration["TimeoutInMillis"] { check(timeout, isWebSocket: integration.isWebSocket) }
      }
      spec.documents.forEachProperty(PropertyPath("Integration", "TimeoutInMillis")) { check($0, isWebSocket: false) }
      func check(_ timeout: RawProperty, isWebSocket: Bool?) {
        guard let length = timeout.number, length < 50 || (length > 30_000 && isWebSocket != true) else { return }
        report.report(
          at: timeout.mark, "API Gateway does not wait for \(length) milliseconds", help: "write 50 to 30000")
      }
    })
}
