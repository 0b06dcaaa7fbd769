import SpecReading

extension Rule {
  /// AWS refuses a variable that it does not know.
  static let accessLogVariable = Rule(
    id: "STG009",
    severity: .error,
    summary: "an access log with a variable that HTTP APIs do not have",
    why: """
      An HTTP API's stage is refused with "The following context variables are not supported" where its log line reads
      one that is not on API Gateway's list. Those of REST and WebSocket APIs are others.
      """,
    source: "API Gateway's page on logging variables of HTTP APIs; public reports of the message",
    example: """
      apis:
        store:
          accessLogs:
            fields: {agent: ⟦$context.identity.useragent → $context.identity.userAgent⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachAccessLogLine { line in
        guard line.isWebSocket == false else { return }
        for variable in line.variables where !ContextVariables.hasHttp(variable.name) {
          report.report(
            at: variable.mark, "HTTP APIs have no variable `$context.\(variable.name)`",
            help: help(variable.name, ContextVariables.http)
              ?? (ContextVariables.webSocket.contains(variable.name) ? "it is a WebSocket API's" : nil))
        }
      }
    })

  /// AWS logs `-` for a variable that it does not know.
  static let accessLogVariableOfWebSocket = Rule(
    id: "STG010",
    severity: .warning,
    summary: "an access log with a variable that WebSocket APIs do not have",
    why: "A WebSocket API's stage takes any variable in its log line, and logs `-` for one that it does not know.",
    source: "API Gateway's page on access logs of WebSocket APIs; recorded calls",
    example: """
      account: {logRole: true}
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          accessLogs:
            fields: {⟪path: ⟦$context.path⟧ → type: $context.eventType⟫}
          routes:
            $default: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachAccessLogLine { line in
        guard line.isWebSocket == true else { return }
        for variable in line.variables {
          if ContextVariables.webSocket.contains(variable.name) || variable.name.hasPrefix("authorizer.") { continue }
          report.report(
            at: variable.mark, "WebSocket APIs have no variable `$context.\(variable.name)`: it is always `-`",
            help: help(variable.name, ContextVariables.webSocket)
              ?? (ContextVariables.http.contains(variable.name) ? "it is an HTTP API's" : nil))
        }
      }
    })

  private static func help(_ name: String, _ known: Set<String>) -> String? {
    Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean `$context.\($0)`?" }
  }
}
