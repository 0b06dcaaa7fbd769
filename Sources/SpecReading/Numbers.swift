import YAMLTree

/// A whole number.
public struct IntegerSchema: Schema {
  let range: ClosedRange<Int>

  /// Reads a whole number within the range.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Int>? {
    if let given: Given<Int> = reader.intrinsic(node) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    // Only as JSON writes it: `080` and `+80` may mean something else.
    guard PlainScalar.isNumber(text), let value = Int(text) else {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    let mark = reader.tree.mark(node)
    guard range.contains(value) else {
      reader.report(.notAllowed, at: mark, "\(value) is not allowed; expected \(expectation)")
      return nil
    }
    return Given(value, at: mark, node: node)
  }

  /// The smallest number, nowhere.
  public var placeholder: Given<Int> { Given(range.lowerBound, at: .nowhere) }
  /// A function may stand here.
  public var takesIntrinsic: Bool { true }
  /// The same for programs.
  public var shape: Shape { .integer(range) }
  /// What is allowed.
  public var expectation: String {
    range.upperBound == .max ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
}

/// A number that may have a fraction, kept as it was written.
public struct NumberSchema: Schema {
  /// Reads a number that JSON can hold.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given: Given<String> = reader.intrinsic(node) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    guard PlainScalar.isNumber(text), !text.hasPrefix("-") else {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    return Given(text, at: reader.tree.mark(node), node: node)
  }

  /// Zero, nowhere.
  public var placeholder: Given<String> { Given("0", at: .nowhere) }
  /// A function may stand here.
  public var takesIntrinsic: Bool { true }
  /// The same for programs.
  public var shape: Shape { .number }
  /// What is allowed.
  public var expectation: String { "a number" }
}

extension Schema where Self == IntegerSchema {
  /// A whole number within a range.
  public static func integer(_ range: ClosedRange<Int>) -> IntegerSchema { IntegerSchema(range: range) }
}

extension Schema where Self == NumberSchema {
  /// A number that is not negative and may have a fraction.
  public static var number: NumberSchema { NumberSchema() }
}
