import CloudFormation
import SpecReading
import YAMLTree

/// Entries of `Conditions` and `Rules`.
extension SectionEntries {
  func checkCondition(_ name: String, _ piece: Piece) {
    checkIsCondition(piece, "the condition \(Reader.quoted(name))", .conditions)
  }

  /// Checks that a value is a function that returns a condition.
  private func checkIsCondition(_ piece: Piece, _ owner: String, _ part: IntrinsicFunction.Part) {
    if part == .rules {
      values.part = part
      values.checkNamedCondition(piece.node)
      values.part = .values
    }
    let object = piece.value.object?.members
    let isNamed = object?.count == 1 && object?[0].key == "Condition"
    guard let function = isNamed ? "Condition" : IntrinsicFunction.name(of: piece.value) else {
      // An error in it is reported by itself.
      if case .unknown = tree.tag(piece.node) { return }
      if tree.hasFunctionTag(piece.node), piece.value == .null || part == .rules { return }
      if tree.kind(piece.node) == .mapping, piece.value == .null { return }
      return report(
        .sectionEntry, at: mark(of: piece), "\(owner) must be a function, found \(found(piece))",
        help: help(for: piece.node))
    }
    // A function that is unknown, or not evaluated here, is reported by itself.
    guard let known = IntrinsicFunction.named(function), known.parts.contains(part) else { return }
    if !known.result.contains(.condition), function != "Fn::Transform" {
      report(
        .sectionEntry, at: tree.mark(piece.node),
        "\(owner) must be a condition function, found `\(values.spelling(of: function, piece.node))`",
        help: "write `!Equals [VALUE, VALUE]`")
    }
  }

  /// `!Equals […]` for a text that only lacks the exclamation mark.
  private func help(for node: Node) -> String {
    let text = tree.kind(node) == .scalar ? tree.string(node) : ""
    let word = String(text.prefix { $0.isLetter })
    let known = IntrinsicFunction.all.contains { $0.name == "Fn::\(word)" && $0.result.contains(.condition) }
    return known ? "write `!\(text)`" : "write `!Equals [VALUE, VALUE]`"
  }

  func checkRule(_ name: String, _ piece: Piece) {
    let owner = "the rule \(Reader.quoted(name))"
    guard let members = members(of: piece, owner, ["RuleCondition", "Assertions"], required: ["Assertions"])
    else { return }
    if let condition = members["RuleCondition"] {
      checkIsCondition(condition, "`RuleCondition` of \(owner)", .rules)
    }
    guard let assertions = members["Assertions"] else { return }
    guard tree.kind(assertions.node) == .sequence, !isFunction(assertions) else {
      return report(
        .sectionEntry, at: mark(of: assertions), "`Assertions` of \(owner) must be a list",
        help: "write `[{Assert: …, AssertDescription: …}]`")
    }
    let what = "an assertion of \(owner)"
    for item in items(of: assertions) {
      guard let parts = self.members(of: item, what, ["Assert", "AssertDescription"], required: ["Assert"]) else {
        continue
      }
      if let text = parts["AssertDescription"] { checkText(text, "`AssertDescription` of \(what)") }
      if let assert = parts["Assert"] { checkIsCondition(assert, "`Assert` of \(what)", .rules) }
    }
  }

  // MARK: Circles

  /// Reports conditions that refer to themselves, directly or through others.
  func checkCircles() {
    guard let section = names.spec.section("Conditions") else { return }
    var needs: [String: [String]] = [:]
    var marks: [(name: String, mark: Mark)] = []
    for (name, piece) in entries(of: Piece(node: section.node, value: values.value(section.node), key: section.mark)) {
      marks.append((name, piece.key))
      needs[name] = piece.value.namedConditions
    }
    var seen: Set<String> = []
    for (name, mark) in marks where !seen.contains(name) {
      guard let circle = Self.circle(from: name, needs, [], &seen), circle.first == name else { continue }
      report(
        .cycle, at: mark, "circular conditions: " + (circle + [name]).joined(separator: " → "),
        help: "define one of them with parameters only")
    }
  }

  private static func circle(
    from name: String, _ needs: [String: [String]], _ path: [String], _ seen: inout Set<String>
  ) -> [String]? {
    if let start = path.firstIndex(of: name) { return Array(path[start...]) }
    guard seen.insert(name).inserted else { return nil }
    var found: [String]?
    for next in needs[name] ?? [] { found = found ?? circle(from: next, needs, path + [name], &seen) }
    return found
  }
}

extension Value {
  /// The conditions that a condition refers to.
  fileprivate var namedConditions: [String] {
    switch self {
    case .list(let items): items.flatMap(\.namedConditions)
    case .object(let object):
      object.members.flatMap { member -> [String] in
        member.key == "Condition" ? member.value.text.map { [$0] } ?? [] : member.value.namedConditions
      }
    case .string, .number, .bool, .null, .ref, .getAtt: []
    }
  }
}
