import TextSearch
import YAMLTree

/// A string, regardless of the type that YAML would give it.
public struct TextSchema: Schema {
  let lengths: ClosedRange<Int>
  /// The noun with an article, if it is the name of something.
  var article: StaticString?
  /// The help for a mapping in its place.
  var instead: StaticString?
  /// The help for a function where none is accepted.
  var forFunction: StaticString?

  /// Reads a string of an allowed length.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    if let instead, reader.tree.kind(node) == .mapping {
      reader.mismatch(node, expected: expectation, help: instead.description)
      return nil
    }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    let mark = reader.tree.mark(node)
    guard isAllowed(text) else {
      let length = text.unicodeScalars.count
      let found = length == 1 ? "1 character" : "\(length) characters"
      reader.report(.notAllowed, at: mark, "expected \(expectation), found \(found)")
      return nil
    }
    reader.note(text, node, key: key)
    return Given(text, at: mark, node: node)
  }

  /// Whether a text has an allowed length. Its characters, of one to four bytes each, are counted only if the number of
  /// bytes does not decide.
  private func isAllowed(_ text: String) -> Bool {
    let size = text.utf8.count
    if size <= lengths.upperBound, (size + 3) / 4 >= lengths.lowerBound { return true }
    return lengths.contains(text.unicodeScalars.count)
  }

  /// Where a function is accepted.
  public func help(forFunction node: Node, _ reader: Reader) -> String? { forFunction?.description }

  /// An empty string without a location.
  public var placeholder: Given<String> { Given("", at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .text(lengths) }
  /// The expected value, for messages.
  public var expectation: String {
    if let article { return "the name of \(article)" }
    if lengths == 0...Int.max { return "a string" }
    if lengths.upperBound == .max { return "a string of at least \(lengths.lowerBound) characters" }
    let least = lengths.lowerBound == 0 ? "at most" : "\(lengths.lowerBound) to"
    return "a string of \(least) \(lengths.upperBound) characters"
  }
}

/// `true` or `false`.
public struct FlagSchema: Schema {
  /// Reads `true` or `false`; YAML's other spellings get a suggestion.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Bool>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    guard reader.isScalar(node, expected: expectation) else { return nil }
    let mark = reader.tree.mark(node)
    if reader.tree.equals(node, "true") { return Given(true, at: mark, node: node) }
    if reader.tree.equals(node, "false") { return Given(false, at: mark, node: node) }
    let text = reader.tree.string(node)
    let meant: String? =
      switch text.lowercased() {
      case "yes", "on", "true", "y", "1", "active", "enabled": "true"
      case "no", "off", "false", "n", "0", "disabled", "passthrough": "false"
      default: nil
      }
    reader.report(
      .notAllowed, at: mark, "expected \(expectation), found \(Reader.quoted(text))",
      help: meant.map { "write `\($0)`" }, fix: meant.flatMap { reader.replacing(node, with: $0) })
    return nil
  }

  /// `false`, without a location.
  public var placeholder: Given<Bool> { Given(false, at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .flag }
  /// The expected value, for messages.
  public var expectation: String { "`true` or `false`" }
}

/// One of the words of an enumeration.
public struct WordSchema<Word: RawRepresentable<String> & CaseIterable & Sendable>: Schema {
  /// Reads one of the words; a similar word gets a suggestion.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Word>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    if let word = Word(rawValue: text) { return Given(word, at: reader.tree.mark(node), node: node) }
    let intended = reader.reportWord(text, node, among: list.words, expected: expectation)
    // What depends on the word is read as intended, so that one mistake has one finding.
    return intended.flatMap { Word(rawValue: $0) }.map { Given($0, at: reader.tree.mark(node), node: node) }
  }

  private var list: WordListSchema { WordListSchema(words: Word.allCases.map(\.rawValue)) }

  /// The first word, without a location.
  public var placeholder: Given<Word> {
    guard let first = Word.allCases.first else { preconditionFailure("an enumeration has at least one word") }
    return Given(first, at: .nowhere)
  }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { list.shape }
  /// The expected value, for messages.
  public var expectation: String { list.expectation }
}

/// One of a list of words that is not an enumeration.
public struct WordListSchema: Schema {
  let words: [String]

  /// Reads one of the words; a similar word gets a suggestion.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    if let given = reader.function(node, key: key, as: self) { return given }
    guard let text = reader.scalar(node, expected: expectation) else { return nil }
    if words.contains(text) { return Given(text, at: reader.tree.mark(node), node: node) }
    reader.reportWord(text, node, among: words, expected: expectation)
    return nil
  }

  /// The first word, without a location.
  public var placeholder: Given<String> { Given(words[0], at: .nowhere) }
  /// Accepts a function.
  public var takesIntrinsic: Bool { true }
  /// The accepted values.
  public var shape: Shape { .words(words) }
  /// The expected value, for messages.
  public var expectation: String { (words.count == 1 ? "" : "one of ") + Suggestion.list(words) }
}

extension Reader {
  /// Reports a word, and returns the intended one.
  @discardableResult
  fileprivate func reportWord(_ text: String, _ node: Node, among words: [String], expected: String) -> String? {
    // `lambda.Architecture.ARM_64` is an enumeration of the CDK.
    let last = String(text[(text.lastIndex(of: ".").map(text.index(after:)) ?? text.startIndex)...])
    let near = Suggestion.nearest(to: text, among: words) ?? Suggestion.nearest(to: last, among: words)
    let other = near == nil ? self.words.value(of: last, among: words) : nil
    report(
      .notAllowed, at: tree.mark(node), "expected \(expected), found \(Reader.quoted(text))",
      help: near.map { "did you mean `\($0)`?" } ?? other?.help,
      fix: Suggestion.certain(for: text, among: words).flatMap { replacing(node, with: $0) })
    return near ?? other?.word
  }
}

extension Reader {
  /// A function or dynamic reference in place of a literal. The literals that an `Fn::If` gives are read as the field's
  /// own; where one of them is not allowed, the inner value is nil.
  func function<S: Schema, T>(_ node: Node, key: Mark, as schema: S) -> Given<T>?? where S.Value == Given<T> {
    guard let given: Given<T> = intrinsic(node) else { return .none }
    let known = findings.errorCount
    for branch in plainBranches(ofIf: node) { _ = schema.read(branch, key: key, self) }
    return .some(findings.errorCount == known ? given : nil)
  }

  /// A function or dynamic reference in place of a literal, recorded for name resolution.
  func intrinsic<T>(_ node: Node) -> Given<T>? {
    passesOnFunction(node) ? Given(intrinsic: node, at: tree.mark(node)) : nil
  }

  @inline(never)
  private func passesOnFunction(_ node: Node) -> Bool {
    guard isIntrinsic(node) || isDynamicReference(node) else { return false }
    passOn(node)
    return true
  }

  /// The text of a scalar; other nodes are reported.
  func scalar(_ node: Node, expected: @autoclosure () -> String) -> String? {
    isScalar(node, expected: expected()) ? tree.string(node) : nil
  }

  /// Whether a node is a scalar with a value; other nodes are reported.
  func isScalar(_ node: Node, expected: @autoclosure () -> String) -> Bool {
    if tree.kind(node) == .scalar, !isEmpty(node), isUntagged(node) { return true }
    mismatch(node, expected: expected())
    return false
  }

  func isUntagged(_ node: Node) -> Bool {
    switch tree.tag(node) {
    case .none, .core: true
    case .short, .unknown: false
    }
  }
}

extension Schema where Self == TextSchema {
  /// Any string.
  public static var text: TextSchema { TextSchema(lengths: 0...Int.max) }
  /// The name of something that is not looked up in a section of the spec; `instead` is the help for a mapping.
  public static func text(naming article: StaticString, instead: StaticString? = nil) -> TextSchema {
    TextSchema(lengths: 0...Int.max, article: article, instead: instead)
  }
  /// Any string; `instead` is the help for a mapping.
  public static func text(instead: StaticString) -> TextSchema { TextSchema(lengths: 0...Int.max, instead: instead) }
  /// A string with a length in characters; `forFunction` is the help where it must be a literal.
  public static func text(_ lengths: ClosedRange<Int>, forFunction: StaticString? = nil) -> TextSchema {
    TextSchema(lengths: lengths, forFunction: forFunction)
  }
}

extension Schema where Self == FlagSchema {
  /// `true` or `false`.
  public static var flag: FlagSchema { FlagSchema() }
}

extension Schema {
  /// One of the words of an enumeration.
  public static func word<W: RawRepresentable<String> & CaseIterable & Sendable>(_ type: W.Type) -> Self
  where Self == WordSchema<W> {
    WordSchema<W>()
  }
}

extension Schema where Self == WordListSchema {
  /// One of a list of words.
  public static func word(among words: [String]) -> WordListSchema { WordListSchema(words: words) }
}
