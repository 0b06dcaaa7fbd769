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
  // A `Content` would take 8 more bytes, and a spec has many values.
  private let place: PossibleNode
  /// The literal; nil for a function.
  public let literal: Literal?

  /// A literal at a location.
  public init(_ literal: Literal, at mark: Mark, node: Node? = nil) {
    self.mark = mark
    place = PossibleNode(node)
    self.literal = literal
  }

  /// A function at a location.
  public init(intrinsic: Node, at mark: Mark) {
    self.mark = mark
    place = PossibleNode(intrinsic)
    literal = nil
  }

  /// Its node; nil for a default, or for a part of a node.
  public var node: Node? { place.node }

  /// The literal or function.
  public var content: Content {
    if let literal { return .literal(literal) }
    guard let node = place.node else { preconditionFailure("a function has a node") }
    return .intrinsic(node)
  }
}

extension Given<String> {
  /// The mark of a part of a literal, if the file has the text as it reads; otherwise the mark of all of it.
  public func mark(of part: Range<String.Index>) -> Mark {
    guard let text = literal else { return mark }
    return mark.withoutQuotes(around: text).mark(of: part, in: text) ?? mark
  }
}

/// An element of a mapping with free keys.
public struct Named<Value: Sendable>: Sendable {
  /// The key.
  public let name: String
  /// The mark of the key.
  public let mark: Mark
  private let place: PossibleNode
  /// The value of the key.
  public let value: Value

  /// An element with its key.
  public init(name: String, mark: Mark, node: Node? = nil, value: Value) {
    self.name = name
    self.mark = mark
    place = PossibleNode(node)
    self.value = value
  }

  /// The key's node; nil if another value implies the key.
  public var node: Node? { place.node }
}

/// A list, a single item, or a function that returns the list.
public struct Many<Item: Sendable>: Sendable {
  /// The known items. A single function is also an item, if items may be functions.
  public let items: [Item]
  private let function: PossibleNode
  /// Where it is.
  public let mark: Mark
  private let place: PossibleNode

  /// Items, or the function that returns them.
  public init(items: [Item], intrinsic: Node? = nil, mark: Mark, node: Node? = nil) {
    self.items = items
    function = PossibleNode(intrinsic)
    self.mark = mark
    place = PossibleNode(node)
  }

  /// The function in place of the list; it returns an item or the whole list.
  public var intrinsic: Node? { function.node }

  /// The node of the list or the single item; nil for a default.
  public var node: Node? { place.node }

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
