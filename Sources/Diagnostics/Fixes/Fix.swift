import YAMLTree

/// A change to the files that fixes a finding which has exactly one correct fix.
public struct Fix: Hashable, Sendable {
  /// What it does, in the imperative: "write `lambda`".
  public let description: String
  /// Its edits, which do not overlap.
  public let edits: [Edit]

  /// A change in one or more locations.
  public init(_ description: String, edits: [Edit]) {
    self.description = description
    self.edits = edits
  }

  /// A change in one location.
  public init(_ description: String, at mark: Mark, original: String? = nil, replacement: String) {
    self.init(description, edits: [Edit(mark: mark, original: original, replacement: replacement)])
  }
}

/// A range of a file and its replacement.
public struct Edit: Hashable, Sendable {
  /// The range.
  public let mark: Mark
  /// The expected text; the edit is skipped if the file has another.
  public let original: String?
  /// The new text; empty to delete the range.
  public let replacement: String

  /// A range of a file and its replacement.
  public init(mark: Mark, original: String? = nil, replacement: String) {
    self.mark = mark
    self.original = original
    self.replacement = replacement
  }
}
