import CloudFormation

extension Model {
  /// The resources of a type that certainly lack a required property, according to the description of the type.
  func lacking(_ name: String, of type: ResourceType) -> [Resource] {
    guard let property = type[name], property.needed != nil else { return [] }
    return resources(type.name).filter { $0.needs(property) && $0.lacks(name) }
  }

  /// The properties of resources of HTTP APIs that only WebSocket APIs have.
  func forEachMessageProperty(_ type: ResourceType, _ body: (Property) -> Void) {
    let names = type.names(only: .websocket)
    for resource in resources(type.name) {
      guard resource.record.properties.hasMember(in: names), resource.api?.isWebSocket == false else { continue }
      for member in resource.record.properties.members where type[member.key]?.only == .websocket {
        if let property = resource[member.key] { body(property) }
      }
    }
  }
}

extension Model.Resource {
  /// Whether AWS requires a property of it, although CloudFormation's schema does not require it.
  func needs(_ property: ResourceType.Property) -> Bool { properties.needs(property) }
}

extension Model.Property {
  /// Whether AWS requires a key of this mapping, although CloudFormation's schema does not require it.
  func needs(_ property: ResourceType.Property) -> Bool {
    property.needed?.isNeed(isWebSocket: resource.api?.isWebSocket) { self[$0].map { $0.text ?? "" } } ?? false
  }
}

extension ResourceType {
  /// The properties that only one protocol supports.
  func names(only type: ApiType) -> [String] { properties.filter { $0.only == type }.map(\.name) }
}
