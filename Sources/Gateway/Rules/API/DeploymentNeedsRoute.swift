extension Rule {
  /// A deployment without routes.
  static let deploymentNeedsRoute = Rule(
    id: "API020",
    severity: .error,
    premise: .spec,
    summary: "API without routes has a deployment",
    why: """
      A deployment needs the routes of an API. Without any, AWS rejects it: "At least one route is required before
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
    check: { model, report in
      for api in model.apis.all where api.isComplete && api.routes.isEmpty {
        guard let deployment = api.deployments.first, model.spec.isWhole(api.mark), !model.hasStray("Route", of: api)
        else { continue }
        report.report(
          at: deployment.isRaw ? deployment.mark : api.mark,
          "the API `\(api.name)` has no routes, so it cannot be deployed",
          help: deployment.isRaw
            ? "add an `AWS::ApiGatewayV2::Route`, and name it in `DependsOn`"
            : "write some in `routes`, such as `\(api.isWebSocket == true ? "$default" : "GET /books"): FUNCTION`")
      }
    })
}

extension Model {
  /// Whether a part of some API is of an API that is not known, so that it may belong to any, or a loop makes some.
  func hasStray(_ type: String, of api: Api) -> Bool {
    hasUnseenResources
      || resources(type).contains {
        // A logical ID as a text is an error of its own.
        $0.apiKey == nil || $0.apiKey == api.key || $0["ApiId"].map { $0.text == api.resource?.id } ?? false
      }
  }
}

extension Model.Api {
  /// Its deployments.
  var deployments: [Model.Resource] {
    resource.map { own in own.model.resources("Deployment").filter { $0.apiKey == key } } ?? []
  }

  /// Whether it is deployed as it is now, and not automatically.
  var hasDeployment: Bool { !deployments.isEmpty }
}
