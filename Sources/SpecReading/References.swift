import YAMLTree

/// What a name may refer to: the language's own list of kinds.
public protocol ReferenceKind: AnyObject, Sendable {
  /// How messages call it: "a function".
  var article: String { get }
}

/// The name of something that stands elsewhere; it is looked up once everything is read.
public struct NameSchema<Kind: ReferenceKind>: Schema {
  let kind: Kind

  /// Reads the name and notes it for the look-up.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given: Given<String> = reader.intrinsic(node) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    reader.note(text, node, key: key, isName: true)
    let name = Given(text, at: reader.tree.mark(node), node: node)
    reader.refer(name, kind: kind)
    return name
  }

  /// No name, nowhere.
  public var placeholder: Given<String> { Given("", at: .nowhere) }
  /// A function may stand here.
  public var takesIntrinsic: Bool { true }
  /// The same for programs.
  public var shape: Shape { .text }
  /// What is allowed.
  public var expectation: String { "the name of \(kind.article)" }
}

/// Anything: what CloudFormation takes there, passed on as it is.
public struct RawSchema: Schema {
  /// What the node must be.
  public enum Form: String, Sendable {
    /// Anything.
    case any = "a value"
    /// A mapping.
    case mapping = "a mapping"
  }

  let form: Form

  /// Takes the node as it is and notes it, so that its references are looked up.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Raw? {
    if form == .mapping, reader.tree.kind(node) != .mapping {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    reader.passOn(node)
    return Raw(node: node, mark: reader.tree.mark(node))
  }

  /// The first node of the tree, nowhere; nobody looks at it.
  public var placeholder: Raw { Raw(node: .first, mark: .nowhere) }
  /// The same for programs.
  public var shape: Shape { form == .mapping ? .mapping : .any }
  /// What is allowed.
  public var expectation: String { form.rawValue }
}

extension Schema {
  /// The name of something of a kind.
  public static func name<K: ReferenceKind>(of kind: K) -> Self where Self == NameSchema<K> { NameSchema(kind: kind) }
}

extension Schema where Self == RawSchema {
  /// Anything, passed on as it is.
  public static var raw: RawSchema { RawSchema(form: .any) }
  /// A mapping, passed on as it is.
  public static var rawMapping: RawSchema { RawSchema(form: .mapping) }
}
