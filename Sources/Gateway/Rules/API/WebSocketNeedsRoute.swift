extension Rule {
  /// A stage cannot be deployed from nothing.
  static let webSocketNeedsRoute = Rule(
    id: "API020",
    severity: .error,
    summary: "a deployment of a WebSocket API without routes",
    why: """
      A deployment is made of an API's routes, and with none AWS refuses it: "At least one route is required before
      deploying the Api". A stage that deploys by itself waits for the first one.
      """,
    source: "public reports of API Gateway's message",
    example: """
      ⟪→
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      ⟫
      apis:
        ⟦chat⟧:
          type: websocket
          ⟪→
          routes:
            $default: chat
          ⟫
          autoDeploy: false
          stage: live
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where api.value.isWebSocket {
        guard case .created = api.value.form, api.value.routes.isEmpty, api.value.hasDeployment, spec.isWhole(api.mark),
          !spec.hasRaw("Route", of: api)
        else { continue }
        report.report(
          at: api.mark, "the WebSocket API `\(api.name)` has no routes, so it cannot be deployed",
          help: "write some in `routes`, such as `$default: FUNCTION`")
      }
      for deployment in spec.rawGateway("Deployment", of: .websocket) {
        guard let api = spec.rawApis[deployment], api.isComplete, spec.isWhole(api.mark),
          spec.rawRoutes[deployment].isEmpty,
          !spec.rawGateway("Route").contains(where: { $0.apiKey == nil || $0.apiKey == deployment.apiKey })
        else { continue }
        report.report(
          at: deployment.mark, "the WebSocket API `\(api.name)` has no routes, so it cannot be deployed",
          help: "write an `AWS::ApiGatewayV2::Route`, and name it under `DependsOn`")
      }
    })
}

extension Api {
  /// Whether a stage of it is deployed from what the API is now, and not by itself.
  var hasDeployment: Bool {
    resolvedStages.contains { stage in
      !stage.exists && (stage.value?.stageOptions.autoDeploy ?? stageOptions.autoDeploy)?.literal == false
    }
  }
}
