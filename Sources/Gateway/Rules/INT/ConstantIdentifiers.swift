import SpecReading

extension Rule {
  /// The same identifier for every request.
  static let constantIdentifier = Rule(
    id: "INT050",
    severity: .warning,
    summary: "identifier of a message or an execution that is the same in every request",
    why: """
      SQS takes messages with an equal `MessageDeduplicationId` for one message: within five minutes all others vanish, and the
      caller gets 200. The name of an execution is used once in 90 days, so that Step Functions rejects all others or starts
      nothing. A receipt handle deletes one message, and an execution is stopped once.
      """,
    source: "SQS's API reference of SendMessage; Step Functions' API reference of StartExecution",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
      apis:
        store:
          routes:
            POST /orders:
              sqs: Orders
              parameters: {MessageGroupId: all, MessageDeduplicationId: ⟦order → $context.requestId⟧}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let name = integration.subtype.flatMap({ identifiers[$0.name] }),
          let given = integration["RequestParameters"]?[name], let text = given.text, !text.contains("$"),
          // Another rule reports one that the queue does not have.
          model.resource(integration["RequestParameters"]?["QueueUrl"])?.isStandardQueue != true
        else { return }
        report.report(
          at: given, "`\(name)` is the same in every request",
          help: integration.subtype.flatMap { subtype in
            (subtype.defaults[name] ?? subtype.examples[name]).map { "write, for example, `\($0)`" }
          } ?? "write `$context.requestId`, or remove it")
      }
    })

  /// The parameter that identifies what an action makes or ends.
  private static let identifiers = [
    "SQS-SendMessage": "MessageDeduplicationId", "StepFunctions-StartExecution": "Name",
    "SQS-DeleteMessage": "ReceiptHandle", "StepFunctions-StopExecution": "ExecutionArn",
  ]
}
