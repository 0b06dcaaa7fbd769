extension Rule {
  /// Targets that only APIs of the other protocol have.
  static let targetServesProtocol = Rule(
    id: "VPC018",
    severity: .error,
    summary: "a target that an API of this protocol cannot have",
    why: """
      VPC links of version 2, which lead to application load balancers and to Cloud Map, serve HTTP APIs alone: a
      WebSocket API reaches a network load balancer through a link of version 1. The service targets are actions that
      only HTTP APIs have; a WebSocket API calls any action by its URI (`aws`). Only WebSocket APIs answer by themselves
      (`mock`).
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
    check: { spec, report in
      spec.targets.forEach { answering in
        if answering.isServed { return }
        let kind = answering.api.value.isWebSocket ? "a WebSocket" : "an HTTP"
        report.report(
          at: answering.mark, "\(kind) API has no `\(answering.target.key)` targets",
          help: instead(of: answering.target))
      }
    })

  private static func instead(of target: Target) -> String {
    switch target {
    case .mock: "let a function answer (`lambda: NAME`); a WebSocket API says `type: websocket`"
    case .alb, .cloudMap:
      "it reaches a network load balancer (`nlb`), through a VPC link of version 1; or let a function answer"
    case .sqs: "write `aws: sqs:path/ACCOUNT/QUEUE`, with what it may do in `allow`; or let a function answer"
    case .eventBridge: "write `aws: events:action/PutEvents`, with what it may do in `allow`; or let a function answer"
    case .stepFunctions:
      "write `aws: states:action/StartExecution`, with what it may do in `allow`; or let a function answer"
    case .kinesis: "write `aws: kinesis:action/PutRecord`, with what it may do in `allow`; or let a function answer"
    default: "let a function answer (`lambda: NAME`), which calls what is meant here"
    }
  }
}
