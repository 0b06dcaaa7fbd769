import SpecReading

extension Rule {
  /// Queues for messages that failed.
  static let deadLetterQueue = Rule(
    id: "CFN039",
    severity: .error,
    summary: "dead-letter queue of the other type (FIFO or standard), or an invalid redrive policy",
    why: """
      The dead-letter queue of a FIFO queue is a FIFO queue, and that of a standard queue is a standard one. SQS rejects another
      one. Targets of EventBridge have standard ones only: "SQS FIFO is not supported by Dead Letter Queues". The redrive policy of
      a queue has `deadLetterTargetArn` and `maxReceiveCount`, that of a subscription only the first: "Attribute maxReceiveCount is
      unknown". A message is received 1 to 1,000 times.
      """,
    source: """
      SQS's pages on dead-letter queues and their configuration; CloudFormation's page of AWS::SQS::Queue (RedrivePolicy); \
      EventBridge's PutTargets; public reports of the messages (terraform-aws-sns-topic#48)
      """,
    example: """
      resources:
        Failed: {Type: AWS::SQS::Queue⟪ → , Properties: {FifoQueue: true}⟫}
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            FifoQueue: true
            ContentBasedDeduplication: true
            RedrivePolicy: {deadLetterTargetArn: ⟦!GetAtt Failed.Arn⟧, maxReceiveCount: 3}
      apis:
        store:
          routes:
            POST /orders: {sqs: Orders, parameters: {MessageGroupId: all}}
      """,
    check: { model, report in
      let (target, count) = ("deadLetterTargetArn", "maxReceiveCount")
      for (type, keys) in [("AWS::SQS::Queue", [target, count]), ("AWS::SNS::Subscription", [target])] {
        for resource in model.resources(type) {
          guard let policy = resource["RedrivePolicy"], policy.form == .mapping, !policy.isFunction else { continue }
          if let given = policy[count], given.isCollection || given.text.map({ !isCount($0) }) ?? false {
            report.report(
              at: given, "`maxReceiveCount` must be 1–1000, found \(given.found)",
              help: "write `maxReceiveCount: 5`, for example")
          }
          let unknown = policy.members.filter { !keys.contains($0.name) && !$0.name.hasPrefix("Fn::") }
          for member in unknown {
            report.report(
              at: member.key, "this redrive policy has no `\(member.name)`",
              help: keys.first { $0.lowercased() == member.name.lowercased() }.map { "write `\($0)`" }
                ?? "its keys: " + Suggestion.list(keys))
          }
          if let missing = keys.first(where: { policy.lacks($0) }), unknown.isEmpty {
            report.report(
              at: policy, "the redrive policy has no `\(missing)`",
              help: missing == count
                ? "add `maxReceiveCount: 5`, after how many attempts a message goes to the dead-letter queue"
                : "add the ARN of the dead-letter queue")
          }
        }
      }
      for queue in model.resources("AWS::SQS::Queue") {
        guard let arn = queue["RedrivePolicy"]?["deadLetterTargetArn"], let isFifo = queue.flag("FifoQueue"),
          let other = model.isFifoQueue(arn), other != isFifo
        else { continue }
        let kind = isFifo ? "FIFO" : "standard"
        report.report(
          at: arn, "the dead-letter queue of a \(kind) queue must be a \(kind) queue", help: "use a \(kind) queue")
      }
      for rule in model.eventSources("AWS::Events::Rule") {
        rule.forEach("Targets.*.DeadLetterConfig.Arn") { arn in
          guard model.isFifoQueue(arn) == true else { return }
          report.report(
            at: arn, "the dead-letter queue of a target must be a standard queue", help: "use a standard queue")
        }
      }
    })

  private static func isCount(_ text: String) -> Bool {
    text.hasDynamicReference || Int(text).map { (1...1_000).contains($0) } ?? false
  }
}

extension Model {
  /// Whether the queue of an ARN is a FIFO queue; nil where that is not known.
  func isFifoQueue(_ arn: Property) -> Bool? {
    if let resource = resource(arn) { return resource.type == "AWS::SQS::Queue" ? resource.flag("FifoQueue") : nil }
    // Only the end of an ARN shows the type.
    let ends = Set(arn.openTexts.map { text in (text.parts.last ?? nil).map { $0.hasSuffix(".fifo") } })
    return ends.count == 1 && arn.openTexts.allSatisfy { $0.known.joined().hasPrefix("arn:") } ? ends.first ?? nil : nil
  }
}
