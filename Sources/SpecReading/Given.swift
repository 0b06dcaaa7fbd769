import YAMLTree

/// A value in the spec: a literal or a CloudFormation function, with its location.
public struct Given<Literal: Sendable>: Sendable {
  /// The kind of value.
  public enum Content: Sendable {
    /// A literal value.
    case literal(Literal)
    /// A function that CloudFormation evaluates; checks that need the value are skipped.
    case intrinsic(Node)
  }

  /// Where it is.
  public let mark: Mark
  /// Its node; nil for a default, or for a part of a node.
  public let node: Node?
  /// The literal or function.
  public let content: Content

  /// A literal at a location.
  public init(_ literal: Literal, at mark: Mark, node: Node? = nil) {
    self.mark = mark
    self.node = node
    content = .literal(literal)
  }

  /// A function at a location.
  public init(intrinsic: Node, at mark: Mark) {
    self.mark = mark
    node = intrinsic
    content = .intrinsic(intrinsic)
  }

  /// The literal; nil for a function.
  public var literal: Literal? {
    if case .literal(let value) = content { value } else { nil }
  }

  /// The value with its literal converted; a function is unchanged.
  public func map<T>(_ convert: (Literal) -> T) -> Given<T> {
    switch content {
    case .literal(let value): Given<T>(convert(value), at: mark, node: node)
    case .intrinsic(let node): Given<T>(intrinsic: node, at: mark)
    }
  }
}

/// A value with its location.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it is.
  public let mark: Mark

  /// A value at a location.
  public init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }
}

/// An element of a mapping with free keys.
public struct Named<Value: Sendable>: Sendable {
  /// The key.
  public let name: String
  /// The mark of the key.
  public let mark: Mark
  /// The key's node; nil if another value implies the key.
  public let node: Node?
  /// The value of the key.
  public let value: Value

  /// An element with its key.
  public init(name: String, mark: Mark, node: Node? = nil, value: Value) {
    self.name = name
    self.mark = mark
    self.node = node
    self.value = value
  }
}

/// A list, a single item, or a function that returns the list.
public struct Many<Item: Sendable>: Sendable {
  /// The known items. A single function is also an item, if items may be functions.
  public let items: [Item]
  /// The function in place of the list; it returns an item or the whole list.
  public let intrinsic: Node?
  /// Where it is.
  public let mark: Mark
  /// The node of the list or the single item; nil for a default.
  public let node: Node?

  /// Items, or the function that returns them.
  public init(items: [Item], intrinsic: Node? = nil, mark: Mark, node: Node? = nil) {
    self.items = items
    self.intrinsic = intrinsic
    self.mark = mark
    self.node = node
  }

  /// The items that are literals.
  public func literals<T>() -> [T] where Item == Given<T> { items.compactMap(\.literal) }
}

/// A value that is passed on to CloudFormation unchanged.
public struct Raw: Sendable {
  /// The node.
  public let node: Node
  /// Where it is.
  public let mark: Mark
}

/// A duration.
public struct Duration: Hashable, Sendable {
  /// Its length in milliseconds.
  public let milliseconds: Int

  /// A duration in milliseconds.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// The length in whole seconds.
  public var seconds: Int { milliseconds / 1_000 }
}
