import CloudFormation
import SpecReading
import YAMLTree

/// A target that is an action of a service, selected by the service's key.
public struct ServiceTarget: ServiceIntegration {
  let service: AwsService
  let addresses: [ServiceAddress]
  let action: Given<String>?
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// Reads the fields.
  init(_ service: AwsService, fields: inout some FieldVisitor) {
    self.service = service
    addresses = fields.required(service.key, ServiceAddressSchema(service: service), service.documentation)
    let words = service.words
    action =
      words.isEmpty
      ? nil
      : fields.optional("action", .known(.word(among: words)), "Action; by default the first one listed.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var key: StaticString { service.key }
  var name: Given<String> { (addresses.last ?? .placeholder).given }

  var subtype: ServiceSubtype? { chosen }

  var subtypeNode: Node? { action?.node ?? name.node }

  private var chosen: ServiceSubtype {
    action?.literal.flatMap { word in service.actions.first { $0.word == word } } ?? service.actions[0]
  }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, parameters.isEmpty, action == nil || service.actions.count == 1, service.things.count == 1,
      case .resource(let id) = names.find(service.things[0].kind, name)
    else { return nil }
    return id
  }

  func call(in values: RawValues) -> ServiceCall? {
    let subtype = chosen
    var found: [FoundResource] = []
    for (thing, address) in zip(service.things, addresses) {
      guard let resource = values.find(thing, address) else { return nil }
      found.append(resource)
    }
    var call = ServiceCall(resources: service.arns(for: subtype, found, values.names))
    for (index, name) in subtype.target.enumerated() {
      let value = service.things[index].resource.parameter(for: found[index])
      call.target.add(name, value, origin: Origin(of: addresses[index].given.node))
    }
    // By default API Gateway calls the service in its own region.
    if parameters["Region"] == nil {
      let regions = zip(service.things, found).map { $0.resource.region(of: $1) }
      call.target.add("Region", regions.lazy.compactMap { $0 }.first.map { .string($0) })
    }
    if !subtype.keyActions.isEmpty {
      call.keys = zip(service.things, found).compactMap { values.key(of: $0, $1) }
      call.keyActions = subtype.keyActions
    }
    return call
  }

  /// WebSocket APIs call the action by its URI.
  var replacement: String {
    service.uri(of: service.actions[0]).map { uri in
      "use `aws: \(uri)` with its permissions in `allow`, or a function (`lambda: NAME`)"
    } ?? Self.functionInstead
  }
}

extension AwsService {
  /// The ARNs of an action's resources, for the policy of its role.
  func arns(for subtype: ServiceSubtype, _ found: [FoundResource], _ names: SpecNames) -> [Value] {
    subtype.resources?(found, names) ?? zip(things, found).compactMap { $0.resource.arn(for: $1) }
  }
}
