import TextSearch
import YAMLTree

/// A duration: a number with a unit, or a number in the unit of AWS's property.
public struct DurationSchema: Schema {
  /// The units of durations.
  public enum Unit: String, CaseIterable, Sendable {
    /// Milliseconds.
    case milliseconds = "ms"
    /// Seconds.
    case seconds = "s"
    /// Minutes.
    case minutes = "m"
    /// Hours.
    case hours = "h"
    /// Days.
    case days = "d"

    var length: Int {
      switch self {
      case .milliseconds: 1
      case .seconds: 1_000
      case .minutes: 60_000
      case .hours: 3_600_000
      case .days: 86_400_000
      }
    }

    /// So many of it in milliseconds; nil for a number that is too large.
    func milliseconds(_ number: Int) -> Int? {
      let (milliseconds, overflow) = number.multipliedReportingOverflow(by: length)
      return overflow ? nil : milliseconds
    }
  }

  let range: ClosedRange<Int>
  let unit: Unit

  /// Reads a duration in the allowed range, in whole units of AWS's property.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Duration>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    if reader.tree.kind(node) == .mapping {
      reader.mismatch(
        node, expected: expectation, help: reader.onlyEntry(node).flatMap { help(for: $0.value + $0.key) })
      return nil
    }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    guard let (number, written) = DurationSchema.parse(text) else {
      reader.mismatch(node, expected: expectation, help: help(for: text))
      return nil
    }
    let mark = reader.tree.mark(node)
    if let milliseconds = (written ?? unit).milliseconds(number), isAllowed(milliseconds) {
      return Given(Duration(milliseconds: milliseconds), at: mark, node: node)
    }
    let meant = written == nil ? meantUnits(of: number).map { self.written(number * $0.length) } : []
    reader.report(
      .notAllowed, at: mark, "expected \(expectation), found \(Reader.quoted(text))",
      help: meant.first.map { "did you mean `\($0)`?" },
      fix: meant.count == 1 ? reader.replacing(node, with: meant[0]) : nil)
    return nil
  }

  private func help(for text: String) -> String? {
    if unit == .days, ["never", "forever", "infinite"].contains(text.lowercased()) {
      return "write `\(written(range.upperBound))`, the maximum"
    }
    if range.lowerBound == 0, ["off", "none", "false", "no"].contains(text.lowercased()) { return "write `0s`" }
    return DurationSchema.spelled(text).flatMap { length in
      if length > range.upperBound { return "write `\(written(range.upperBound))`, the maximum" }
      return isAllowed(length) ? "write `\(written(length))`" : nil
    }
  }

  /// The units with which a bare number is in the allowed range.
  private func meantUnits(of number: Int) -> [Unit] {
    Unit.allCases.filter { $0.milliseconds(number).map(isAllowed) ?? false }
  }

  /// Whether it is in the range, and a whole number of the unit of AWS's property.
  private func isAllowed(_ milliseconds: Int) -> Bool {
    range.contains(milliseconds) && milliseconds % unit.length == 0
  }

  /// The length of a duration with a unit in milliseconds; nil for any other text, and for one that is too long.
  public static func milliseconds(_ text: String) -> Int? {
    guard case let (number, unit?)? = parse(text) else { return nil }
    return unit.milliseconds(number)
  }

  /// The milliseconds of a duration in another notation: `5 s`, `2.5s`, `5 seconds`, `PT5S`, `30_000ms`, `1 week`, and
  /// `Duration.seconds(5)` or `ONE_WEEK` of the CDK.
  private static func spelled(_ text: String) -> Int? {
    var plain = text.lowercased().filter { $0 != " " && $0 != "_" }[...]
    if plain.hasPrefix("pt") { plain = plain.dropFirst(2) }
    // `Duration.seconds(5)`
    if plain.hasSuffix(")"), let dot = plain.lastIndex(of: "."), let parenthesis = plain.firstIndex(of: "("),
      dot < parenthesis
    {
      let (unit, argument) = (plain[plain.index(after: dot)..<parenthesis], plain[plain.index(after: parenthesis)...])
      plain = argument.dropLast() + unit
    }
    for (number, word) in ["one", "two", "three", "four", "five", "six"].enumerated() where plain.hasPrefix(word) {
      plain = "\(number + 1)" + plain.dropFirst(word.count)
    }
    let number = plain.prefix { $0.isNumber || $0 == "." }
    let name = plain.dropFirst(number.count)
    let digits = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let length = lengths.first(where: { $0.words.contains(name) })?.length, digits.count <= 2,
      let whole = Int(digits.first ?? ""), whole < 1_000_000
    else { return nil }
    guard digits.count == 2 else { return whole * length }
    // At most thousandths.
    guard (1...3).contains(digits[1].count), let part = Int(digits[1]) else { return nil }
    let scale = [10, 100, 1_000][digits[1].count - 1]
    return whole * length + part * length / scale
  }

  /// Words for units with their milliseconds, as other tools and people write them.
  private static let lengths: [(length: Int, words: [Substring])] = [
    (1, ["ms", "msec", "millis", "millisecond", "milliseconds"]),
    (1_000, ["s", "sec", "secs", "second", "seconds"]), (60_000, ["m", "min", "mins", "minute", "minutes"]),
    (3_600_000, ["h", "hr", "hour", "hours"]), (86_400_000, ["d", "day", "days"]),
    (7 * 86_400_000, ["w", "week", "weeks"]), (30 * 86_400_000, ["month", "months"]),
    (365 * 86_400_000, ["y", "yr", "year", "years"]),
  ]

  static func parse(_ text: String) -> (number: Int, unit: Unit?)? {
    var text = text
    return text.withUTF8 { bytes in
      let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      let rest = bytes[digits.endIndex...]
      if rest.isEmpty { return (number, nil) }
      return Unit(rawValue: String(decoding: rest, as: UTF8.self)).map { (number, $0) }
    }
  }

  /// The minimum, without a location.
  public var placeholder: Given<Duration> { Given(Duration(milliseconds: range.lowerBound), at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape {
    let (least, most) = (range.lowerBound, range.upperBound)
    return .duration(((least + unit.length - 1) / unit.length)...(most / unit.length))
  }
  /// The expected value, for messages.
  public var expectation: String {
    "a duration from \(written(range.lowerBound)) to \(written(range.upperBound)), such as "
      + "`\(example)` (a number without a unit means \(name))"
  }

  private var example: String {
    let fitting = [5 * Unit.seconds.length, 5 * unit.length].first { range.contains($0) && $0 % unit.length == 0 }
    return written(fitting ?? range.lowerBound)
  }

  private var name: String {
    switch unit {
    case .milliseconds: "milliseconds"
    case .seconds: "seconds"
    case .minutes: "minutes"
    case .hours: "hours"
    case .days: "days"
    }
  }

  private func written(_ milliseconds: Int) -> String {
    let fitting = Unit.allCases.last { milliseconds % $0.length == 0 && $0.length <= milliseconds } ?? unit
    return "\(milliseconds / fitting.length)\(fitting.rawValue)"
  }
}

extension Schema where Self == DurationSchema {
  /// A duration within a range of milliseconds; a number without a unit is in `unit`, the unit of AWS's property.
  public static func duration(_ range: ClosedRange<Int>, unit: DurationSchema.Unit) -> DurationSchema {
    DurationSchema(range: range, unit: unit)
  }

  /// A duration within a range of whole seconds.
  public static func seconds(_ range: ClosedRange<Int>) -> DurationSchema {
    DurationSchema(range: (range.lowerBound * 1_000)...(range.upperBound * 1_000), unit: .seconds)
  }
}
