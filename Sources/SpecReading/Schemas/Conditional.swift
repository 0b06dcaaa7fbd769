import YAMLTree

/// A value that may depend on conditions: `!If [CONDITION, VALUE, VALUE]`, where `!Ref AWS::NoValue` is nothing.
public indirect enum Conditional<Value: Sendable>: Sendable {
  case value(Value)
  case nothing
  /// The condition, the node of the function, and its two values.
  case either(Given<String>, Node, Conditional, Conditional)

  /// All values that it may have.
  public var values: [Value] {
    switch self {
    case .value(let value): [value]
    case .nothing: []
    case .either(_, _, let first, let second): first.values + second.values
    }
  }

  /// Calls `body` with each of them; makes no list, as `values` does.
  public func forEach(_ body: (Value) -> Void) {
    switch self {
    case .value(let value): body(value)
    case .nothing: break
    case .either(_, _, let first, let second):
      first.forEach(body)
      second.forEach(body)
    }
  }

  /// Whether one of them is wanted.
  public func contains(where isWanted: (Value) -> Bool) -> Bool {
    var isFound = false
    forEach { isFound = isFound || isWanted($0) }
    return isFound
  }

  /// The value, if it depends on no condition.
  public var only: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// The node of the function; nil if it depends on no condition.
  public var function: Node? {
    if case .either(_, let node, _, _) = self { node } else { nil }
  }

  /// The values with the conditions on which they depend, each with whether it is true.
  public var branches: [(value: Value, conditions: [(name: String, holds: Bool)])] {
    switch self {
    case .value(let value): return [(value, [])]
    case .nothing: return []
    case .either(let condition, _, let first, let second):
      let name = condition.literal ?? ""
      return first.branches.map { ($0.value, [(name, true)] + $0.conditions) }
        + second.branches.map { ($0.value, [(name, false)] + $0.conditions) }
    }
  }
}

/// A value, or an `Fn::If` of two such values.
public struct ConditionalSchema<Base: Schema, Kind: ReferenceKind>: Schema {
  let base: Base
  let kind: Kind

  /// Reads both values of an `Fn::If` as the field would be read.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Conditional<Base.Value>? {
    if reader.isNoValue(node) { return .nothing }
    guard let arguments = reader.arguments(ofIf: node) else {
      return base.read(node, key: key, reader).map { .value($0) }
    }
    guard reader.takes(node), let condition = reader.condition(of: arguments, in: node, on: kind, key: key) else {
      return nil
    }
    let first = read(arguments[1], key: reader.tree.mark(arguments[1]), reader)
    let second = read(arguments[2], key: reader.tree.mark(arguments[2]), reader)
    return .either(condition, node, first ?? .nothing, second ?? .nothing)
  }

  /// The base's placeholder.
  public var placeholder: Conditional<Base.Value> { .value(base.placeholder) }
  /// Functions are accepted; apart from `Fn::If`, the base decides.
  public var takesIntrinsic: Bool { true }
  /// The base's values.
  public var shape: Shape { base.shape }
  /// The base's expectation.
  public var expectation: String { base.expectation }
}

/// A list of values that may depend on conditions: an `Fn::If` may be an item, or the whole list.
public struct ConditionalListSchema<Base: Schema, Kind: ReferenceKind>: Schema {
  let item: ConditionalSchema<Base, Kind>

  /// Reads each item; an `Fn::If` of lists makes each of their items depend on the condition.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Many<Conditional<Base.Value>>? {
    guard let arguments = reader.arguments(ofIf: node),
      arguments.dropFirst().contains(where: { reader.tree.kind($0) == .sequence && reader.isUntagged($0) })
    else { return ListSchema(item: item).read(node, key: key, reader) }
    guard let condition = reader.condition(of: arguments, in: node, on: item.kind, key: key) else { return nil }
    let arms = arguments.dropFirst().map { value in
      reader.isNoValue(value) ? [] : read(value, key: reader.tree.mark(value), reader)?.items ?? []
    }
    let items =
      arms[0].map { Conditional.either(condition, node, $0, .nothing) }
      + arms[1].map { Conditional.either(condition, node, .nothing, $0) }
    return Many(items: items, mark: reader.tree.mark(node), node: node)
  }

  /// An empty list.
  public var placeholder: Many<Conditional<Base.Value>> { ListSchema(item: item).placeholder }
  /// Of functions, only `Fn::If` is accepted.
  public var takesIntrinsic: Bool { true }
  /// One item or a list.
  public var shape: Shape { ListSchema(item: item).shape }
  /// The expected value, for messages.
  public var expectation: String { ListSchema(item: item).expectation }
}

extension Reader {
  /// Whether a node is `!Ref AWS::NoValue`.
  public func isNoValue(_ node: Node) -> Bool {
    if case .short(.ref) = tree.tag(node) { return tree.equals(node, "AWS::NoValue") }
    guard tree.kind(node) == .mapping, tree.count(node) == 1, tree.tag(node) == .none else { return false }
    return tree.entries(node).contains { tree.equals($0.key, "Ref") && tree.equals($0.value, "AWS::NoValue") }
  }

  /// The condition of an `Fn::If` with these arguments; nil if it cannot be read, which is reported.
  fileprivate func condition(
    of arguments: [Node], in node: Node, on kind: some ReferenceKind, key: Mark
  ) -> Given<String>? {
    guard arguments.count == 3 else {
      reportIncompleteIf(node)
      return nil
    }
    return KnownSchema(base: NameSchema(kind: kind)).read(arguments[0], key: key, self)
  }

  /// The `condition` to write in an element instead of an `Fn::If` around it, if it has such a key.
  func conditionHelp<T: SpecObject>(_ node: Node, in type: T.Type, isEach: Bool = false) -> String? {
    guard declaredFields(of: type).byKey["condition"] != nil, let parts = arguments(ofIf: node), parts.count == 3,
      isNoValue(parts[2]),
      tree.kind(parts[0]) == .scalar
    else { return nil }
    return "write `condition: \(tree.string(parts[0]))` in \(isEach ? "each of the mappings" : "the mapping") instead"
  }

  func reportIncompleteIf(_ node: Node) {
    report(
      .wrongKind, at: tree.mark(node), "`!If` expects a condition and two values",
      help: "write `!If [CONDITION, {…}, !Ref AWS::NoValue]`")
  }

  /// The plain scalars that an `Fn::If` may give, also one in another: CloudFormation passes them on as they are. None
  /// where aliases give more of them than a spec may have.
  func plainBranches(ofIf node: Node) -> [Node] {
    if isTooLarge { return [] }
    return (arguments(ofIf: node) ?? []).dropFirst().flatMap { branch in
      tree.kind(branch) == .scalar && isUntagged(branch) ? [branch] : plainBranches(ofIf: branch)
    }
  }

  /// A value of an `Fn::If` that was read as a text.
  public func text(ofBranch node: Node) -> Given<String> {
    isIntrinsic(node) || isDynamicReference(node)
      ? Given(intrinsic: node, at: tree.mark(node)) : Given(tree.string(node), at: tree.mark(node), node: node)
  }

  /// The arguments of `Fn::If`; nil for other nodes.
  public func arguments(ofIf node: Node) -> [Node]? { tree.arguments(ofIf: node) }
}

extension Tree {
  /// The arguments of `Fn::If`; nil for other nodes.
  public func arguments(ofIf node: Node) -> [Node]? {
    argument(of: .if, node).map { kind($0) == .sequence ? Array(items($0)) : [] }
  }
}

extension Schema {
  /// A value that may depend on conditions of a kind.
  public static func conditional<B: Schema, K: ReferenceKind>(_ base: B, on kind: K) -> Self
  where Self == ConditionalSchema<B, K> { ConditionalSchema(base: base, kind: kind) }
  /// A list of values that may depend on conditions of a kind.
  public static func conditionalList<B: Schema, K: ReferenceKind>(_ base: B, on kind: K) -> Self
  where Self == ConditionalListSchema<B, K> {
    ConditionalListSchema(item: ConditionalSchema(base: base, kind: kind))
  }
}
