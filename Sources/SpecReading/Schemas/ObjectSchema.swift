import YAMLTree

/// An object with fixed keys.
public struct ObjectSchema<T: SpecObject>: Schema {
  /// Reads the mapping, or its short form: a string or a function.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> T? {
    let isFunction = reader.isIntrinsic(node)
    if !isFunction, reader.tree.kind(node) == .mapping, reader.isUntagged(node) {
      return decode(node, key: key, shorthand: nil, reader)
    }
    if isFunction, reader.reportsConditionalMapping(node, of: T.self) { return nil }
    if isFunction || (reader.tree.kind(node) == .scalar && !reader.isEmpty(node) && reader.isUntagged(node)),
      let shorthand = T.shorthand(for: reader.text(in: node))
    {
      return decode(node, key: key, shorthand: shorthand, reader)
    }
    if let shorthand = reader.listShorthand(of: T.self, at: node) {
      return decode(node, key: key, shorthand: shorthand, reader)
    }
    reader.reportNoObject(node, T.self, reader.declaredFields(of: T.self))
    return nil
  }

  /// An element without a value is an empty mapping.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> T? {
    reader.isEmpty(node) ? decode(node, key: key, shorthand: nil, reader) : read(node, key: key, reader)
  }

  private func decode(_ node: Node, key: Mark, shorthand: StaticString?, _ reader: Reader) -> T? {
    guard reader.takes(node) else { return nil }
    if !T.mayBeEmpty, shorthand == nil, reader.tree.count(node) == 0 {
      reader.reportEmptyObject(node, reader.declaredFields(of: T.self))
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
  /// Reports a value in place of an object of a type, with the form of the object.
  @inline(never)
  fileprivate func reportNoObject(_ node: Node, _ type: any SpecObject.Type, _ fields: DeclaredFields) {
    let none = isEmpty(node) ? type.wordForNothing.map { "write `\($0)`, or remove the key" } : nil
    mismatch(node, expected: "a mapping", help: none, otherwise: form(of: type, for: node, fields))
  }

  /// The form of an object, for a value of another kind.
  private func form(of type: any SpecObject.Type, for node: Node, _ fields: DeclaredFields) -> String? {
    if tree.kind(node) == .sequence, tree.count(node) == 1 {
      guard let text = textOfOnlyItem(node) else { return "write the mapping without `-` or brackets" }
      if type.shorthand(for: text) != nil { return "write `\(text)`" }
    }
    // Several where one is due: two authorizers of a route.
    if tree.kind(node) == .sequence,
      let text = tree.items(node).first(where: { tree.kind($0) == .scalar }).map(tree.string),
      type.shorthand(for: text) != nil
    {
      return "write only one of them: `\(text)`"
    }
    let shown = fields.keys.filter { fields.required[$0] != nil }
    if tree.kind(node) == .scalar {
      let text = tree.string(node)
      if let help = type.help(forText: text) { return help }
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

  @inline(never)
  fileprivate func reportEmptyObject(_ node: Node, _ fields: DeclaredFields) {
    report(
      .emptyValue, at: tree.mark(node), "empty mapping",
      help: "write at least one of \(Suggestion.list(fields.keys)), or remove the key")
  }

  /// Whether an `Fn::If` chooses between mappings in place of an object; it is reported.
  @inline(never)
  fileprivate func reportsConditionalMapping(_ node: Node, of type: any SpecObject.Type) -> Bool {
    guard isConditionalMapping(node) else { return false }
    report(
      .wrongKind, at: tree.mark(node), "`!If` cannot choose between mappings here",
      help: conditionHelp(node, in: type) ?? "use `!If` for the values in the mapping")
    return true
  }

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
