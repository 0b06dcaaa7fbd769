import Diagnostics
import SpecReading
import YAMLTree

/// The variables of all files of a spec, and what they stand for.
///
/// A value comes from `--set`, else from the chosen environment, else from `variables`. It is made out when it is first
/// used, from the values of the variables in it.
struct Variables {
  private enum State {
    case open
    case known(String?)
  }

  /// Characters of a value, and of all texts together: a few lines of variables could ask for any number.
  private static let valueLimit = 1 << 20
  private static let totalLimit = 64 << 20
  /// Variables within one another.
  private static let depthLimit = 100

  let reader: Reader
  let choices: Choices
  /// What files define.
  var definitions: VariableDefinitions
  private var filledIn: Set<String> = []
  private var states: [String: State] = [:]
  private var total = 0
  /// Whether files may still be read that define more.
  private var isComplete = false

  init(reader: Reader, choices: Choices) {
    self.reader = reader
    self.choices = choices
    definitions = VariableDefinitions(tree: reader.tree)
  }

  private var tree: Tree { reader.tree }

  /// The variables that stand anywhere.
  var used: Set<String> { filledIn.union(definitions.mentioned) }

  // MARK: Filling in

  /// Fills variables in wherever they stand in nodes that were read from a number on.
  mutating func fillIn(from first: Int) {
    // What was made out of the files that were read so far may be something else now.
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

  /// Fills variables in in one scalar, before all files are read.
  mutating func fillIn(_ node: Node) {
    states = [:]
    let text = tree.string(node)
    if text.utf8.contains(UInt8(ascii: "$")), text.mentions("$(") { tree.rewrite(node, filled(node, text)) }
  }

  /// What a text of a scalar's becomes with the definitions that are known now; nil if that cannot be made out.
  mutating func text(_ text: String, of node: Node) -> String? {
    states = [:]
    return fill(in: VariableText(text), of: node, depth: 0)
  }

  private mutating func filled(_ node: Node, _ text: String) -> Rewriting {
    let parts = VariableText(text)
    filledIn.formUnion(parts.names)
    return fill(in: parts, of: node, depth: 0).map { .text($0) } ?? .unknown
  }

  /// A text with its variables filled in; nil if that cannot be done, which is reported where it is not known yet.
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
          .malformedVariable, at: place(text, node, pair), "\(Reader.quoted(text)) names no variable",
          help: "a variable is `$(name)`, of letters, digits, `-` and `_`; for the text itself write `$$(`")
      }
      if result.utf8.count > Variables.valueLimit || total + result.utf8.count > Variables.totalLimit {
        reader.report(.variablesTooLong, at: tree.mark(node), "variables make this longer than anybody can mean")
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
        .variableCycle, at: place("$(\(name))", node, pair), "the value of the variable `\(name)` needs itself",
        related: definition(of: name).map { [Related(message: "it is defined here", mark: $0.key)] } ?? [],
        help: "give one of the variables in the circle a value of its own")
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
        "variables stand in one another more than \(Variables.depthLimit) deep here")
      return nil
    }
    guard let text = self.text(definition.value) else { return nil }
    states[name] = .open
    let value = fill(in: VariableText(text), of: definition.value, depth: depth + 1)
    states[name] = .known(value)
    return value
  }

  /// The definition that holds.
  private func definition(of name: String) -> VariableDefinitions.Definition? {
    definitions.definition(of: name, in: choices.environment)
  }

  /// What is written as a value; nil where something else stands, which the reader of the section tells.
  private func text(_ node: Node) -> String? {
    guard tree.kind(node) == .scalar, !reader.isIntrinsic(node), !definitions.isNothing(node) else { return nil }
    return tree.string(node)
  }

  private func place(_ text: String, _ node: Node, _ pair: Int) -> Mark {
    tree.mark(of: text, in: node, atPair: pair, "$", "(")
  }

  private func reportUndefined(_ name: String, at mark: Mark) {
    let help: String
    let elsewhere = definitions[name].compactMap(\.environment)
    if !elsewhere.isEmpty {
      let chosen = choices.environment.map { "`\($0)` does not define it" } ?? "choose one with --env"
      help = "it stands in the environments " + Suggestion.list(elsewhere) + ": " + chosen
    } else if let near = Suggestion.nearest(to: name, among: definitions.names + choices.settings.keys.sorted()) {
      help = "did you mean `$(\(near))`?"
    } else if !isComplete {
      help = "the path of an include takes variables of its own file, and of those that are read before it"
    } else {
      help = "define it in `variables`, or give it with --set \(name)=VALUE; for the text itself write `$$(\(name))`"
    }
    reader.report(.undefinedVariable, at: mark, "there is no variable `\(name)`", help: help)
  }

  // MARK: Checking

  /// Checks what is wrong with the values that hold, used or not.
  mutating func checkDefinitions() {
    for name in definitions.names {
      guard let definition = definition(of: name) else { continue }
      _ = value(of: name, in: definition.value, pair: 0, depth: 0)
    }
  }

  /// Reports variables that nothing uses.
  func reportUnused() {
    let (names, used) = (definitions.names, used)
    for name in names where !used.contains(name) {
      guard let definition = definitions[name].first else { continue }
      let others = used.subtracting(names).sorted()
      reader.report(
        .unusedVariable, at: definition.key, "nothing uses the variable `\(name)`",
        help: Suggestion.nearest(to: name, among: others).map { "`$(\($0))` is used" }
          ?? "write `$(\(name))` where its value is meant, or leave it out")
    }
  }
}
