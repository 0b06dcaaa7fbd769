import CloudFormation
import SpecReading
import YAMLTree

/// Any action of a service: of an HTTP API one that API Gateway has, by AWS's own name; of a WebSocket API one by its
/// URI (`AwsMessages.swift`).
public struct AwsTarget: ServiceIntegration, KeyedIntegration {
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

  var subtype: ServiceSubtype? { name.literal.flatMap { Services.current.subtype($0) } }
  var subtypeNode: Node? { name.node }
  var isFilledIn: Bool { false }

  /// What it is called on stands in its parameters.
  func plainName(in names: SpecNames) -> String? { nil }

  func call(in values: RawValues) -> ServiceCall? {
    // Without credentials a rule asks for them where nothing is found.
    ServiceCall(resources: subtype.flatMap { resources(of: $0, in: values) } ?? [])
  }

  /// The ARNs of what the action is called on, as far as its parameters tell; nil where a request or nothing tells it.
  func resources(of subtype: ServiceSubtype, in values: RawValues) -> [Value]? {
    guard let service = Services.current.owner(of: subtype), !subtype.target.isEmpty else { return nil }
    var found: [FoundResource] = []
    for (name, thing) in zip(subtype.target, service.things) {
      guard let resource = resource(thing, name, in: values) else { return nil }
      found.append(resource)
    }
    return service.arns(for: subtype, found, values.names)
  }

  /// What a parameter names.
  private func resource(_ thing: ServiceThing, _ name: String, in values: RawValues) -> FoundResource? {
    if let standard = thing.resource.standard, parameters[name] == nil { return .name(.string(standard)) }
    guard let given = parameters[name] ?? nil, !given.isMapped else { return nil }
    let form = thing.resource.parameterForm ?? (given.literal?.hasPrefix("arn:") ?? false ? .arn : .name)
    return values.find(thing, ServiceAddress(form: form, given: given))
  }
}

extension Given<String> {
  /// Whether its value is found in each request, or in the stage.
  var isMapped: Bool { literal?.contains("$") ?? false }
}
