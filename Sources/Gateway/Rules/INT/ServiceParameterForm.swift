import SpecReading

extension Rule {
  /// An ARN where a URL or a name is due, and the other way round.
  static let parameterOfOtherForm = Rule(
    id: "INT025",
    severity: .warning,
    summary: "`QueueUrl`, `StreamName` or `StateMachineArn` with something else in its place",
    why: """
      `QueueUrl` is a URL, `StreamName` a name and `StateMachineArn` an ARN. With anything else in its place the action
      fails on every request. The short keys (`sqs: …`) convert what they get.
      """,
    source: "the API references of the services",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              aws: SQS-SendMessage
              parameters: {QueueUrl: ⟦!GetAtt Orders.Arn → !Ref Orders⟧}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, let subtype = target.subtype else { return }
        for (name, kind, form) in parameters where subtype.target.contains(name) {
          if let given = target.parameters[name] ?? nil {
            check(name, given, kind, form, help: "`\(key(kind)): …` takes either and converts it")
          }
        }
      }
      spec.forEachRawService { integration, _ in
        guard let subtype = integration.subtype, let own = integration["RequestParameters"] else { return }
        for (name, kind, form) in parameters where subtype.target.contains(name) {
          if let given = own[name]?.given { check(name, given, kind, form, help: nil) }
        }
      }
      func check(_ name: String, _ given: Given<String>, _ kind: Kind, _ form: ServiceAddress.Form, help: String?) {
        guard !given.isMapped, let found = spec.addressForm(of: given, kind), found != form else { return }
        report.report(
          at: given.mark, "`\(name)` takes \(form.words) of \(kind.article), and this is \(found.words)",
          help: help)
      }
    })

  private static let parameters: [(String, Kind, ServiceAddress.Form)] = [
    ("QueueUrl", .queue, .url), ("StreamName", .stream, .name), ("StateMachineArn", .stateMachine, .arn),
  ]

  private static func key(_ kind: Kind) -> String {
    switch kind {
    case .stream: "kinesis"
    case .stateMachine: "stepFunctions"
    default: "sqs"
    }
  }
}
