import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// Where access logs go.
  static let accessLogDestination = Rule(
    id: "STG013",
    severity: .error,
    summary: "access logs that go to something else than a log group",
    why: """
      Access logs of HTTP and WebSocket APIs go to a group of CloudWatch Logs, by its ARN. Firehose takes those of REST
      APIs alone, and `!Ref` of a log group gives its name.
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
    check: { spec, report in
      spec.forEachAccessLogs { _, logs in
        if let group = logs.logGroup { check(group) }
      }
      for stage in spec.rawGateway("Stage") {
        guard let group = stage["AccessLogSettings"]?["DestinationArn"]?.given else { continue }
        if let text = group.literal, !text.hasPrefix("arn:"), !text.hasPrefix("{{") {
          report.report(
            at: group.mark, "\(Reader.quoted(text)) is not the ARN of a log group", help: "write `!GetAtt GROUP.Arn`")
        } else {
          check(group)
        }
      }
      func check(_ group: Given<String>) {
        switch group.content {
        case .literal(let text):
          guard text.hasPrefix("arn:") else { return }
          let parts = text.split(separator: ":", omittingEmptySubsequences: false)
          let isGroup = parts.count >= 7 && parts[2] == "logs" && parts[5] == "log-group"
          if isGroup, parts.count == 7 || (parts.count == 8 && parts[7] == "*") { return }
          report.report(
            at: group.mark, "this is not the ARN of a log group",
            help: isGroup
              ? "write it up to the group's name" : "it reads like `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`")
        case .intrinsic(let node):
          guard case .ref(let id) = spec.values.value(node), spec.names.resourceTypes[id] == "AWS::Logs::LogGroup"
          else {
            return
          }
          report.report(
            at: group.mark, "`!Ref` gives the name of a log group, not its ARN",
            help: "write `!GetAtt \(id).Arn`")
        }
      }
    })

  /// CloudWatch's own list.
  static let retention = Rule(
    id: "STG032",
    severity: .error,
    summary: "a retention that CloudWatch Logs does not have",
    why: "CloudWatch Logs keeps lines for one of a list of times, in days, and refuses any other.",
    source: "CloudFormation's resource schema of AWS::Logs::LogGroup",
    example: """
      apis:
        store:
          accessLogs: {retention: ⟦10d → 14d⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      func check(_ given: Given<Duration>?) {
        guard let given, let length = given.literal, !given.mark.isNowhere else { return }
        let days = length.milliseconds / 86_400_000
        if retentions.contains(days) { return }
        let below = retentions.last { $0 < days }
        let above = retentions.first { $0 > days }
        report.report(
          at: given.mark, "CloudWatch Logs does not keep lines for \(days) days",
          help: "write " + [below, above].compactMap { $0.map { "`\($0)d`" } }.joined(separator: " or "))
      }
      spec.forEachAccessLogs { _, logs in check(logs.retention) }
      for function in spec.createdFunctions { check(function.function.logs?.retention) }
    })

  private static let retentions = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653,
  ]
}
