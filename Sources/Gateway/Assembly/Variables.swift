import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// The variables of a spec and their values.
///
/// A value comes from `--set`, from the selected environment, or from `variables`, in this order. It is determined when
/// it is first used; other variables in it are replaced.
struct Variables {
  private enum State {
    case open
    case known(String?)
  }

  /// The maximum length of a value and of all texts together: a few lines of variables could expand to any length.
  private static let valueLimit = 1 << 20
  private static let totalLimit = 64 << 20
  /// The maximum depth of variables in values of variables.
  private static let depthLimit = 100

  let reader: Reader
  let choices: Choices
  /// The definitions in files.
  var definitions: VariableDefinitions
  private var filledIn: Set<String> = []
  private var states: [String: State] = [:]
  private var total = 0
  /// Whether all files have been read.
  private var isComplete = false

  init(reader: Reader, choices: Choices) {
    self.reader = reader
    self.choices = choices
    definitions = VariableDefinitions(tree: reader.tree)
  }

  private var tree: Tree { reader.tree }

  /// All variables that are used.
  var used: Set<String> { filledIn.union(definitions.mentioned) }

  /// Where their values are written, if they are texts of a file.
  var places: [String: Mark] {
    var places: [String: Mark] = [:]
    for name in used where choices.settings[name] == nil {
      if let value = definition(of: name)?.value, text(value) != nil { places[name] = tree.mark(value) }
    }
    return places
  }

  // MARK: Replacing

  /// Replaces variables in nodes, starting at a node number.
  mutating func fillIn(from first: Int) {
    // Files that have been read since may have changed the values.
    if !isComplete { states = [:] }
    isComplete = true
    var copy = self
    let isChanged = tree.rewriteScalars(from: first, holding: "$", "(") { [definitions] node, text in
      definitions.contain(node) ? .unchanged : copy.filled(node, text)
    }
    self = copy
    guard isChanged else { return }
    var problems: [Problem] = []
    tree.checkRewrittenKeys(from: first, problems: &problems)
    reader.findings.report(problems.map { Diagnostic($0) })
  }

  /// Replaces variables in one scalar, before all files are read.
  mutating func fillIn(_ node: Node) {
    states = [:]
    let text = tree.string(node)
    if text.utf8.contains(UInt8(ascii: "$")), text.mentions("$(") { tree.rewrite(node, filled(node, text)) }
  }

  /// A scalar's text with variables replaced by the current definitions; nil if a value cannot be determined.
  mutating func text(_ text: String, of node: Node) -> String? {
    states = [:]
    return fill(in: VariableText(text), of: node, depth: 0)
  }

  private mutating func filled(_ node: Node, _ text: String) -> Rewriting {
    let parts = VariableText(text)
    filledIn.formUnion(parts.names)
    return fill(in: parts, of: node, depth: 0).map { .text($0) } ?? .unknown
  }

  /// A text with its variables replaced; nil if that is impossible, which is reported once.
  private mutating func fill(in text: VariableText, of node: Node, depth: Int) -> String? {
    var result = ""
    var isKnown = true
    for (part, pair) in text.parts {
      switch part {
      case .literal(let literal): result += literal
      case .variable(let name):
        if let value = value(of: name, in: node, pair: pair, depth: depth) { result += value } else { isKnown = false }
      case .malformed(let text):
        isKnown = false
        reader.report(
          .malformedVariable, at: place(text, node, pair), "\(Reader.quoted(text)) is not a valid variable",
          help: nameInSpaces(text).map { "write `$(\($0))`" }
            ?? "write `$(name)` with letters, digits, `-` and `_`; for a literal `$(` write `$$(`")
      }
      if result.utf8.count > Variables.valueLimit || total + result.utf8.count > Variables.totalLimit {
        reader.report(.variablesTooLong, at: tree.mark(node), "variables expand to too much text here")
        return nil
      }
    }
    total += result.utf8.count
    return isKnown ? result : nil
  }

  private mutating func value(of name: String, in node: Node, pair: Int, depth: Int) -> String? {
    if let value = choices.settings[name] { return value }
    switch states[name] {
    case .known(let value): return value
    case .open:
      reader.report(
        .variableCycle, at: place("$(\(name))", node, pair), "the variable `\(name)` refers to itself",
        related: .one("defined here", at: definition(of: name)?.key),
        help: "remove the reference to itself from one of the variables in the cycle")
      return nil
    case nil: break
    }
    guard let definition = definition(of: name) else {
      if definitions.isWhole { reportUndefined(name, at: place("$(\(name))", node, pair)) }
      return nil
    }
    guard depth < Variables.depthLimit else {
      reader.report(
        .variablesTooLong, at: tree.mark(node),
        "variables refer to each other more than \(Variables.depthLimit) levels deep")
      return nil
    }
    guard let text = self.text(definition.value) else { return nil }
    states[name] = .open
    let value = fill(in: VariableText(text), of: definition.value, depth: depth + 1)
    states[name] = .known(value)
    return value
  }

  /// The effective definition.
  private func definition(of name: String) -> VariableDefinitions.Definition? {
    definitions.definition(of: name, in: choices.environment)
  }

  /// The literal value; nil for another kind of node, which the reader of the section reports.
  private func text(_ node: Node) -> String? {
    guard tree.kind(node) == .scalar, !reader.isIntrinsic(node), !definitions.isNothing(node) else { return nil }
    return tree.string(node)
  }

  private func place(_ text: String, _ node: Node, _ pair: Int) -> Mark {
    tree.mark(of: text, in: node, atPair: pair, "$", "(")
  }

  /// `name` of `$( name )`.
  private func nameInSpaces(_ text: String) -> String? {
    let name = text.dropFirst(2).filter { $0 != " " && $0 != ")" }
    return KeyGrammar.isName(name) && definitions.names.contains(name) ? name : nil
  }

  private func reportUndefined(_ name: String, at mark: Mark) {
    let help: String
    let elsewhere = definitions[name].compactMap(\.environment)
    if !elsewhere.isEmpty {
      let chosen = choices.environment.map { "`\($0)` does not define it" } ?? "select one with --env"
      help = "it is defined in the environments " + Suggestion.list(elsewhere) + ": " + chosen
    } else if let near = Suggestion.nearest(to: name, among: definitions.names + choices.settings.keys.sorted()) {
      help = "did you mean `$(\(near))`?"
    } else if !isComplete {
      help = "an include path can use variables of its own file and of files that are read earlier"
    } else {
      help = "define it in `variables` or with --set \(name)=VALUE; for literal text write `$$(\(name))`"
    }
    reader.report(.undefinedVariable, at: mark, "undefined variable `\(name)`", help: help)
  }

  // MARK: Checking

  /// Reports mistakes in all effective values, used or not.
  mutating func checkDefinitions() {
    for name in definitions.names {
      guard let definition = definition(of: name) else { continue }
      _ = value(of: name, in: definition.value, pair: 0, depth: 0)
    }
  }

  /// Reports unused variables.
  func reportUnused() {
    let (names, used) = (definitions.names, used)
    for name in names where !used.contains(name) {
      guard let definition = definitions[name].first else { continue }
      let others = used.subtracting(names).sorted()
      // An environment sets variables that others have as well.
      let own =
        definition.environment == nil ? nil : Suggestion.nearest(to: name, among: names.filter { used.contains($0) })
      reader.report(
        .unusedVariable, at: definition.key, "unused variable `\(name)`",
        help: own.map { "did you mean `\($0)`?" }
          ?? Suggestion.nearest(to: name, among: others).map { "`$(\($0))` is used" }
          ?? "use it with `$(\(name))`, or remove it")
    }
  }
}
