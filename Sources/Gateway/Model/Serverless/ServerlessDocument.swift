import CloudFormation

/// The document of an HTTP API of SAM: the one that is written, or an empty one, with the authorizers of `Auth`.
extension ServerlessApi {
  /// The document, and whether nothing in it is unknown.
  var document: (body: Object, isWhole: Bool) {
    var body = Object([.init(key: "openapi", value: "3.0.1"), .init(key: "paths", value: .object(Object()))])
    var isWhole = true
    if let given = self["DefinitionBody"] {
      if let known = given.value.object, !given.isFunction { body = known } else { isWhole = false }
    }
    removeCompletedOperations(from: &body)
    let auth = ServerlessAuth(self)
    if !auth.schemes.isEmpty {
      var components = body["components"]?.object ?? Object()
      var schemes = components["securitySchemes"]?.object ?? Object()
      for scheme in auth.schemes { schemes.set(scheme) }
      components["securitySchemes"] = .object(schemes)
      body["components"] = .object(components)
    }
    if let security = auth.security { body.set(security) }
    return (body, isWhole && auth.isKnown)
  }

  /// The operation of the written document for a route's key.
  func operation(_ key: String) -> Model.Property? {
    guard let (paths, method) = ServerlessApi.place(of: key), let all = self["DefinitionBody"]?["paths"] else {
      return nil
    }
    for path in paths {
      if let found = all[path]?.members.first(where: { $0.name.lowercased() == method }) { return found }
    }
    return nil
  }

  /// Removes the operations without an integration that events complete: their routes are those of the events.
  private func removeCompletedOperations(from body: inout Object) {
    guard self["DefinitionBody"]?["paths"] != nil, var paths = body.member("paths"), var all = paths.value.object else {
      return
    }
    for route in events {
      guard let key = key(of: route)?.text, let bare = operation(key), !bare.hasIntegration else { continue }
      for path in ServerlessApi.place(of: key)?.paths ?? [] {
        guard var entry = all.member(path), var methods = entry.value.object else { continue }
        methods[bare.name] = nil
        entry.value = .object(methods)
        all.set(entry)
      }
    }
    paths.value = .object(all)
    body.set(paths)
  }

  /// The paths and the method of a route's key in a document.
  private static func place(of key: String) -> (paths: [String], method: String)? {
    if key == "$default" { return (["$default", "/$default"], DocumentWords.anyMethod) }
    let parts = key.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return nil }
    return ([parts[1]], parts[0] == "ANY" ? DocumentWords.anyMethod : parts[0].lowercased())
  }
}

extension Model.Property {
  /// Whether an operation of a document has a target, or may have one.
  var hasIntegration: Bool { isFunction || self[DocumentWords.integrationKey] != nil }
}
