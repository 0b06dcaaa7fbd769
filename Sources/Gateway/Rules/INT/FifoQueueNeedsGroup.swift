import CloudFormation
import SpecReading

extension Rule {
  /// Messages in order, but of which group?
  static let fifoQueueNeedsGroup = Rule(
    id: "INT024",
    severity: .error,
    summary: "messages to a FIFO queue without `MessageGroupId`",
    why: """
      A FIFO queue keeps the order of the messages of a group, so every message says which group it is of. SQS refuses one
      that does not.
      """,
    source: "SQS's API reference of SendMessage",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: ⟦orders.fifo → orders.fifo, parameters: {MessageGroupId: $request.body.customer}⟧}
      """,
    check: { spec, report in
      spec.forEachService { answering, target in
        guard target.subtype?.name == "SQS-SendMessage", let queue = queue(of: target), isFifo(queue, in: spec) else {
          return
        }
        if let said = target.parameters["MessageGroupId"], said != nil { return }
        report.report(
          at: queue.mark, "a FIFO queue needs to know the group of each message",
          help: "write `MessageGroupId` in `parameters`, such as `$request.body.customer`")
      }
      spec.forEachRawService { integration, _ in
        guard integration.subtype?.name == "SQS-SendMessage", integration.isWhole,
          let parameters = integration["RequestParameters"], parameters["MessageGroupId"] == nil,
          let queue = parameters["QueueUrl"]?.given, isFifo(queue, in: spec)
        else { return }
        report.report(
          at: queue.mark, "a FIFO queue needs to know the group of each message",
          help: "write `MessageGroupId` in `RequestParameters`, such as `$request.body.customer`")
      }
    })

  private static func queue(of target: any ServiceIntegration) -> Given<String>? {
    target.isFilledIn ? target.name : target.parameters["QueueUrl"] ?? nil
  }

  private static func isFifo(_ queue: Given<String>, in spec: ResolvedSpec) -> Bool {
    guard let id = spec.values.resource(.queue, queue) else { return queue.literal?.hasSuffix(".fifo") ?? false }
    let properties = spec.values.properties(ofResource: id)
    return properties?["FifoQueue"] == true || properties?["FifoQueue"] == "true"
      || properties?["QueueName"]?.text?.hasSuffix(".fifo") ?? false
  }
}
