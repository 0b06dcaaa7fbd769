extension Rule {
  /// Targets of the other protocol.
  static let targetServesProtocol = Rule(
    id: "VPC018",
    severity: .error,
    summary: "target that the API's protocol does not support",
    why: """
      VPC links of version 2, which lead to application load balancers and to Cloud Map, only work for HTTP APIs; a WebSocket API
      reaches a network load balancer through a link of version 1. The service targets are actions of HTTP APIs; a WebSocket
      API calls any action by its URI (`aws`). Only WebSocket APIs have `mock`.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::VpcLink; API Gateway's page on WebSocket integration requests",
    example: """
      vpcs:
        main:⟪→  {natGateways: 1}⟫
      ⟪
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      →
      functions:
        relay: {runtime: nodejs24.x, handler: index.handler, code: src/relay, vpc: main}
      ⟫
      apis:
        chat:
          type: websocket
          routes:
            $default: {⟪alb: ⟦web.http⟧ → lambda: relay⟫}
          stage: live
      """,
    check: { model, report in
      model.spec.targets.forEach { answering in
        if answering.isServed { return }
        let kind = answering.api.value.isWebSocket ? "a WebSocket" : "an HTTP"
        report.report(
          at: answering.mark, "\(kind) API does not support `\(answering.target.key)` targets",
          help: answering.target.integration.replacement)
      }
    })
}
