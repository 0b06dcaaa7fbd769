/// A mistake in the YAML itself, independent of its content.
public struct Problem: Sendable {
  /// The kinds of mistakes.
  public enum Kind: Int, CaseIterable, Sendable {
    /// The file is not UTF-8, or has characters that YAML does not allow.
    case encoding
    /// The text does not follow YAML's grammar.
    case syntax
    /// The file is empty.
    case empty
    /// The file has a second document after `---`.
    case secondDocument
    /// The document is a list or a single value.
    case rootNotMapping
    /// A mapping has a duplicate key.
    case duplicateKey
    /// A key is a list or a mapping.
    case keyNotText
    /// Lists and mappings are nested too deeply.
    case nesting
    /// The file exceeds a size limit.
    case tooLarge
    /// An alias refers to an undefined anchor, or to a node that contains the alias.
    case undefinedAlias
    /// The value of `<<` is neither a mapping nor a list of mappings.
    case mergeValue
  }

  /// The kind of mistake.
  public let kind: Kind
  /// One line: what is wrong.
  public let message: String
  /// Where it is.
  public let mark: Mark
  /// Other locations that explain it.
  public let related: [RelatedMark]
  /// How to fix it.
  public let help: String?

  /// A mistake at a location.
  public init(kind: Kind, message: String, mark: Mark, related: [RelatedMark] = [], help: String? = nil) {
    self.kind = kind
    self.message = message
    self.mark = mark
    self.related = related
    self.help = help
  }
}

/// A second location that explains a mistake.
public struct RelatedMark: Sendable {
  /// What is at that location.
  public let message: String
  /// Where it is.
  public let mark: Mark

  /// A second location that explains a mistake.
  public init(message: String, mark: Mark) {
    self.message = message
    self.mark = mark
  }
}
