import SpecReading

extension Rule {
  /// Names of queues and topics that do not show that they are FIFO, or wrongly do.
  static let fifoName = Rule(
    id: "CFN033",
    severity: .error,
    summary: "FIFO queue or topic whose name does not end in `.fifo`, or the other way round",
    why: """
      SQS and SNS reject a FIFO queue or topic with another name, and a standard one with a dot in its name: "The name of a FIFO
      queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix".
      """,
    source: "SQS's CreateQueue and SNS's CreateTopic (Name); CloudFormation's pages of both types",
    example: """
      resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties: {QueueName: ⟦orders → orders.fifo⟧, FifoQueue: true, ContentBasedDeduplication: true}
      apis:
        store:
          routes:
            POST /orders: {sqs: Orders, parameters: {MessageGroupId: all}}
      """,
    check: { model, report in
      for (type, nameKey, flag) in [
        ("AWS::SQS::Queue", "QueueName", "FifoQueue"), ("AWS::SNS::Topic", "TopicName", "FifoTopic"),
      ] {
        for resource in model.resources(type) {
          // A name that AWS makes up has the right end.
          guard let name = resource[nameKey] else { continue }
          let ends = name.openTexts.compactMap { $0.parts.last ?? nil }
          if resource[flag]?.bool == true, let end = ends.first(where: { !$0.hasSuffix(".fifo") }) {
            report.report(
              at: name, "the name of a FIFO \(type == "AWS::SQS::Queue" ? "queue" : "topic") ends in `.fifo`",
              help: name.text == end ? "write `\(end).fifo`" : "add `.fifo` to the end")
          } else if resource.lacks(flag), ends.contains(where: { $0.hasSuffix(".fifo") }) {
            report.report(
              at: name, "only the name of a FIFO \(type == "AWS::SQS::Queue" ? "queue" : "topic") ends in `.fifo`",
              help: "add `\(flag): true`, or choose another name")
          }
        }
      }
    })
}
