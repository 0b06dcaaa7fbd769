import CloudFormation
import SpecReading

extension Rule {
  static let accessLogDestination = Rule(
    id: "STG013",
    severity: .error,
    summary: "access log destination is not a log group",
    why: """
      HTTP and WebSocket APIs write access logs to a CloudWatch Logs log group, given by its ARN. Only REST APIs write to
      Firehose, and `!Ref` of a log group is its name.
      """,
    source: "API Gateway's CreateStage, found by deployments (cdk-preflight: access-log-destination-log-group)",
    example: """
      apis:
        store:
          accessLogs:
            logGroup: ⟦arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-books → arn:aws:logs:eu-west-1:111122223333:log-group:/bookstore/requests⟧
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for destination in model.accessLogs.compactMap(\.destination) {
        if case .ref(let id) = destination.value, model.resource(id, of: "AWS::Logs::LogGroup") != nil {
          report.report(
            at: destination, "`!Ref` of a log group is its name, not its ARN", help: "use `!GetAtt \(id).Arn`")
        }
        for text in destination.texts where !text.hasPrefix("{{") {
          // A name in a branch of `!If` is reported where it is read.
          if !destination.isRaw, model.names.isName(text, of: .logGroup) { continue }
          if !isGroup(text) {
            report.report(
              at: destination, "\(Reader.quoted(text)) is not the ARN of a log group",
              help: groupForm)
          } else if destination.isRaw, let flaw = Arn.flawOfParts(in: text) {
            report.report(flaw, at: destination)
          }
        }
        for (destination, arn) in destination.openArns where !arn.mayBe("logs", "log-group:") {
          report.report(at: destination, "this is not the ARN of a log group", help: groupForm)
        }
      }
    })

  private static let groupForm =
    "use `!GetAtt GROUP.Arn`, or an ARN such as `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`"

  private static func isGroup(_ arn: String) -> Bool {
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 7, parts[0] == "arn", parts[2] == "logs", parts[5] == "log-group" else { return false }
    return parts.count == 7 || (parts.count == 8 && parts[7] == "*")
  }

  static let retention = Rule(
    id: "STG032",
    severity: .error,
    summary: "unsupported log retention",
    why: "CloudWatch Logs only supports certain retention periods, in days, and rejects a log group with any other.",
    source: "CloudFormation's resource schema of AWS::Logs::LogGroup",
    example: """
      apis:
        store:
          accessLogs: {retention: ⟦10d → 14d⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for group in model.resources("AWS::Logs::LogGroup") {
        for (retention, text) in group["RetentionInDays"]?.choices ?? [] {
          guard let days = Int(text), !retentions.contains(days) else { continue }
          let near = [retentions.last { $0 < days }, retentions.first { $0 > days }].compactMap { $0 }
          let unit = retention.isRaw || retention.isFunction ? "" : "d"
          report.report(
            at: retention, "CloudWatch Logs does not support a retention of \(days) days",
            help: "use " + near.map { "`\($0)\(unit)`" }.joined(separator: " or "))
        }
      }
    })

  private static let retentions = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653,
  ]
}
