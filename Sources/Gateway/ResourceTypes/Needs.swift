import CloudFormation

/// When a property is required.
struct Need: Sendable {
  /// Properties any of which makes it optional.
  var unless: [String] = []
  /// A property and the values with which it is required.
  var with: (property: String, values: [String])?
  /// The protocol of the APIs that require it.
  var only: ApiType?

  static func unless(_ names: String...) -> Need { Need(unless: names) }
  static func of(_ type: ApiType) -> Need { Need(only: type) }
  static func with(_ property: String, _ values: String..., of type: ApiType? = nil) -> Need {
    Need(with: (property, values), only: type)
  }
}

extension Model {
  /// The resources of a type that certainly lack a required property, according to the description of the type.
  func lacking(_ name: String, of type: ResourceType) -> [Resource] {
    guard let need = type[name]?.needed else { return [] }
    return resources(type.name).filter { resource in
      need.isNeed(isWebSocket: resource.api?.isWebSocket) { resource[$0]?.text ?? (resource[$0] == nil ? nil : "") }
        && resource.lacks(name)
    }
  }

  /// The properties of resources of APIs of one protocol that only the other protocol has.
  func forEachProperty(
    _ type: ResourceType, of protocolType: ApiType, only other: ApiType, _ body: (Property) -> Void
  ) {
    for resource in resources(type.name) where resource.api?.isWebSocket == (protocolType == .websocket) {
      for member in resource.record.properties.members where type[member.key]?.only == other {
        if let property = resource[member.key] { body(property) }
      }
    }
  }
}

extension ResolvedSpec {
  /// The resources of a type that certainly lack a required property, according to the description of the type.
  func lacking(_ name: String, of type: ResourceType) -> [RawResource] {
    guard let need = type[name]?.needed else { return [] }
    return rawResources(type.name).filter { resource in
      need.isNeed(isWebSocket: rawApis[resource]?.isWebSocket) {
        resource[$0]?.text ?? (resource[$0] == nil ? nil : "")
      } && resource.lacks(name)
    }
  }
}

extension Need {
  /// Whether the property is required in a resource of an API. `text` returns the text of a property: empty if it is
  /// unknown, nil if the property is not set.
  fileprivate func isNeed(isWebSocket: Bool?, text: (String) -> String?) -> Bool {
    if unless.contains(where: { text($0) != nil }) { return false }
    if let with, !with.values.contains(text(with.property) ?? "") { return false }
    return only == nil || isWebSocket == (only == .websocket)
  }
}
