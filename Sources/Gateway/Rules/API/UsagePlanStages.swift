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
    check: { model, report in
      for plan in model.resources("AWS::ApiGateway::UsagePlan") {
        for stage in (plan["ApiStages"]?.items ?? []).flatMap(\.branches) {
          guard let id = stage["ApiId"], let api = model.apis[id.target.map { .ref($0) } ?? id.value],
            api.isWebSocket == false
          else { continue }
          report.report(
            at: plan.isRaw ? id.mark : stage.mark, "`\(api.name)` is an HTTP API, which has no usage plans",
            help:
              "remove it; \(plan.isRaw ? "`DefaultRouteSettings`" : "`throttle`") on the stage limits all callers together"
          )
        }
      }
    })
}
