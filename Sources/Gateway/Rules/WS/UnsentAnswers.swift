extension Rule {
  static let unsentAnswer = Rule(
    id: "WS039",
    severity: .warning,
    summary: "integration response that is never sent",
    why: """
      An integration response with a template makes an answer. Only a route with a route response sends it to the client;
      otherwise it is discarded.
      """,
    source: "API Gateway's page on two-way communication of WebSocket APIs; aws-cdk#19037",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              mock: true
              requestTemplates: '{"statusCode": 200}'
              ⟪→
              returnResponse: true
              ⟫
              integrationResponses: {$default: {templates: ⟦'{"action": "pong"}'⟧}}
          stage: live
      """,
    check: { model, report in
      let responses = model.responses
      if responses.isAnyRouteUnknown { return }
      for integration in model.apis.messageIntegrations {
        // What is made for `$connect` may be meant for the handshake.
        let routes = integration.routes.filter { !($0.key?.isReserved("connect") ?? false) }
        guard !routes.isEmpty, integration.isProxy == false,
          routes.allSatisfy({
            $0.key != nil && $0.resource.lacks("RouteResponseSelectionExpression") && responses.of($0).isEmpty
          })
        else { continue }
        let names = routes.compactMap { $0.key.map { "`\($0.text)`" } }
        let owner = names.count == 1 ? "the route \(names[0])" : "its routes"
        for response in responses.of(integration) {
          guard let template = response["ResponseTemplates"]?.members.first else { continue }
          report.report(
            at: template, "this answer is never sent to the client",
            help: response.isRaw
              ? "add a route response and `RouteResponseSelectionExpression: $default` to \(owner)"
              : "add `returnResponse: true` to \(owner)")
        }
      }
    })
}
