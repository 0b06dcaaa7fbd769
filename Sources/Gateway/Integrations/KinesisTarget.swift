import CloudFormation
import SpecReading

/// A stream takes records.
public struct KinesisTarget: ServiceTarget {
  /// What is done with the stream.
  public enum Action: String, CaseIterable, Sendable {
    case putRecord
  }

  let stream: ServiceAddress
  let action: Given<Action>?
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "kinesis"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    stream = fields.required(
      "kinesis", .address(of: .stream), "The stream: a logical id of `resources`, a name or an ARN.")
    action = fields.optional(
      "action", .known(.word(Action.self)), "What is done with it; by default what comes first.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var name: Given<String> { stream.given }
  var subtype: ServiceSubtype? { .named("Kinesis-PutRecord") }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, parameters.isEmpty, case .resource(let id) = names.find(.stream, name) else { return nil }
    return id
  }

  func call(in values: RawValues) -> ServiceCall? {
    guard let thing = values.thing(.stream, stream) else { return nil }
    let identity = ServiceIdentity.stream(thing)
    var call = ServiceCall()
    call.target.add("StreamName", identity.parameter)
    call.resources = [identity.arn]
    // Kinesis encrypts with its caller's rights (source: its developer guide's page on permissions for KMS keys).
    if case .resource(let id) = thing {
      let encryption = values.properties(ofResource: id)?["StreamEncryption"]?.object
      call.keys = values.key(encryption?["KeyId"]).map { [$0] } ?? []
      call.keyActions = ["kms:GenerateDataKey"]
    }
    return call
  }
}
