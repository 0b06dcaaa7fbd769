import SpecReading

extension Rule {
  /// The form of the event or request.
  static let payloadFormatOfHttpApi = Rule(
    id: "INT003",
    severity: .error,
    summary: "HTTP API integration without `PayloadFormatVersion`",
    why: """
      API Gateway requires `PayloadFormatVersion` on every integration of an HTTP API: "PayloadFormatVersion is a required
      parameter for integration". Lambda functions take `2.0` or `1.0`, everything else takes `1.0`.
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
    check: { model, report in
      for integration in model.lacking("PayloadFormatVersion", of: .integration) {
        let isFunction =
          integration["IntegrationType"]?.text == "AWS_PROXY" && integration["IntegrationSubtype"] == nil
        report.report(
          at: integration.mark, "an HTTP API integration needs `\(integration.words("PayloadFormatVersion"))`",
          help: "write " + integration.setting("PayloadFormatVersion", isFunction ? "\"2.0\"" : "\"1.0\""))
      }
    })

  /// The method of a request.
  static let methodOfHttpIntegration = Rule(
    id: "INT006",
    severity: .error,
    summary: "`HTTP_PROXY` integration without `IntegrationMethod`",
    why: """
      API Gateway must know the method with which it calls the URL. Otherwise it rejects the integration: "HttpMethod
      parameter method must be specified for integrationType HTTPPROXY".
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
    check: { model, report in
      for integration in model.lacking("IntegrationMethod", of: .integration) {
        report.report(
          at: integration.mark, "an `HTTP_PROXY` integration needs `\(integration.words("IntegrationMethod"))`",
          help: "write \(integration.setting("IntegrationMethod", "ANY")) to keep the method of the request")
      }
    })

  /// Version 2.0 of the event on other integrations than functions of HTTP APIs.
  static let payloadFormatOfWebSocket = Rule(
    id: "INT004",
    severity: .error,
    summary: "payload format version 2.0 where only 1.0 is supported",
    why: """
      Only Lambda functions of HTTP APIs support payload format version `2.0`. API Gateway rejects it elsewhere: "Unsupported
      PayloadFormatVersion: 2.0". The events of WebSocket APIs have one format.
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: websocket-payload-version)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat⟪, payloadFormatVersion: ⟦2.0⟧ →⟫}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.integrations {
        guard let version = integration["PayloadFormatVersion"], version.text == "2.0" else { continue }
        if integration.isWebSocket == true {
          report.report(
            at: version, "a WebSocket API does not support payload format version `2.0`",
            help: "remove `\(version.word)`")
        } else if integration.type == "HTTP_PROXY" || integration["IntegrationSubtype"] != nil {
          report.report(
            at: version, "only Lambda functions support payload format version `2.0`", help: "write `\"1.0\"`")
        }
      }
    })
}
