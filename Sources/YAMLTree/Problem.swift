/// Something wrong with the YAML itself, whatever it is meant to say.
public struct Problem: Sendable {
  /// What sort of mistake it is.
  public enum Kind: Int, CaseIterable, Sendable {
    /// The bytes are not UTF-8 text that YAML allows.
    case encoding
    /// The text does not follow YAML's grammar.
    case syntax
    /// There is nothing in the file.
    case empty
    /// The file goes on with another document after `---`.
    case secondDocument
    /// The document is a list or a single value.
    case rootNotMapping
    /// A mapping has the same key twice.
    case duplicateKey
    /// A key is a list or a mapping.
    case keyNotText
    /// Lists and mappings stand within one another too deeply.
    case nesting
    /// The file is larger than what is read.
    case tooLarge
    /// An alias names an anchor that is not there, or one that it stands in itself.
    case undefinedAlias
    /// The value of `<<` is not a mapping or a list of them.
    case mergeValue
  }

  /// What sort of mistake it is.
  public let kind: Kind
  /// The mistake in a sentence.
  public let message: String
  /// Where it stands.
  public let mark: Mark
  /// Other places that explain it.
  public let related: [RelatedMark]
  /// What to write instead.
  public let help: String?

  /// A mistake at a place.
  public init(kind: Kind, message: String, mark: Mark, related: [RelatedMark] = [], help: String? = nil) {
    self.kind = kind
    self.message = message
    self.mark = mark
    self.related = related
    self.help = help
  }
}

/// A second place that explains a mistake.
public struct RelatedMark: Sendable {
  /// What stands there.
  public let message: String
  /// Where it stands.
  public let mark: Mark

  /// A second place that explains a mistake.
  public init(message: String, mark: Mark) {
    self.message = message
    self.mark = mark
  }
}
