import SpecReading
import TextSearch

extension Rule {
  /// Variables of an access log that are logged as their names.
  static let unsignedVariable = Rule(
    id: "STG037",
    severity: .warning,
    summary: "access log variable without `$`",
    why: "Without the `$`, API Gateway writes the name of the variable into every line, not its value.",
    source: "API Gateway's page on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          accessLogs: {format: ⟦$context.requestId ⟪context → $context⟫.status⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachLogLine { line, format in
        for range in line.ranges(of: "context.") {
          // `$context`, `${context}` and other words that end so are something else.
          if let before = line[..<range.lowerBound].last, !"\" :".contains(before) { continue }
          let name = line[range.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
          guard logVariables.contains(String(name.prefix { $0 != "." })) else { continue }
          report.report(
            at: format, "`context.\(name)` is logged as this text, not as its value",
            help: "write `$context.\(name)`")
          return
        }
      }
    })

  /// The first words of variables (source: the same page).
  private static let logVariables: Set<String> = [
    "accountId", "apiId", "authorizer", "awsEndpointRequestId", "connectedAt", "connectionId", "domainName",
    "domainPrefix", "error", "eventType", "extendedRequestId", "httpMethod", "identity", "integration",
    "integrationErrorMessage", "integrationLatency", "integrationStatus", "messageId", "path", "protocol", "requestId",
    "requestTime", "requestTimeEpoch", "responseLatency", "responseLength", "routeKey", "stage", "status",
  ]
}
