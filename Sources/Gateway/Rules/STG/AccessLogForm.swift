import SpecReading
import YAMLTree

extension Rule {
  /// AWS wants to tell lines apart.
  static let accessLogWithoutRequestId = Rule(
    id: "STG008",
    severity: .error,
    summary: "an access log without the id of the request",
    why: """
      API Gateway refuses a log line without `$context.requestId` or `$context.extendedRequestId`: "Access Log format must
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
    check: { spec, report in
      spec.forEachAccessLogs { api, logs in
        guard let line = AccessLogFormat(logs, of: api.value).literal else { return }
        if let mark = logs.format?.mark ?? logs.only?.mark { check(line, mark) }
      }
      spec.forEachRawLogFormat { format, _ in if let line = format.literal { check(line, format.mark) } }
      func check(_ line: String, _ mark: Mark) {
        if line.mentions("context.requestId") || line.mentions("context.extendedRequestId") { return }
        report.report(
          at: mark, "the line lacks the id of the request", help: "add `$context.requestId`")
      }
    })

  /// One request, one line.
  static let accessLogOfSeveralLines = Rule(
    id: "STG011",
    severity: .error,
    summary: "an access log's format of several lines",
    why: "API Gateway takes a format in one line alone: \"Access Log format must be single line\".",
    source: "API Gateway's CreateStage (AccessLogSettings); public reports of the message",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦"$context.requestId⟪\\n →  ⟫$context.status"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachAccessLogFormat { format in
        guard let text = format.literal, text.contains(where: \.isNewline) else { return }
        report.report(
          at: format.mark, "the format has \(text.split(whereSeparator: \.isNewline).count) lines; it has to be one",
          help: "in YAML, `>-` folds several lines into one")
      }
    })

  /// More than API Gateway takes.
  static let accessLogTooLong = Rule(
    id: "STG012",
    severity: .error,
    summary: "an access log's format of more than 3 KB",
    why: "A log line's format has at most 3,072 bytes. The limit cannot be raised.",
    source: "API Gateway's quotas for HTTP APIs",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦"$context.requestId \(String(repeating: "-", count: 3_060))" → "$context.requestId \(String(repeating: "-", count: 1_000))"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachAccessLogs { api, logs in
        guard let line = AccessLogFormat(logs, of: api.value).literal,
          let mark = logs.format?.mark ?? logs.fields.first?.mark
        else { return }
        check(line, mark)
      }
      spec.forEachRawLogFormat { format, _ in if let line = format.literal { check(line, format.mark) } }
      func check(_ line: String, _ mark: Mark) {
        if line.utf8.count <= 3_072 { return }
        report.report(at: mark, "the log line's format has \(line.utf8.count) bytes; it takes 3072")
      }
    })

  /// What reads as JSON and is not.
  static let accessLogJSON = Rule(
    id: "STG015",
    severity: .warning,
    summary: "an access log's format that looks like JSON and is not",
    why: """
      Log queries take lines of JSON apart by themselves. A missing quote or comma makes a text of every line, silently.
      """,
    source: "CloudWatch Logs' page on fields that are discovered",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦'{"requestId":"$context.requestId⟪→ "⟫,"status":"$context.status"}'⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachAccessLogFormat { format in
        guard let text = format.literal, text.hasPrefix("{"), !text.contains(where: \.isNewline)
        else { return }
        var json = JSONCheck(text)
        guard let position = json.firstFlaw else { return }
        let near = text.utf8.dropFirst(max(0, position - 12)).prefix(24)
        report.report(
          at: format.mark, "this is not JSON, near \(Reader.quoted(String(decoding: near, as: UTF8.self)))",
          help: "`fields`, with `only: true`, make a line of JSON by themselves")
      }
    })

  /// Keys that leave nothing for others to say.
  static let accessLogKeys = Rule(
    id: "STG030",
    severity: .error,
    summary: "keys of an access log that have no effect beside others",
    why: """
      `fields` are those of a JSON line, so they mean nothing beside another format. A log group that exists keeps its
      lines as long as it was told where it is defined.
      """,
    source: "the language: nothing is silently ignored",
    example: """
      apis:
        store:
          accessLogs: {⟪format: clf,  →⟫fields: {⟦host⟧: $context.domainName}}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachAccessLogs { _, logs in
        if let format = logs.format, format.literal != "json" {
          for mark in [logs.fields.first?.mark, logs.only?.mark].compactMap({ $0 }) {
            report.report(at: mark, "this has no effect beside `format`", help: "`fields` are those of `format: json`")
          }
        }
        if logs.logGroup != nil {
          for mark in [logs.retention?.mark, logs.deletionPolicy?.mark].compactMap({ $0 }) {
            report.report(
              at: mark, "this has no effect beside `logGroup`, which exists already",
              help: "say it where the group is defined")
          }
        }
      }
    })
}
