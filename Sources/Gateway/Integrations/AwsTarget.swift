import CloudFormation
import SpecReading
import YAMLTree

/// Any action of a service: of an HTTP API one that API Gateway has, by AWS's own name; of a WebSocket API one by its
/// URI (`AwsMessages.swift`).
public struct AwsTarget: ServiceTarget {
  let name: Given<String>
  let parameters: ServiceParameters
  let method: Given<HttpMethod>?
  let allow: [Named<Names>]
  let messages: MessageOptions?
  let options: IntegrationOptions
  /// Where `requestParameters` are written, which are a WebSocket API's.
  let requestParametersMark: Mark?

  /// The key that selects it.
  static let key: StaticString = "aws"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "aws", .text(1...2_048),
      """
      HTTP: an action by AWS's name, such as `SQS-SendMessage`. WebSocket: `SERVICE:action/NAME`, `SERVICE:path/PATH` \
      or a whole URI.
      """)
    parameters = fields.serviceParameters()
    method = fields.optional(
      "method", .word(HttpMethod.self), "WebSocket: the method it is called with; `POST` by default.")
    allow =
      fields.optional(
        "allow", .map(.list(.text), keys: .any),
        "WebSocket: what a role that is made for it may do on what: `sqs:SendMessage: RESOURCE`, an ARN or logical id.")
      ?? []
    messages = MessageOptions(fields: &fields)
    options = IntegrationOptions(fields: &fields)
    requestParametersMark = fields.place(of: "requestParameters")
  }

  var subtype: ServiceSubtype? { name.literal.flatMap(ServiceSubtype.named) }
  var isFilledIn: Bool { false }

  /// What it is called on stands in its parameters.
  func plainName(in names: SpecNames) -> String? { nil }

  func call(in values: RawValues) -> ServiceCall? {
    var call = ServiceCall()
    // Without credentials a rule asks for them where nothing is found.
    call.resources = subtype.flatMap { resources(of: $0, in: values) } ?? []
    return call
  }

  /// What the action is called on, as far as its parameters tell; nil where a request or nothing tells it.
  func resources(of subtype: ServiceSubtype, in values: RawValues) -> [Value]? {
    func thing(_ kind: Kind, _ name: String, _ form: ServiceAddress.Form) -> ServiceThing? {
      guard let given = parameters[name] ?? nil, !given.isMapped else { return nil }
      return values.thing(kind, ServiceAddress(form: form, given: given))
    }
    switch subtype.name.prefix(while: { $0 != "-" }) {
    case "SQS":
      return thing(.queue, "QueueUrl", .url).map { [ServiceIdentity.queue($0).arn] }
    case "EventBridge":
      // Events without a bus go to the default one.
      if parameters["EventBusName"] == nil { return [ServiceIdentity.eventBus(.name("default")).arn] }
      let isArn = (parameters["EventBusName"] ?? nil)?.literal?.hasPrefix("arn:") ?? false
      return thing(.eventBus, "EventBusName", isArn ? .arn : .name).map { [ServiceIdentity.eventBus($0).arn] }
    case "Kinesis": return thing(.stream, "StreamName", .name).map { [ServiceIdentity.stream($0).arn] }
    case "StepFunctions":
      return thing(.stateMachine, "StateMachineArn", .arn).map { [ServiceIdentity.stateMachine($0).arn] }
    case "AppConfig":
      let parts = subtype.target.compactMap { name -> Value? in
        guard let given = parameters[name] ?? nil, !given.isMapped else { return nil }
        return values.value(given)
      }
      return parts.count == 3 ? AppConfigTarget.resources(parts[0], parts[1], parts[2]) : nil
    default: return nil
    }
  }
}

extension Given<String> {
  /// Whether its value is found in each request, or in the stage.
  var isMapped: Bool { literal?.contains("$") ?? false }
}
