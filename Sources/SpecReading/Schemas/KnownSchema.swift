import YAMLTree

/// A value that determines the template, so that a function is not accepted.
public struct KnownSchema<Base: Schema>: Schema {
  let base: Base

  /// Reads the value; reports a function, with the reason.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Base.Value? {
    guard reader.isIntrinsic(node) else {
      let noted = reader.expressions.count
      let value = base.read(node, key: key, reader)
      for index in noted..<reader.expressions.count { reader.expressions[index].takesFunction = false }
      return value
    }
    reader.report(
      .notAllowed, at: reader.tree.mark(node), "expected \(expectation), found \(reader.found(node))",
      help: base.help(forFunction: node, reader)
        ?? "write a literal: the template depends on this value, but functions are evaluated at deployment"
        + (reader.arguments(ofIf: node) == nil ? "" : "; a variable may differ between `environments`"))
    return nil
  }

  /// The base's placeholder.
  public var placeholder: Base.Value { base.placeholder }
  /// The base's values.
  public var shape: Shape { base.shape }
  /// The base's expectation.
  public var expectation: String { base.expectation }
}

extension Schema {
  /// A value that must be a literal.
  public static func known<S: Schema>(_ base: S) -> Self where Self == KnownSchema<S> { KnownSchema(base: base) }
}
