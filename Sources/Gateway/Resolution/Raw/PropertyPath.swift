/// A property of a type of resource, or of what stands inside one.
struct PropertyPath {
  let type: String
  /// Names from `Properties` on; `*` is every member of a mapping, or every item of a list.
  let names: [String]

  /// `Route`, `Target` of API Gateway v2's types; `Stage`, `RouteSettings.*.LoggingLevel`.
  init(_ type: String, _ path: String) {
    self.type = type.mentions("::") ? type : ResourceType.prefix + type
    names = path.split(separator: ".").map(String.init)
  }
}

extension PropertyPath {
  /// What may stand there, as its type describes it.
  var form: PropertyForm? { ResourceType.named(type)?[names[0]]?.form.at(names.dropFirst()) }
}

extension ResolvedSpec {
  /// Every property of a kind that authors write of resources.
  func forEachProperty(_ path: PropertyPath, _ body: (RawProperty) -> Void) {
    for resource in rawResources(path.type) + (rawPartsByType[path.type] ?? []) {
      resource.properties.forEach(path.names[...], body)
    }
    documents.forEachProperty(path, body)
  }

  /// The same of resources of API Gateway v2 that belong to APIs of one protocol.
  func forEachProperty(
    _ type: String, of protocolType: ApiType, _ paths: [String], _ body: (RawProperty) -> Void
  ) {
    let resources = rawGateway(type, of: protocolType)
    for path in resources.isEmpty ? [] : paths.map({ PropertyPath(type, $0) }) {
      for resource in resources { resource.properties.forEach(path.names[...], body) }
    }
  }
}

extension RawProperty {
  /// What a path leads to from here.
  func forEach(_ path: ArraySlice<String>, _ body: (RawProperty) -> Void) {
    guard let name = path.first else { return body(self) }
    if name == "*" {
      for part in items ?? members { part.forEach(path.dropFirst(), body) }
    } else {
      self[name]?.forEach(path.dropFirst(), body)
    }
  }
}
