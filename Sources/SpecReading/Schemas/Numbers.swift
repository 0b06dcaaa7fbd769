import TextSearch
import YAMLTree

/// An integer.
public struct IntegerSchema: Schema {
  let range: ClosedRange<Int>

  /// Reads an integer in the allowed range.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Int>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    // Only JSON's notation: `080` and `+80` are ambiguous.
    guard PlainScalar.isNumber(text), let value = Int(text) else {
      reader.mismatch(node, expected: expectation, otherwise: withoutUnit(text).map { "write `\($0)`" })
      return nil
    }
    let mark = reader.tree.mark(node)
    guard range.contains(value) else {
      let expected = range.upperBound == .max ? "\(expectation) of \(range.lowerBound) or more" : expectation
      reader.report(.notAllowed, at: mark, "expected \(expected), found `\(value)`")
      return nil
    }
    return Given(value, at: mark, node: node)
  }

  /// The number of `256MB` and `2 GB` in MB, the unit of all sizes in a spec; nil if it is not allowed here.
  private func withoutUnit(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number < 1_000_000 else { return nil }
    let units = ["mb": 1, "mib": 1, "gb": 1_024, "gib": 1_024]
    let size = units[text.dropFirst(digits.count).filter { $0 != " " }.lowercased()].map { $0 * number }
    return size.flatMap { range.contains($0) ? $0 : nil }
  }

  /// The minimum, without a location.
  public var placeholder: Given<Int> { Given(range.lowerBound, at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .integer(range) }
  /// The expected value, for messages.
  public var expectation: String {
    range.upperBound == .max ? "an integer" : "an integer from \(range.lowerBound) to \(range.upperBound)"
  }
}

/// A number that may have a fraction, with its source text.
public struct NumberSchema: Schema {
  /// Reads a number in JSON's notation.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    guard PlainScalar.isNumber(text), !text.hasPrefix("-") else {
      reader.mismatch(node, expected: expectation, otherwise: number(in: text).map { "write `\($0)`" })
      return nil
    }
    return Given(text, at: reader.tree.mark(node), node: node)
  }

  /// The number of `10,000` and `100/s`.
  private func number(in text: String) -> String? {
    let plain = text.filter { $0 != "," && $0 != "_" }
    if PlainScalar.isNumber(plain), !plain.hasPrefix("-") { return plain }
    let start = String(text.prefix { $0.isASCII && $0.isNumber })
    let unit = text.dropFirst(start.count).filter(\.isLetter).lowercased()
    return PlainScalar.isNumber(start) && ["s", "rps", "reqs", "req", "persecond", "second", "sec"].contains(unit)
      ? start : nil
  }

  /// Zero, without a location.
  public var placeholder: Given<String> { Given("0", at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .number }
  /// The expected value, for messages.
  public var expectation: String { "a number of 0 or more" }
}

extension Schema where Self == IntegerSchema {
  /// An integer within a range.
  public static func integer(_ range: ClosedRange<Int>) -> IntegerSchema { IntegerSchema(range: range) }
}

extension Schema where Self == NumberSchema {
  /// A non-negative number that may have a fraction.
  public static var number: NumberSchema { NumberSchema() }
}
