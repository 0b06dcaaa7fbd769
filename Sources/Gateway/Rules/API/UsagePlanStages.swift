import SpecReading
import YAMLTree

extension Rule {
  /// Usage plans belong to WebSocket APIs.
  static let usagePlanOfHttpApi = Rule(
    id: "API019",
    severity: .error,
    summary: "usage plan for a stage of an HTTP API",
    why: "HTTP APIs have no API keys, so a usage plan has no effect on them.",
    source: "API Gateway's page on choosing between REST and HTTP APIs",
    example: """
      apis:
        store:
          ⟪→
          throttle: {rate: 10, burst: 20}
          ⟫
          routes:
            $default: https://books.example.com
          stages:
            live:
            $default:
      ⟪
      usagePlans:
        basic: {stages: ⟦store.live⟧}
      →⟫
      """,
    find: { model, report in
      for plan in model.names.spec.usagePlans {
        for stage in plan.value.stages?.items ?? [] {
          guard let text = stage.literal, let (index, _) = model.names.stage(text),
            !model.names.spec.apis[index].value.isWebSocket
          else { continue }
          report.report(
            at: stage.mark, "`\(model.names.spec.apis[index].name)` is an HTTP API, which has no usage plans",
            help: "remove it; `throttle` on the stage limits all callers together")
        }
      }
    })

  /// A door without a key.
  static let keyWithoutPlan = Rule(
    id: "WS035",
    severity: .warning,
    summary: "`apiKeyRequired` where no usage plan covers a stage",
    why: """
      A key opens the stages of its usage plans. A stage that no plan covers refuses every connection that needs one.
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
    check: { spec, report in
      // Plans in `resources` may cover it.
      if spec.names.resourceTypes.values.contains("AWS::ApiGateway::UsagePlan") { return }
      let covered = Set(spec.names.spec.usagePlans.flatMap { $0.value.stages?.literals() ?? [] })
      spec.forEachMessageRoute { api, key, route in
        guard key.isReserved("connect"), case .created = api.value.form,
          let given = route.value.messages.apiKeyRequired, given.literal == true,
          let stage = api.value.resolvedStages.first(where: { !covered.contains("\(api.name).\($0.name)") })
        else { return }
        report.report(
          at: given.mark, "no usage plan covers the stage `\(stage.name)`, so no key opens it",
          help: "name `\(api.name).\(stage.name)` in the `stages` of one of `usagePlans`")
      }
    })
}
