import SpecReading
import YAMLTree

/// Parameters of a service's action at other levels: `sqs: {queue: Orders, body: …}`, or `{sqs: Orders, body: …}`.
enum ServicesOfElsewhere {
  private struct Words {
    /// The target and, beside it, the parameters, as the spec has them.
    let form: String
    /// Words for the resource that the target names.
    let resource: Set<String>
    /// Words for parameters, other than the parameters' own names.
    let parameters: [String: String]
  }

  private static let services: [String: Words] = [
    "sqs": Words(
      form: "write `sqs: QUEUE`, and beside it `action` and `parameters: {MessageBody: …}`",
      resource: ["queue", "queuename", "queuearn"],
      parameters: [
        "body": "MessageBody", "message": "MessageBody", "payload": "MessageBody", "delay": "DelaySeconds",
        "groupid": "MessageGroupId", "deduplicationid": "MessageDeduplicationId", "attributes": "MessageAttributes",
      ]),
    "eventBridge": Words(
      form: "write `eventBridge: BUS`, and beside it `parameters: {Source: …, DetailType: …, Detail: …}`",
      resource: ["bus", "eventbus", "busname"],
      parameters: ["body": "Detail", "event": "Detail", "payload": "Detail"]),
    "stepFunctions": Words(
      form: "write `stepFunctions: STATE_MACHINE`, and beside it `action` and `parameters: {Input: …}`",
      resource: ["statemachine"],
      parameters: ["body": "Input", "payload": "Input", "executionname": "Name"]),
    "kinesis": Words(
      form: "write `kinesis: STREAM`, and beside it `action` and `parameters: {Data: …, PartitionKey: …}`",
      resource: ["stream"],
      parameters: ["body": "Data", "record": "Data", "payload": "Data", "key": "PartitionKey"]),
  ]

  /// The help for a key below a service, or beside it.
  static func help(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    let word = entry.key.filter { $0 != "_" && $0 != "-" }.lowercased()
    if entry.known.contains("arn") {
      guard let words = services[entry.owner] else { return nil }
      let isMoved =
        word == "action" || word == "parameters" || words.resource.contains(word)
        || parameter(word, of: entry.owner, words) != nil
      return isMoved ? words.form : nil
    }
    guard entry.known.contains("cloudMap"), let element = entry.element, !entry.known.contains(entry.key) else {
      return nil
    }
    let service = tree.entries(element).lazy.map { tree.string($0.key) }.first { services[$0] != nil }
    guard let name = parameter(word, of: service, service.flatMap { services[$0] }) else { return nil }
    if let service, Services.current.subtypes.contains(where: { $0.target.contains(name) }) {
      return "remove it: the value of `\(service)` sets it"
    }
    return "a parameter of an action is in `parameters`: `parameters: {\(name): …}`"
  }

  /// The parameter of a service, or of any, that a word without `_` is for, in small letters.
  private static func parameter(_ word: String, of service: String?, _ words: Words?) -> String? {
    if let name = words?.parameters[word] { return name }
    let services = Services.current.all.lazy.filter { service == nil || service == $0.key.description }
    let names = services.flatMap(\.actions).flatMap { $0.target + $0.required + $0.optional }
    return names.first { name in
      // Without a service, a short word has other meanings.
      name != "Region" && (service != nil || name.utf8.count > 5 && name != "Resources") && name.lowercased() == word
    }
  }
}
