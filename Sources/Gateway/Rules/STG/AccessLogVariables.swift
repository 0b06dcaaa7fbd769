import SpecReading

extension Rule {
  static let accessLogVariable = Rule(
    id: "STG009",
    severity: .error,
    summary: "access log variable that HTTP APIs do not support",
    why: """
      API Gateway rejects a stage of an HTTP API whose access log format has an unknown variable: "The following context
      variables are not supported". REST and WebSocket APIs have other variables.
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
    check: { model, report in
      for stage in model.apis.stages where stage.isWebSocket == false {
        for variable in stage.accessLogs.flatMap(\.variables) where !ContextVariables.hasHttp(variable.name) {
          report.report(
            at: variable.mark, "HTTP APIs do not support the variable `$context.\(variable.name)`",
            help: help(variable.name, ContextVariables.http)
              ?? (ContextVariables.webSocket.contains(variable.name)
                ? "only WebSocket APIs have it; leave it out" : nil))
        }
      }
    })

  static let accessLogVariableOfWebSocket = Rule(
    id: "STG010",
    severity: .warning,
    summary: "access log variable that WebSocket APIs do not support",
    why:
      "API Gateway accepts any variable in the access log format of a WebSocket API, and logs `-` for an unknown one.",
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
    check: { model, report in
      for stage in model.apis.stages where stage.isWebSocket == true {
        for variable in stage.accessLogs.flatMap(\.variables) {
          if ContextVariables.webSocket.contains(variable.name) || variable.name.hasPrefix("authorizer.") { continue }
          report.report(
            at: variable.mark,
            "WebSocket APIs do not support the variable `$context.\(variable.name)`: it is always `-`",
            help: help(variable.name, ContextVariables.webSocket)
              ?? (ContextVariables.http.contains(variable.name) ? "only HTTP APIs have it; leave it out" : nil))
        }
      }
    })

  /// Names in events of functions, in applications and in other logs.
  private static let others = [
    "statusCode": "status", "method": "httpMethod", "ip": "identity.sourceIp", "sourceIp": "identity.sourceIp",
    "userAgent": "identity.userAgent", "latency": "responseLatency", "error": "error.message",
    "http.sourceIp": "identity.sourceIp", "http.userAgent": "identity.userAgent", "http.method": "httpMethod",
    "http.path": "path", "timeEpoch": "requestTimeEpoch", "time": "requestTime",
  ]

  private static func help(_ name: String, _ known: Set<String>) -> String? {
    // Only the last word is compared: all of them have the first ones.
    let parent = name.lastIndex(of: ".").map { name[...$0] } ?? ""
    let siblings = known.filter { $0.hasPrefix(parent) }.map { String($0.dropFirst(parent.count)) }
    let sibling = Suggestion.nearest(to: String(name.dropFirst(parent.count)), among: siblings.sorted())
    let near = siblings.isEmpty ? Suggestion.nearest(to: name, among: known.sorted()) : sibling.map { parent + $0 }
    return (near ?? others[name].flatMap { known.contains($0) ? $0 : nil }).map { "did you mean `$context.\($0)`?" }
  }
}
