import SpecReading
import YAMLTree

extension Rule {
  /// Target keys of the other protocol.
  static let httpKeyOfWebSocket = Rule(
    id: "WS028",
    severity: .error,
    summary: "a target of a WebSocket API with what only HTTP APIs have",
    why: """
      A message has no path and no status: what HTTP APIs do to those means nothing here, and AWS refuses it. Answers are
      changed by `integrationResponses`, and an action gets what `requestTemplates` and `requestParameters` say.
      """,
    source: "API Gateway's CreateIntegration",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            ⟪
            $default:
              http: https://chat.example.com/messages
              responseParameters: {⟦404⟧: {statusCode: 200}}
            →
            $default: {http: https://chat.example.com/messages}
            ⟫
          stage: live
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      func refuse(_ key: String, at mark: Mark?, _ help: String) {
        guard let mark, seen.insert(mark).inserted else { return }
        report.report(at: mark, "`\(key)` belongs to HTTP APIs", help: help)
      }
      spec.forEachMessageTarget { answering in
        refuse(
          "responseParameters", at: answering.target.integration.options.responseParameters?.first?.mark,
          "leave it out; with `proxy: false` or an action, write `integrationResponses`")
        if case .aws(let target) = answering.target {
          refuse(
            "parameters", at: target.parameters.entries.first?.mark, "write `requestTemplates` or `requestParameters`")
        }
        if case .nlb(let target) = answering.target {
          refuse("stripStage", at: target.network.stripStage?.mark, "leave it out: a message has no path")
          refuse("vpc", at: target.network.vpc?.mark, "leave it out: the link leads to the load balancer itself")
        }
      }
      // What an action of a service needs instead is for another rule.
      spec.forEachProperty(.integration, of: .websocket, only: .http) { property in
        if property.name == "IntegrationSubtype" { return }
        report.report(
          at: property.key, "`\(property.name)` belongs to HTTP APIs", help: RawApi.help(of: .websocket))
      }
    })
}
