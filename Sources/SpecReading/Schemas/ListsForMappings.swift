import YAMLTree

extension Reader {
  /// Help for a list in place of a mapping with free keys: the author's own names as keys.
  ///
  /// - Parameters:
  ///   - type: the type of the elements, if they are objects.
  ///   - key: the key to show for an element without a name.
  func helpForList(_ node: Node, of type: (any SpecObject.Type)?, key: String) -> String? {
    guard tree.kind(node) == .sequence, isUntagged(node) else { return nil }
    let items = Array(tree.items(node))
    if let first = items.first(where: { tree.kind($0) == .mapping }) { return helpForItem(first, of: type, key: key) }
    // An item may be `NAME=VALUE`, or `NAME: VALUE` in quotes.
    let names = items.prefix(3).filter { tree.kind($0) == .scalar }.map { item in
      let text = tree.string(item)
      if text.contains(": ") { return text }
      let parts = text.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? "\(parts[0]): \(parts[1])" : "\(text): …"
    }
    return names.isEmpty ? nil : "write `{\(names.joined(separator: ", "))}`"
  }

  /// Help for an item of such a list.
  func helpForItem(_ item: Node, of type: (any SpecObject.Type)?, key: String) -> String? {
    func text(_ names: [String]) -> String? {
      let entry = tree.entries(item).first { names.contains(tree.string($0.key)) }
      return entry.flatMap { tree.kind($0.value) == .scalar ? tree.string($0.value) : nil }
    }
    // An event of the Serverless Framework.
    if let event = tree.firstEntry(item), tree.count(item) == 1,
      ["httpApi", "websocket"].contains(tree.string(event.key))
    {
      if tree.kind(event.value) == .mapping { return helpForItem(event.value, of: type, key: key) }
      let words = tree.string(event.value)
      return "write `{\(words == "*" ? "$default" : words): …}`, without dashes"
    }
    if let method = text(["method", "httpMethod"]), let path = text(["path", "route"]) {
      return "write `{\(method.uppercased()) \(path): …}`: the method and the path are the key"
    }
    if tree.count(item) == 2, let name = text(["name", "Name", "key", "Key"]), let value = text(["value", "Value"]) {
      return "write `{\(name): \(value)}`"
    }
    // `- books:` with the keys of the element below it.
    if let first = tree.firstEntry(item), isEmpty(first.value), tree.count(item) > 1 {
      return "write `{\(tree.string(first.key)): {…}}`, without dashes"
    }
    let words = [
      "name": "name", "id": "name", "key": "name", "priority": "priority", "statuscode": "status code",
      "routekey": "route key", "stagename": "name", "authorizername": "name", "functionname": "name",
      "domainname": "host",
    ]
    for entry in tree.entries(item) {
      guard let word = words[Suggestion.plain(tree.string(entry.key))] else { continue }
      let name = tree.string(entry.value)
      if name.isEmpty { break }
      return tree.count(item) == 1 ? "write `{\(name): {}}`" : "write `{\(name): {…}}`: the \(word) is the key"
    }
    guard let first = tree.firstEntry(item) else { return nil }
    let field = tree.string(first.key)
    // A field of the element: the element itself has no name yet.
    if let type, hasField(field, type) {
      let value = tree.kind(first.value) == .scalar ? tree.string(first.value) : "…"
      let rest = tree.count(item) > 1 ? ", …" : ""
      return "write `{\(key): {\(field): \(value)\(rest)}}`: each element needs a name, which is its key"
    }
    return "write `{\(field): …}`, without dashes"
  }

  func hasField<T: SpecObject>(_ name: String, _ type: T.Type) -> Bool {
    declaredFields(of: type).byKey[name] != nil
  }
}
