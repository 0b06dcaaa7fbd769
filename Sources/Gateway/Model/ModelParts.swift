import CloudFormation
import SpecReading

extension Model {
  /// The routes, integrations and authorizers of all APIs, connected with each other.
  struct Parts {
    private(set) var routes: [Route] = []
    private(set) var integrations: [Integration] = []
    let authorizers: [Authorizer]

    init(_ model: Model, _ owner: (Resource) -> Api?) {
      authorizers = model.resources("Authorizer").map { Authorizer($0, owner($0)) }
      let checkers = Dictionary(authorizers.map { ($0.resource.id, $0) }) { first, _ in first }
      // Each target of the language is an integration of its own here, with its own places; the rest are resources.
      let targets = model.loweredTargets.map { target in
        let resource = model.view(of: target)
        return Integration(resource, owner(resource), target: target.target)
      }
      let isLowered = Set(model.loweredTargets.map(\.id))
      let others = model.resources("Integration").filter { !isLowered.contains($0.id) }.map {
        Integration($0, owner($0), target: nil)
      }
      // What else is wrong with a target that its protocol does not have does not matter.
      let served = targets.filter { integration in
        integration.target?.integration.serves(integration.isWebSocket == true ? .websocket : .http) ?? true
      }
      integrations = served + others
      let byId = Dictionary(integrations.map { ($0.resource.id, $0) }) { first, _ in first }
      // They are in the order of the template.
      var lowered = model.loweredRoutes[...]
      for resource in model.resources("Route") {
        let place = lowered.firstIndex { $0.id == resource.id }
        let known = place.map { lowered[$0] }
        if let place { lowered = lowered[(place + 1)...] }
        let route = Route(
          resource, owner(resource), known,
          known.map { targets[$0.target] } ?? resource["Target"]?.integrationId.flatMap { byId[$0] },
          resource["AuthorizerId"]?.target.flatMap { checkers[$0] })
        route.integration?.routes.append(route)
        route.authorizer?.routes.append(route)
        // Each of the authorizers that conditions choose between.
        if route.authorizer == nil, let id = resource["AuthorizerId"], id.isFunction {
          for branch in id.branches { branch.target.flatMap { checkers[$0] }?.routes.append(route) }
        }
        routes.append(route)
      }
    }
  }

  /// The integration of a target, with the places of this very target.
  fileprivate func view(of target: LoweredTarget) -> Resource {
    guard let whole = resource(target.id) else {
      var record = CloudFormation.Resource(id: target.id, type: ResourceType.prefix + "Integration")
      record.properties = target.properties
      return Resource(
        record, .language, at: target.name.mark, isWhole: spec.isWhole(target: target.name.mark), in: self)
    }
    var record = whole.record
    record.properties = target.properties
    // What `properties` and `overrides` change holds for all targets that share it.
    for member in whole.record.properties.members where member.value != target.properties[member.key] {
      record.properties.set(member)
    }
    for member in target.properties.members where whole.record.properties[member.key] == nil {
      record.properties[member.key] = nil
    }
    return Resource(record, .language, at: target.name.mark, isWhole: spec.isWhole(target: target.name.mark), in: self)
  }
}

extension Value {
  /// The `Target` of a route that an integration answers. In `Fn::Sub`, a full stop in its ID would begin an attribute.
  static func target(_ integrationId: String) -> Value {
    ["Fn::Join": ["/", .list(["integrations", .ref(integrationId)])]]
  }
}

extension Model.Property {
  /// The logical ID of the integration that a route's `Target` names, `integrations/ID`.
  var integrationId: String? {
    switch value {
    case .object(let object): object.members.count == 1 && object.members[0].key.hasPrefix("Fn::") ? reference : nil
    default: nil
    }
  }
}
