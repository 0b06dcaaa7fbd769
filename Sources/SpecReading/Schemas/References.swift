import YAMLTree

/// The kinds of elements that a name may refer to, defined by the language.
public protocol ReferenceKind: AnyObject, Sendable {
  /// The noun for messages: "a function".
  var article: String { get }
  /// What to write instead of a function where none is accepted; nil if it is a literal.
  func help(forFunction node: Node, _ reader: Reader) -> String?
  /// What to write instead of a mapping, whose keys are in lower case.
  func help(forMappingWith keys: Set<String>) -> String
}

extension ReferenceKind {
  /// A literal.
  public func help(forFunction node: Node, _ reader: Reader) -> String? { nil }
  /// A name.
  public func help(forMappingWith keys: Set<String>) -> String { "define it under a name, and write the name here" }
}

/// The name of another element; it is looked up after everything is read.
public struct NameSchema<Kind: ReferenceKind>: Schema {
  let kind: Kind

  /// Reads the name and records the reference.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given: Given<String> = reader.intrinsic(node) {
      for branch in reader.plainBranches(ofIf: node) {
        let name = Given(reader.tree.string(branch), at: reader.tree.mark(branch), node: branch)
        reader.refer(name, kind: kind, isBranch: true)
      }
      return given
    }
    if reader.tree.kind(node) == .mapping, reader.isUntagged(node) {
      let keys = Set(reader.tree.entries(node).map { Suggestion.plain(reader.tree.string($0.key)) })
      reader.mismatch(node, expected: expectation, last: kind.help(forMappingWith: keys))
      return nil
    }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    reader.note(text, node, key: key, isName: true)
    let name = Given(text, at: reader.tree.mark(node), node: node)
    reader.refer(name, kind: kind)
    return name
  }

  /// An empty name without a location.
  public var placeholder: Given<String> { Given("", at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .text }
  /// The expected value, for messages.
  public var expectation: String { "the name of \(kind.article)" }
  /// The help of the kind.
  public func help(forFunction node: Node, _ reader: Reader) -> String? { kind.help(forFunction: node, reader) }
}

/// A CloudFormation value, passed on unchanged.
public struct RawSchema: Schema {
  /// The accepted type of node.
  public enum Form: String, Sendable {
    /// Any value.
    case any = "a value"
    /// A mapping.
    case mapping = "a mapping"
  }

  let form: Form

  /// Records the node, so that its references are looked up.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Raw? {
    if form == .mapping, reader.tree.kind(node) != .mapping {
      let help = reader.helpForList(node, of: nil, key: KeyGrammar.any.example)
      reader.mismatch(node, expected: expectation, help: help)
      return nil
    }
    reader.passOn(node)
    return Raw(node: node, mark: reader.tree.mark(node))
  }

  /// A placeholder node without a location.
  public var placeholder: Raw { Raw(node: .first, mark: .nowhere) }
  /// The accepted values.
  public var shape: Shape { form == .mapping ? .mapping : .any }
  /// The expected value, for messages.
  public var expectation: String { form.rawValue }
}

extension Schema {
  /// The name of an element of a kind.
  public static func name<K: ReferenceKind>(of kind: K) -> Self where Self == NameSchema<K> { NameSchema(kind: kind) }
}

extension Schema where Self == RawSchema {
  /// Any value, passed on unchanged.
  public static var raw: RawSchema { RawSchema(form: .any) }
  /// A mapping, passed on unchanged.
  public static var rawMapping: RawSchema { RawSchema(form: .mapping) }
}
