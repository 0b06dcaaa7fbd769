import SpecReading
import YAMLTree

extension Rule {
  /// Plans are of WebSocket APIs.
  static let usagePlanOfHttpApi = Rule(
    id: "API019",
    severity: .error,
    summary: "a usage plan for a stage of an HTTP API",
    why: "HTTP APIs have no API keys, so no plan can say how much the holder of one may ask for.",
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
    check: { spec, report in
      for plan in spec.names.spec.usagePlans {
        for stage in plan.value.stages?.items ?? [] {
          guard let text = stage.literal, let (index, _) = spec.names.stage(text),
            !spec.names.spec.apis[index].value.isWebSocket
          else { continue }
          report.report(
            at: stage.mark, "`\(spec.names.spec.apis[index].name)` is an HTTP API, which has no usage plans",
            help: "leave it out; `throttle` on the stage limits all callers together")
        }
      }
    })
}
