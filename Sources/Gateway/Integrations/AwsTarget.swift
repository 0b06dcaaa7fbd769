import CloudFormation
import SpecReading
import YAMLTree

/// An action of an AWS service: in an HTTP API, one of the supported integration subtypes; in a WebSocket API, any
/// action by its URI (`AwsMessages.swift`).
public struct AwsTarget: ServiceIntegration, KeyedIntegration {
  let name: Given<String>
  let parameters: ServiceParameters
  let method: Given<HttpMethod>?
  let allow: [Named<Names>]
  let messages: MessageOptions?
  let options: IntegrationOptions
  /// The mark of `requestParameters`, which are only for WebSocket APIs.
  let requestParametersMark: Mark?

  /// The key that selects the target.
  static let key: StaticString = "aws"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "aws", .text(1...2_048),
      """
      HTTP: integration subtype, such as `SQS-SendMessage`. WebSocket: `SERVICE:action/NAME`, `SERVICE:path/PATH` or a \
      full URI.
      """)
    parameters = fields.serviceParameters()
    method = fields.optional(
      "method", .word(HttpMethod.self), "WebSocket: HTTP method; `POST` by default.")
    allow =
      fields.optional(
        "allow", .map(.list(.text), keys: .any),
        "WebSocket: permissions of the created role, as `sqs:SendMessage: RESOURCE`, with an ARN or logical ID.")
      ?? []
    messages = fields.group(MessageOptions.self)
    options = fields.group(IntegrationOptions.self)
    requestParametersMark = fields.place(of: "requestParameters")
  }

  var subtype: ServiceSubtype? { name.literal.flatMap { Services.current.subtype($0) } }
  var subtypeNode: Node? { name.node }

  /// The resource is specified by parameters.
  func plainName(in names: SpecNames) -> String? { nil }

  func call(in values: RawValues) -> ServiceCall? {
    // A rule reports missing credentials if no resources are found.
    ServiceCall(resources: subtype.flatMap { resources(of: $0, in: values) } ?? [])
  }

  /// The ARNs of the action's resources, from its parameters; nil if they are missing or depend on the request.
  func resources(of subtype: ServiceSubtype, in values: RawValues) -> [Value]? {
    guard let service = Services.current.owner(of: subtype), !subtype.target.isEmpty else { return nil }
    var found: [FoundResource] = []
    for (name, thing) in zip(subtype.target, service.things) {
      guard let resource = resource(thing, name, in: values) else { return nil }
      found.append(resource)
    }
    return service.arns(for: subtype, found, values.names)
  }

  /// The resource that a parameter specifies.
  private func resource(_ thing: ServiceThing, _ name: String, in values: RawValues) -> FoundResource? {
    if let standard = thing.resource.standard, parameters[name] == nil { return .name(.string(standard)) }
    guard let given = parameters[name] ?? nil, !given.isMapped else { return nil }
    let form = thing.resource.parameterForm ?? (given.literal?.hasPrefix("arn:") ?? false ? .arn : .name)
    return values.find(thing, ServiceAddress(form: form, given: given))
  }
}

extension Given<String> {
  /// Whether the value depends on the request or the stage.
  var isMapped: Bool { literal?.contains("$") ?? false }
}
