import SpecReading
import YAMLTree

extension Rule {
  /// Execution logs are of WebSocket APIs.
  static let loggingOfHttpApi = Rule(
    id: "STG016",
    severity: .error,
    summary: "`logging` on an HTTP API",
    why: "API Gateway logs the steps of messages of WebSocket APIs alone. What it has for HTTP APIs are access logs.",
    source: "API Gateway's API reference: RouteSettings",
    example: """
      apis:
        store:
          ⟪⟦logging⟧: {level: INFO} → accessLogs: true⟫
          routes:
            $default: https://books.example.com
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachLogging { api, logging in
        guard !api.value.isWebSocket, seen.insert(logging.mark).inserted else { return }
        report.report(at: logging.mark, "`logging` belongs to WebSocket APIs", help: "write `accessLogs: true`")
      }
      spec.forEachProperty(
        "Stage", of: .http,
        [
          "DefaultRouteSettings.LoggingLevel", "DefaultRouteSettings.DataTraceEnabled", "RouteSettings.*.LoggingLevel",
          "RouteSettings.*.DataTraceEnabled",
        ]
      ) { property in
        report.report(
          at: property.key, "`\(property.name)` belongs to WebSocket APIs", help: RawApi.help(of: .http))
      }
    })

  /// Logs that the account has to allow.
  static let logsWithoutRole = Rule(
    id: "STG018",
    severity: .note,
    summary: "logs of a WebSocket API, in an account that may have no role for them",
    why: """
      API Gateway writes logs of WebSocket APIs by a role that is set once for an account and a region. As long as there is
      none, the stage is refused: "CloudWatch Logs role ARN must be set in account settings to enable logging".
      """,
    source: "public reports of API Gateway's message",
    example: """
      ⟪→
      account: {logRole: true}
      ⟫
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stages:
            ⟦live⟧: {logging: INFO}
      """,
    check: { spec, report in
      if spec.names.spec.account?.logRole != nil { return }
      for api in spec.webSocketApis {
        guard let stage = api.value.resolvedStages.first(where: { !$0.exists && api.value.logs(on: $0) }) else {
          continue
        }
        report.report(
          at: stage.mark ?? api.mark, "its logs need a role that the account may not have yet",
          help: "write `account: {logRole: true}` at the top level, or `logRole: false` where another stack has set it")
      }
    })

  /// Messages in the logs.
  static let wholeMessagesLogged = Rule(
    id: "STG019",
    severity: .warning,
    summary: "`dataTrace: true`",
    why: "Whole messages are written to the logs, with passwords, tokens and whatever else people send.",
    source: "API Gateway's page on logging of WebSocket APIs",
    example: """
      account: {logRole: true}
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stages:
            live: {logging: ⟪{level: INFO, dataTrace: ⟦true⟧} → INFO⟫}
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachLogging { api, logging in
        guard api.value.isWebSocket, let trace = logging.dataTrace, trace.literal == true,
          seen.insert(trace.mark).inserted
        else { return }
        report.report(at: trace.mark, "whole messages are written to the logs", help: "leave it out")
      }
      spec.forEachProperty(
        "Stage", of: .websocket, ["DefaultRouteSettings.DataTraceEnabled", "RouteSettings.*.DataTraceEnabled"]
      ) { trace in
        if trace.bool == true { report.report(at: trace.mark, "whole messages are written to the logs") }
      }
    })
}

extension ResolvedSpec {
  /// Every `logging`, of APIs, routes and stages.
  fileprivate func forEachLogging(_ body: (Named<Api>, MessageLogging) -> Void) {
    for api in names.spec.apis {
      var all = [api.value.stageOptions.settings.logging] + api.value.routes.map(\.value.settings.logging)
      for stage in api.value.stages ?? [] {
        all.append(stage.value.stageOptions.settings.logging)
        all += stage.value.routes.map(\.value.logging)
      }
      for logging in all.compactMap({ $0 }) { body(api, logging) }
    }
  }
}
