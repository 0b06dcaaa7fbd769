import YAMLTree

/// A value whose text has a form that the JSON Schema describes. Rules report other texts, with the reason.
public struct PatternSchema<Base: Schema>: Schema {
  let base: Base
  let pattern: StaticString

  /// Reads the value as the base does.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Base.Value? { base.read(node, key: key, reader) }
  /// The base's placeholder.
  public var placeholder: Base.Value { base.placeholder }
  /// Accepts functions if the base does.
  public var takesIntrinsic: Bool { base.takesIntrinsic }
  /// The base's values, with the pattern.
  public var shape: Shape { .matching(base.shape, String(describing: pattern)) }
  /// The base's expectation.
  public var expectation: String { base.expectation }
}

extension Schema {
  /// A value whose text matches a regular expression of JSON Schema.
  public static func matching<S: Schema>(_ pattern: StaticString, _ base: S) -> Self where Self == PatternSchema<S> {
    PatternSchema(base: base, pattern: pattern)
  }
}
