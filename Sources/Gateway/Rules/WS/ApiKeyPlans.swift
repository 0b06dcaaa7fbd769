import CloudFormation

extension Rule {
  static let keyWithoutPlan = Rule(
    id: "WS035",
    severity: .warning,
    premise: .spec,
    summary: "API key required on a stage without a usage plan",
    why: """
      An API key is valid on the stages of its usage plans. On a stage without a usage plan every connection that needs a
      key is rejected with 403.
      """,
    source: "API Gateway's page on usage plans and API keys",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, apiKeyRequired: ⟦true⟧}
            $disconnect: chat
            $default: chat
          stage: live
      ⟪→
      apiKeys:
        partner:
      usagePlans:
        basic: {stages: chat.live, keys: partner}
      ⟫
      """,
    check: { model, report in
      let routes = model.apis.messageRoutes.filter { $0.name == "$connect" && $0["ApiKeyRequired"]?.bool == true }
      guard !routes.isEmpty, let covered = model.stagesOfPlans else { return }
      for route in routes {
        // An imported API may have plans elsewhere.
        guard let api = route.api, api.resource != nil, let required = route["ApiKeyRequired"],
          let stage = api.stages.first(where: { stage in
            let names = [.ref(stage.resource.id), stage.resource.record.properties["StageName"]].compactMap { $0 }
            return !names.contains { covered.contains([api.key, $0]) }
          })
        else { continue }
        report.report(
          at: required, "the stage `\(stage.name)` is not in a usage plan, so no API key is valid on it",
          help: stage.resource.isRaw
            ? "add the stage to the `ApiStages` of an `AWS::ApiGateway::UsagePlan`"
            : "add `\(api.name).\(stage.name)` to the `stages` of one of `usagePlans`")
      }
    })

  static let keyOfNoAuthorizer = Rule(
    id: "WS043",
    severity: .warning,
    summary: "API key of an authorizer on a route without an authorizer",
    why: """
      `$context.authorizer.usageIdentifierKey` is the API key that a Lambda authorizer returns. A route without one has no key, so that every
      connection is rejected with 403.
      """,
    source: "API Gateway's page on API key sources",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apiKeys:
        partner:
      usagePlans:
        basic: {stages: chat.live, keys: partner}
      apis:
        chat:
          type: websocket
          apiKeySelectionExpression: ⟦$context.authorizer.usageIdentifierKey → $request.header.x-api-key⟧
          routes:
            $connect: {lambda: chat, auth: none, apiKeyRequired: true}
            $disconnect: chat
            $default: chat
          stage: live
      """,
    check: { model, report in
      for route in model.apis.messageRoutes where route.name == "$connect" && route["ApiKeyRequired"]?.bool == true {
        guard let expression = route.api?.resource?["ApiKeySelectionExpression"], let text = expression.text,
          text.hasPrefix("$context.authorizer."), let type = route.authorizationType, type != "CUSTOM"
        else { continue }
        report.report(
          at: expression, "`$connect` has no authorizer that returns an API key",
          help: "use `$request.header.x-api-key`, or set an authorizer on `$connect`")
      }
    })
}

extension Model {
  /// The API and the stage of each stage of a usage plan; nil where not all are known.
  fileprivate var stagesOfPlans: Set<[Value]>? {
    // A name that is not found may be meant for any stage.
    let named = names.spec.usagePlans.flatMap { $0.value.stages?.items ?? [] }
    if named.contains(where: { names.find(.stage, $0) == nil }) { return nil }
    var found: Set<[Value]> = []
    for plan in resources("AWS::ApiGateway::UsagePlan") {
      guard let stages = plan["ApiStages"] else { continue }
      guard let items = stages.items else { return nil }
      for stage in items.flatMap(\.branches) {
        guard let api = stage["ApiId"]?.value, let name = stage["Stage"]?.value else { return nil }
        // A stage that does not exist may be meant for any.
        if let text = name.text, let names = apis[api]?.stageNames, !names.contains(text) { return nil }
        found.insert([api, name])
      }
    }
    return found
  }
}
