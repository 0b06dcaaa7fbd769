import SpecReading
import TextSearch

extension Rule {
  /// Variables of an access log that are logged as their names.
  static let unsignedVariable = Rule(
    id: "STG037",
    severity: .warning,
    summary: "misspelled variable in an access log",
    why: """
      API Gateway replaces `$context.NAME` in an access log format, and nothing else. It writes `context.status` or `$status` into every
      line as it is.
      """,
    source: "API Gateway's pages on access logs and on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          accessLogs:
            fields: {state: ⟦context.status → $context.status⟧, path: ⟦$path → $context.path⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for piece in model.accessLogs.flatMap(\.pieces) {
        guard let text = piece.literal else { continue }
        for slip in LogSlip.all(in: text) {
          let word = text[slip.range]
          report.report(
            at: piece.mark(of: slip.range), "`\(word)` is logged as this text, not as a value",
            help: slip.variable.map { "write `$context.\($0)`" } ?? "access logs only have `$context` variables")
        }
      }
    })
}

/// A word in an access log format that looks like a variable.
private struct LogSlip {
  let range: Range<String.Index>
  /// The variable to write instead, as far as it is known.
  let variable: String?

  static func all(in text: String) -> [LogSlip] {
    var slips: [LogSlip] = []
    var rest = text[...]
    while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
      rest = text[text.utf8.index(after: dollar)...]
      let name = rest.prefix(while: isPartOfName)
      if let slip = slip(name, from: dollar) { slips.append(slip) }
      rest = text[name.endIndex...]
    }
    for range in text.ranges(of: "context.") {
      // `$context`, `${context}` and other words that end so are something else.
      let before = text[..<range.lowerBound]
      guard before.last.map({ "\" :{".contains($0) }) ?? true, !before.hasSuffix("${") else { continue }
      let name = text[range.upperBound...].prefix(while: isPartOfName)
      guard isVariable(name) else { continue }
      slips.append(LogSlip(range: range.lowerBound..<name.endIndex, variable: String(name)))
    }
    return slips
  }

  /// The mistake in a name after a `$`.
  private static func slip(_ name: Substring, from dollar: String.Index) -> LogSlip? {
    let word = name.prefix { $0 != "." }
    let tail = name[word.endIndex...].drop { $0 == "." }
    var variable: String?
    if isVariable(name) {
      variable = String(name)
    } else if word == "context" {
      if !tail.isEmpty || name.count > word.count { return nil }
      variable = "NAME"
    } else if word.isEmpty {
      // `$.context.path`
      guard tail.hasPrefix("context."), isVariable(tail.dropFirst(8)) else { return nil }
      variable = String(tail.dropFirst(8))
    } else if word.lowercased() == "context" || Suggestion.nearest(to: String(word), among: ["context"]) != nil,
      isVariable(tail)
    {
      variable = String(tail)
    } else if word.hasPrefix("context"), let first = word.dropFirst(7).first {
      // `$contextPath`
      let own = first.lowercased() + name.dropFirst(8)
      guard isVariable(own[...]) else { return nil }
      variable = own
    } else if tail.isEmpty || !otherSources.contains(String(word)) {
      return nil
    }
    return LogSlip(range: dollar..<name.endIndex, variable: variable)
  }

  private static func isPartOfName(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || letter == "." || letter == "_" || letter == "-")
  }

  private static func isVariable(_ name: Substring) -> Bool { first.contains(String(name.prefix { $0 != "." })) }

  /// The sources of parameter mappings and templates.
  private static let otherSources: Set<String> = ["request", "response", "stageVariables", "input", "util", "method"]

  /// The first words of variables (source: the same page).
  private static let first: Set<String> = [
    "accountId", "apiId", "authorizer", "awsEndpointRequestId", "connectedAt", "connectionId", "domainName",
    "domainPrefix", "error", "eventType", "extendedRequestId", "httpMethod", "identity", "integration",
    "integrationErrorMessage", "integrationLatency", "integrationStatus", "messageId", "path", "protocol", "requestId",
    "requestTime", "requestTimeEpoch", "responseLatency", "responseLength", "routeKey", "stage", "status",
  ]
}
