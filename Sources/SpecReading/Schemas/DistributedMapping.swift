import YAMLTree

/// An `Fn::If` of two mappings, read as one mapping whose values are `Fn::If`.
extension Reader {
  private typealias Entry = (key: Node, value: Node)

  /// The mapping that is equal to an `Fn::If` of mappings; the node itself if it is not one; nil for a mistake, which is
  /// reported. `!If [C, {a: 1}, {b: 2}]` is `{a: !If [C, 1, !Ref AWS::NoValue], b: !If [C, !Ref AWS::NoValue, 2]}`.
  public func distributed(_ node: Node, expectation: String) -> Node? {
    guard arguments(ofIf: node) != nil else { return node }
    return conditionalEntries(of: node, expectation: expectation).map { tree.mapping($0, like: node) }
  }

  /// Whether a node is an `Fn::If` with a mapping as one of its values, apart from functions.
  public func isConditionalMapping(_ node: Node) -> Bool {
    guard let values = arguments(ofIf: node)?.dropFirst() else { return false }
    return values.contains { value in
      arguments(ofIf: value) != nil
        ? isConditionalMapping(value) : tree.kind(value) == .mapping && isUntagged(value) && !isIntrinsic(value)
    }
  }

  /// The entries of a mapping, each under the conditions of the functions around it.
  private func conditionalEntries(of node: Node, expectation: String) -> [Entry]? {
    guard let parts = arguments(ofIf: node) else {
      guard tree.kind(node) == .mapping, isUntagged(node), !isIntrinsic(node) else {
        mismatch(node, expected: expectation)
        return nil
      }
      return Array(tree.entries(node))
    }
    guard parts.count == 3 else {
      reportIncompleteIf(node)
      return nil
    }
    let arms = parts.dropFirst().map { isNoValue($0) ? [] : conditionalEntries(of: $0, expectation: expectation) }
    guard let first = arms[0], let second = arms[1] else { return nil }
    let names = Set(first.map { tree.string($0.key) })
    let joined = first.map { entry in
      let other = second.last { tree.string($0.key) == tree.string(entry.key) }?.value
      return (key: entry.key, value: function([parts[0], entry.value, other ?? noValue(like: node)], like: node))
    }
    let rest = second.filter { !names.contains(tree.string($0.key)) }
    return joined
      + rest.map { (key: $0.key, value: function([parts[0], noValue(like: node), $0.value], like: node)) }
  }

  /// `Ref: AWS::NoValue`, with the mark of another node.
  private func noValue(like node: Node) -> Node {
    tree.mapping([(tree.text("Ref", like: node), tree.text("AWS::NoValue", like: node))], like: node)
  }

  /// An `Fn::If` in the spelling of another one.
  private func function(_ arguments: [Node], like node: Node) -> Node {
    guard tree.kind(node) == .mapping, let entry = tree.firstEntry(node) else {
      return tree.list(arguments, like: node, withTag: true)
    }
    return tree.mapping([(entry.key, tree.list(arguments, like: entry.value))], like: node)
  }
}

/// A mapping with free keys, or an `Fn::If` of two of them: its values may be functions.
public struct ConditionalMapSchema<Base: Schema>: Schema {
  let base: Base

  /// Reads the mapping.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Base.Value? {
    reader.distributed(node, expectation: expectation).flatMap { base.read($0, key: key, reader) }
  }

  /// An element without a value is an empty mapping.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Base.Value? {
    reader.isEmpty(node) ? base.readElement(node, key: key, reader) : read(node, key: key, reader)
  }

  /// The base's placeholder.
  public var placeholder: Base.Value { base.placeholder }
  /// Of functions, only `Fn::If` is accepted.
  public var takesIntrinsic: Bool { true }
  /// The base's values.
  public var shape: Shape { base.shape }
  /// The base's expectation.
  public var expectation: String { base.expectation }
}

extension Schema {
  /// A mapping that may be an `Fn::If` of two mappings.
  public static func conditionalMap<B: Schema>(_ base: B) -> Self where Self == ConditionalMapSchema<B> {
    ConditionalMapSchema(base: base)
  }
}

extension Schema where Self == ConditionalMapSchema<MapSchema<TextSchema>> {
  /// A mapping of texts with free keys, which may depend on conditions.
  public static var conditionalTexts: Self { .conditionalMap(.map(.text, keys: .any)) }
}
