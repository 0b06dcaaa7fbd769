import SpecReading

/// A service as a target with its parameters one level too low: `sqs: {queue: Orders, body: …}`.
enum ServicesOfElsewhere {
  /// What to write for each service, and the keys that others write below it.
  private static let services: [(key: String, help: String, words: Set<String>)] = [
    (
      "sqs", "write `sqs: QUEUE`, and beside it `action` and `parameters: {MessageBody: …}`",
      ["queue", "queuename", "queuearn", "queueurl", "body", "message", "messagebody", "messagegroupid"]
    ),
    (
      "eventBridge", "write `eventBridge: BUS`, and beside it `parameters: {Source: …, DetailType: …, Detail: …}`",
      ["bus", "eventbus", "eventbusname", "busname", "source", "detail", "detailtype", "resources", "time"]
    ),
    (
      "stepFunctions", "write `stepFunctions: STATE_MACHINE`, and beside it `action` and `parameters: {Input: …}`",
      ["statemachine", "statemachinearn", "input"]
    ),
    (
      "kinesis", "write `kinesis: STREAM`, and beside it `action` and `parameters: {Data: …, PartitionKey: …}`",
      ["stream", "streamname", "streamarn", "data", "partitionkey"]
    ),
  ]

  /// The help for a key below a service.
  static func help(_ entry: ForeignEntry) -> String? {
    guard entry.known.contains("arn"), let service = services.first(where: { $0.key == entry.owner }) else {
      return nil
    }
    let word = entry.key.lowercased()
    return service.words.contains(word) || word == "action" || word == "parameters" ? service.help : nil
  }
}
