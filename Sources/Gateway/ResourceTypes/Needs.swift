import CloudFormation

/// When a property has to be given.
struct Need: Sendable {
  /// Properties of which any one makes it needless.
  var unless: [String] = []
  /// A property and the values of it with which it is needed.
  var with: (property: String, values: [String])?
  /// The protocol of the APIs that need it.
  var only: ApiType?

  static func unless(_ names: String...) -> Need { Need(unless: names) }
  static func of(_ type: ApiType) -> Need { Need(only: type) }
  static func with(_ property: String, _ values: String..., of type: ApiType? = nil) -> Need {
    Need(with: (property, values), only: type)
  }
}

extension ResolvedSpec {
  /// The resources of a type that surely lack a property which AWS wants of them, by the type's description.
  func lacking(_ name: String, of type: ResourceType) -> [RawResource] {
    guard let need = type[name]?.needed else { return [] }
    return rawResources(type.name).filter { need.isNeed(of: $0, rawApis[$0]) && $0.lacks(name) }
  }

  /// What stands in resources of APIs of one protocol, although only the other has it.
  func forEachProperty(
    _ type: ResourceType, of protocolType: ApiType, only other: ApiType, _ body: (RawProperty) -> Void
  ) {
    for resource in rawResources(type.name) where rawApis[resource]?.isWebSocket == (protocolType == .websocket) {
      for property in resource.properties.members where type[property.name]?.only == other {
        // What is removed is not there.
        if let property = resource[property.name] { body(property) }
      }
    }
  }
}

extension Need {
  /// Whether a resource, which belongs to an API, has this need.
  fileprivate func isNeed(of resource: RawResource, _ api: RawApi?) -> Bool {
    if unless.contains(where: { resource[$0] != nil }) { return false }
    if let with, !with.values.contains(resource[with.property]?.text ?? "") { return false }
    return only == nil || api?.isWebSocket == (only == .websocket)
  }
}
