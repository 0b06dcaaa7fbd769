import YAMLTree

/// An object with fixed keys.
public struct ObjectSchema<T: SpecObject>: Schema {
  /// Reads the mapping, or its short form: a string or a function.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> T? {
    let isFunction = reader.isIntrinsic(node)
    if !isFunction, reader.tree.kind(node) == .mapping, reader.isUntagged(node) {
      return decode(node, key: key, shorthand: nil, reader)
    }
    if isFunction, reader.isConditionalMapping(node) {
      reader.report(
        .wrongKind, at: reader.tree.mark(node), "`!If` cannot choose between mappings here",
        help: reader.conditionHelp(node, in: T.self)
          ?? "use `!If` for the values in the mapping")
      return nil
    }
    if isFunction || (reader.tree.kind(node) == .scalar && !reader.isEmpty(node) && reader.isUntagged(node)),
      let shorthand = T.shorthand(for: reader.text(in: node))
    {
      return decode(node, key: key, shorthand: shorthand, reader)
    }
    if let shorthand = reader.listShorthand(of: T.self, at: node) {
      return decode(node, key: key, shorthand: shorthand, reader)
    }
    let none = reader.isEmpty(node) ? T.wordForNothing.map { "write `\($0)`, or remove the key" } : nil
    reader.mismatch(node, expected: expectation, help: none, otherwise: form(node, reader))
    return nil
  }

  /// The form of the object, for a value of another kind.
  private func form(_ node: Node, _ reader: Reader) -> String? {
    if reader.tree.kind(node) == .sequence, reader.tree.count(node) == 1 {
      guard let text = reader.textOfOnlyItem(node) else { return "write the mapping without `-` or brackets" }
      if T.shorthand(for: text) != nil { return "write `\(text)`" }
    }
    // Several where one is due: two authorizers of a route.
    if reader.tree.kind(node) == .sequence,
      let text = reader.tree.items(node).first(where: { reader.tree.kind($0) == .scalar }).map(reader.tree.string),
      T.shorthand(for: text) != nil
    {
      return "write only one of them: `\(text)`"
    }
    let fields = reader.declaredFields(of: T.self)
    let shown = fields.keys.filter { fields.required[$0] != nil }
    if reader.tree.kind(node) == .scalar {
      let text = reader.tree.string(node)
      if let help = T.help(forText: text) { return help }
      if text.hasPrefix("arn:"), fields.byKey["arn"] != nil { return "write `{arn: \(text)}`" }
      if shown.isEmpty, Int(text) == nil,
        let key = fields.keys.first(where: { fields.byKey[$0]?.shape.mayBe(text) ?? false })
      {
        return "write `{\(key): \(text)}`"
      }
      if shown.count == 1, let field = fields.required[shown[0]], field.shape.mayBe(text) {
        return "write `{\(shown[0]): \(text)}`"
      }
    }
    let some = shown.isEmpty ? Array(fields.keys.prefix(3)) : shown
    return some.isEmpty ? nil : "write a mapping with keys such as \(Suggestion.list(some))"
  }

  /// An element without a value is an empty mapping.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> T? {
    reader.isEmpty(node) ? decode(node, key: key, shorthand: nil, reader) : read(node, key: key, reader)
  }

  private func decode(_ node: Node, key: Mark, shorthand: StaticString?, _ reader: Reader) -> T? {
    guard reader.takes(node) else { return nil }
    if !T.mayBeEmpty, shorthand == nil, reader.tree.count(node) == 0 {
      let keys = reader.declaredFields(of: T.self).keys
      reader.report(
        .emptyValue, at: reader.tree.mark(node), "empty mapping",
        help: "write at least one of \(Suggestion.list(keys)), or remove the key")
      return nil
    }
    var decoder = Decoder(
      node, key: key, fallbacks: reader.defaults(for: T.defaultsOwner), shorthand: shorthand, reader: reader)
    let object = T(fields: &decoder)
    decoder.finish(T.self)
    return object
  }

  /// An object of placeholders.
  public var placeholder: T {
    var describer = Describer()
    return T(fields: &describer)
  }

  /// The object's fields.
  public var shape: Shape { .object(T.self) }
  /// The expected value, for messages.
  public var expectation: String { "a mapping" }
}

extension Reader {
  /// The key that a list is the value of; nil for other nodes and other types.
  func listShorthand<T: SpecObject>(of type: T.Type, at node: Node) -> StaticString? {
    tree.kind(node) == .sequence && isUntagged(node) ? T.listShorthand : nil
  }

  /// The text of a list's only item, if it is a scalar.
  func textOfOnlyItem(_ list: Node) -> String? {
    guard tree.count(list) == 1 else { return nil }
    return tree.items(list).first { tree.kind($0) == .scalar && isUntagged($0) && !isEmpty($0) }.map(tree.string)
  }
}

extension Schema {
  /// An object with fixed keys.
  public static func object<T: SpecObject>(_ type: T.Type) -> Self where Self == ObjectSchema<T> { ObjectSchema<T>() }
}
