import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let accessLogWithoutRequestId = Rule(
    id: "STG008",
    severity: .error,
    premise: .part,
    summary: "access log format without the request ID",
    why: """
      API Gateway rejects a format without `$context.requestId` or `$context.extendedRequestId`: "Access Log format must
      include either $context.requestId or $context.extendedRequestId".
      """,
    source: "API Gateway's CreateStage, found by deployments (cdk-preflight: access-log-format-request-id)",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦$context.⟪→ requestId $context.⟫routeKey $context.status⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachLogLine { line, format in
        if line.mentions("context.requestId") || line.mentions("context.extendedRequestId") { return }
        report.report(
          at: format, "the access log format does not have the request ID",
          help: ["json": "json", "clf": "clf", "common": "clf"][line.lowercased()].map { "write `\($0)`" }
            ?? "add `$context.requestId`")
      }
      for format in model.accessLogs.compactMap(\.format) where format.texts.isEmpty {
        let lacks = format.openTexts.contains { line in
          line.isMadeByAWS
            && !line.known.contains { $0.mentions("context.requestId") || $0.mentions("context.extendedRequestId") }
        }
        guard lacks, format.isWritten else { continue }
        report.report(
          at: format, "the access log format does not have the request ID", help: "add `$context.requestId`")
      }
    })

  static let accessLogOfSeveralLines = Rule(
    id: "STG011",
    severity: .error,
    summary: "access log format of several lines",
    why: """
      API Gateway rejects a format of several lines: "Access Log format must be single line, new line character is allowed
      only at end of the format".
      """,
    source: "API Gateway's CreateStage (AccessLogSettings); public reports of the message",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦"$context.requestId⟪\\n →  ⟫$context.status"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachLogLine { line, format in
        guard line.withoutLastLineBreak.contains(where: \.isNewline) else { return }
        let lines = line.split(whereSeparator: \.isNewline).count
        report.report(
          at: format, "the access log format has \(lines) lines; it must be one line",
          help: "write it on one line, or use `>-` in YAML with all lines equally indented, which folds them into one")
      }
      for format in model.accessLogs.compactMap(\.format) where format.texts.isEmpty {
        guard format.openTexts.contains(where: { $0.sketch.withoutLastLineBreak.contains(where: \.isNewline) }) else {
          continue
        }
        report.report(
          at: format, "the access log format has several lines; it must be one line",
          help: "write it on one line, or use `>-` in YAML with all lines equally indented, which folds them into one")
      }
    })

  static let accessLogTooLong = Rule(
    id: "STG012",
    severity: .error,
    summary: "access log format of more than 3 KB",
    why: "API Gateway rejects an access log format of more than 3,072 bytes. The limit cannot be raised.",
    source: "API Gateway's quotas for HTTP APIs",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦"$context.requestId \(String(repeating: "-", count: 3_060))" → "$context.requestId \(String(repeating: "-", count: 1_000))"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachLogLine { line, format in
        if line.utf8.count <= 3_072 { return }
        report.report(
          at: format, "the access log format has \(line.utf8.count) bytes; at most 3072 are allowed",
          help: "leave out fields")
      }
    })

  static let accessLogJSON = Rule(
    id: "STG015",
    severity: .warning,
    summary: "access log format is invalid JSON",
    why: """
      CloudWatch Logs Insights discovers the fields of log lines that are JSON. With a missing quote or comma every line is
      plain text, and queries of its fields find nothing.
      """,
    source: "CloudWatch Logs' page on fields that are discovered",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦'{"requestId":"$context.requestId⟪→ "⟫,"status":"$context.status"}'⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachLogLine { line, format in
        let line = line.withoutLastLineBreak
        guard line.hasPrefix("{"), !line.contains(where: \.isNewline) else { return }
        var json = JSONCheck(line)
        guard let position = json.firstFlaw else {
          guard let variable = json.variables.first(where: isText) else { return }
          report.report(
            at: format, "`\(variable)` is a text, which JSON has in quotes", help: "write `\"\(variable)\"`")
          return
        }
        let near = line.utf8.dropFirst(max(0, position - 12)).prefix(24)
        report.report(
          at: format, "invalid JSON near \(Reader.quoted(String(decoding: near, as: UTF8.self)))",
          help: "close every quote, and put a comma between fields")
      }
      for format in model.accessLogs.compactMap(\.format) {
        let open = format.openText { $0.start.hasPrefix("{") && $0.isBrokenJSON }
        if open == nil { continue }
        report.report(
          at: format, "the access log format is not JSON",
          help: "close every quote and brace, and put a comma between fields")
      }
    })

  /// Whether the value of a variable is certainly a text, as in most of API Gateway's examples.
  private static let isText: @Sendable (String) -> Bool = { variable in
    let texts = [
      "apiId", "connectionId", "domainName", "domainPrefix", "eventType", "extendedRequestId", "httpMethod",
      "messageId",
      "path", "protocol", "requestId", "requestTime", "routeKey", "stage",
    ]
    return variable.hasPrefix("$context.identity.") || texts.contains { variable == "$context.\($0)" }
  }
}

extension String {
  /// The text without a line break at its end, which `|` in YAML leaves.
  fileprivate var withoutLastLineBreak: String {
    var text = self
    if text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

extension Model {
  /// The known access log formats.
  func forEachLogLine(_ body: (_ line: String, _ format: Property) -> Void) {
    for format in accessLogs.compactMap(\.format) {
      for (format, line) in format.choices { body(line, format) }
    }
  }
}
