import YAMLTree

/// A value that has to be known now, since what is written depends on it: no function may stand in its place.
public struct KnownSchema<Base: Schema>: Schema {
  let base: Base

  /// Reads the value; a function is met with the reason why it cannot stand here.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Base.Value? {
    guard reader.isIntrinsic(node) else {
      let noted = reader.expressions.count
      let value = base.read(node, key: key, reader)
      for index in noted..<reader.expressions.count { reader.expressions[index].takesFunction = false }
      return value
    }
    reader.report(
      .notAllowed, at: reader.tree.mark(node), "expected \(expectation), found \(reader.found(node))",
      help: "the template depends on it, so it has to be known before CloudFormation evaluates functions")
    return nil
  }

  /// The base's.
  public var placeholder: Base.Value { base.placeholder }
  /// The base's.
  public var shape: Shape { base.shape }
  /// The base's.
  public var expectation: String { base.expectation }
}

extension Schema {
  /// A value that has to be known now.
  public static func known<S: Schema>(_ base: S) -> Self where Self == KnownSchema<S> { KnownSchema(base: base) }
}
