import YAMLTree

/// A change to the files that mends a finding: there is one right answer, and this is it.
public struct Fix: Hashable, Sendable {
  /// What it does, as an order: "write `lambda`".
  public let description: String
  /// What it changes; none of them overlaps another.
  public let edits: [Edit]

  /// A change in one or more places.
  public init(_ description: String, edits: [Edit]) {
    self.description = description
    self.edits = edits
  }

  /// A change in one place.
  public init(_ description: String, at mark: Mark, original: String? = nil, replacement: String) {
    self.init(description, edits: [Edit(mark: mark, original: original, replacement: replacement)])
  }
}

/// A range of a file, and what is to stand there instead.
public struct Edit: Hashable, Sendable {
  /// The range.
  public let mark: Mark
  /// What is believed to stand there; the change is not made where something else does.
  public let original: String?
  /// The new text; empty to take the range away.
  public let replacement: String

  /// A range of a file, and what is to stand there instead.
  public init(mark: Mark, original: String? = nil, replacement: String) {
    self.mark = mark
    self.original = original
    self.replacement = replacement
  }
}
