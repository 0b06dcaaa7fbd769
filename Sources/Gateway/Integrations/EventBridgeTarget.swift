import CloudFormation
import SpecReading

/// An event bus takes events.
public struct EventBridgeTarget: ServiceTarget {
  /// What is done with the bus.
  public enum Action: String, CaseIterable, Sendable {
    case putEvents
  }

  let bus: ServiceAddress
  let action: Given<Action>?
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "eventBridge"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    bus = fields.required(
      "eventBridge", .address(of: .eventBus),
      "The event bus: `default`, a logical id of `resources`, a name or an ARN.")
    action = fields.optional(
      "action", .known(.word(Action.self)), "What is done with it; by default what comes first.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var name: Given<String> { bus.given }
  var subtype: ServiceSubtype? { .named("EventBridge-PutEvents") }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, parameters.isEmpty, case .resource(let id) = names.find(.eventBus, name) else { return nil }
    return id
  }

  func call(in values: RawValues) -> ServiceCall? {
    guard let thing = values.thing(.eventBus, bus) else { return nil }
    let identity = ServiceIdentity.eventBus(thing)
    var call = ServiceCall()
    call.target.add("EventBusName", identity.parameter)
    call.resources = [identity.arn]
    return call
  }
}
