import YAMLTree

/// A value as its author gave it: a literal or one of CloudFormation's functions, and where it stands.
public struct Given<Literal: Sendable>: Sendable {
  /// What was given.
  public enum Content: Sendable {
    /// A value that is known now.
    case literal(Literal)
    /// A function that CloudFormation evaluates; checks that need the value are skipped.
    case intrinsic(Node)
  }

  /// Where it is written.
  public let mark: Mark
  /// The node that holds it; nil for a value that nobody wrote, or that is only a part of a node.
  public let node: Node?
  /// What was given.
  public let content: Content

  /// A literal at a place.
  public init(_ literal: Literal, at mark: Mark, node: Node? = nil) {
    self.mark = mark
    self.node = node
    content = .literal(literal)
  }

  /// A function at a place.
  public init(intrinsic: Node, at mark: Mark) {
    self.mark = mark
    node = intrinsic
    content = .intrinsic(intrinsic)
  }

  /// The literal, if it is one.
  public var literal: Literal? {
    if case .literal(let value) = content { value } else { nil }
  }

  /// The same with a literal of another kind; a function stays one.
  public func map<T>(_ convert: (Literal) -> T) -> Given<T> {
    switch content {
    case .literal(let value): Given<T>(convert(value), at: mark, node: node)
    case .intrinsic(let node): Given<T>(intrinsic: node, at: mark)
    }
  }
}

/// A value with the place where it stands.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it stands.
  public let mark: Mark

  /// A value at a place.
  public init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }
}

/// An element of a mapping whose keys the author chose.
public struct Named<Value: Sendable>: Sendable {
  /// The key.
  public let name: String
  /// Where the key is written.
  public let mark: Mark
  /// The key's node; nil where another text implies the key.
  public let node: Node?
  /// The value under the key.
  public let value: Value

  /// An element under a key.
  public init(name: String, mark: Mark, node: Node? = nil, value: Value) {
    self.name = name
    self.mark = mark
    self.node = node
    self.value = value
  }
}

/// One or many: a list, a single value in its place, or a function that gives the list.
public struct Many<Item: Sendable>: Sendable {
  /// The items, as far as they are known; a lone function, where one item may be a function.
  public let items: [Item]
  /// The function that stands in the list's place; it gives an item or the whole list.
  public let intrinsic: Node?
  /// Where it is written.
  public let mark: Mark
  /// The node of the list, or of the single value; nil for a list that nobody wrote.
  public let node: Node?

  /// Items, or the function that gives them.
  public init(items: [Item], intrinsic: Node? = nil, mark: Mark, node: Node? = nil) {
    self.items = items
    self.intrinsic = intrinsic
    self.mark = mark
    self.node = node
  }

  /// The literals among the items, where the items are texts.
  public func literals<T>() -> [T] where Item == Given<T> { items.compactMap(\.literal) }
}

/// Something passed on to CloudFormation as it is.
public struct Raw: Sendable {
  /// The node.
  public let node: Node
  /// Where it stands.
  public let mark: Mark
}

/// A span of time.
public struct Duration: Hashable, Sendable {
  /// Its length in milliseconds.
  public let milliseconds: Int

  /// A span of milliseconds.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// Whole seconds.
  public var seconds: Int { milliseconds / 1_000 }
}
