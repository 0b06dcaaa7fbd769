import CloudFormation
import SpecReading

/// A queue takes or gives messages.
public struct SqsTarget: ServiceTarget {
  /// What is done with the queue.
  public enum Action: String, CaseIterable, Sendable {
    case send, receive, delete, purge
  }

  let queue: ServiceAddress
  let action: Given<Action>?
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "sqs"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    queue = fields.required(
      "sqs", .queue, "The queue: a logical id of `resources`, a name, a URL or an ARN.")
    action = fields.optional(
      "action", .known(.word(Action.self)), "What is done with it; by default what comes first.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var name: Given<String> { queue.given }

  var subtype: ServiceSubtype? {
    switch action?.literal ?? .send {
    case .send: .named("SQS-SendMessage")
    case .receive: .named("SQS-ReceiveMessage")
    case .delete: .named("SQS-DeleteMessage")
    case .purge: .named("SQS-PurgeQueue")
    }
  }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, parameters.isEmpty, action == nil, case .resource(let id) = names.find(.queue, name) else {
      return nil
    }
    return id
  }

  func call(in values: RawValues) -> ServiceCall? {
    guard let thing = values.thing(.queue, queue) else { return nil }
    let identity = ServiceIdentity.queue(thing)
    var call = ServiceCall()
    call.target.add("QueueUrl", identity.parameter)
    call.resources = [identity.arn]
    // SQS encrypts with its caller's rights; without them an encrypted queue refuses every message.
    if case .resource(let id) = thing, let actions = SqsTarget.keyActions[action?.literal ?? .send] {
      call.keys = values.key(values.properties(ofResource: id)?["KmsMasterKeyId"]).map { [$0] } ?? []
      call.keyActions = actions
    }
    return call
  }

  /// Source: the SQS developer guide's page on key management.
  private static let keyActions: [Action: [Value]] = [
    .send: ["kms:GenerateDataKey", "kms:Decrypt"], .receive: ["kms:Decrypt"],
  ]
}

extension RawValues {
  /// The ARN of a KMS key that a property names; nil for aliases and for AWS's own keys, which need no permission.
  func key(_ value: Value?) -> Value? {
    switch value {
    case .ref(let id)? where names.resourceTypes[id] == "AWS::KMS::Key": .getAtt(id, "Arn")
    case .getAtt(let id, _)? where names.resourceTypes[id] == "AWS::KMS::Key": .getAtt(id, "Arn")
    case .string(let text)? where text.hasPrefix("arn:") && text.mentions(":key/"): .string(text)
    default: nil
    }
  }
}
