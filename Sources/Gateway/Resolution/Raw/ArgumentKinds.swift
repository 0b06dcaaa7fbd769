import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// Arguments of functions, one by one: their kinds, and the functions that they may be.
extension RawValues {
  typealias Argument = IntrinsicFunction.Argument
  typealias Kinds = IntrinsicFunction.Kinds

  /// Checks an argument of the function `name`.
  func check(_ value: Value, _ expected: Argument, of name: String, at node: Node) {
    if expected.isExtension, !hasLanguageExtensions {
      return report(
        .functionArgument, at: node,
        "the \(expected.name) of `\(name)` needs the transform `AWS::LanguageExtensions`",
        help: "write `transform: AWS::LanguageExtensions`")
    }
    if value == .null {
      // What a resource lacks, and an error in it, is reported elsewhere.
      guard names.tree.isNull(node), part != .values else { return }
      return report(
        .emptyValue, at: node, "missing value: CloudFormation does not allow `null` in a template",
        help: "write the \(expected.name) of `\(name)`")
    }
    if let function = nestedFunction(value, expected) {
      return check(value, function, expected, of: name, at: node)
    }
    guard expected.kinds.contains(kind(of: value)) else {
      return reportKind(value, expected, of: name, at: node)
    }
    if let words = flaw(of: value, expected) {
      return report(.functionArgument, at: node, "the \(expected.name) of `\(name)` must be \(words)")
    }
    // A text with it is an error of its own in `Fn::ImportValue`.
    if let text = value.text, text.mentions("${"), !name.hasSuffix("ImportValue") { unreadArguments.append(node) }
    if let item = expected.item, case .list(let items) = value { check(items, item, of: name, at: node) }
    if let key = expected.key, value.object?.members.map(\.key) != [key] {
      report(.functionArgument, at: node, "the \(expected.name) of `\(name)` must be a mapping with `\(key)`")
    }
  }

  /// The form that a literal should have, and what it is; nil if it has the form.
  private func flaw(of value: Value, _ expected: Argument) -> String? {
    if expected.isFilled, value.mayBeEmpty { return "a list or a mapping with content" }
    guard let text = value.scalar else { return nil }
    if let range = expected.range, Int(text).map({ !range.contains($0) }) ?? true {
      return "\(description(of: range)), found \(Reader.quoted(text))"
    }
    if let form = expected.text, !form.isValid(text) { return "\(form.words), found \(Reader.quoted(text))" }
    return nil
  }

  /// The name of the function that an argument is. Only where a condition is due, `Condition` is one.
  private func nestedFunction(_ value: Value, _ expected: Argument) -> String? {
    if let name = IntrinsicFunction.name(of: value) { return name }
    guard expected.kinds == .condition, let object = value.object, object.members.count == 1 else { return nil }
    return object.members[0].key == "Condition" ? "Condition" : nil
  }

  private func check(_ value: Value, _ function: String, _ expected: Argument, of name: String, at node: Node) {
    // A function that does not exist, or is not evaluated here, is reported when it is converted.
    guard let nested = IntrinsicFunction.named(function), nested.parts.contains(part), function != "Fn::Transform"
    else {
      return
    }
    if expected.kinds == .condition {
      if !nested.result.contains(.condition) { reportKind(value, expected, of: name, at: node) }
      return
    }
    let isAllowed =
      expected.functions?.contains(function) ?? true
      || hasLanguageExtensions && expected.extended.contains(function)
    guard isAllowed else {
      let extended =
        expected.extended.contains(function) ? "; it can be with the transform `AWS::LanguageExtensions`" : ""
      return report(
        .functionArgument, at: node,
        "the \(expected.name) of `\(name)` cannot be `\(spelling(of: function, node))`\(extended)",
        help: allowed(expected))
    }
    if let (_, first, second) = value.choice {
      for (arm, armNode) in zip([first, second], armNodes(node)) where !arm.isNothing {
        check(arm, expected, of: name, at: armNode)
      }
      return
    }
    if kinds(ofFunction: value, nested).isDisjoint(with: expected.kinds) {
      return reportKind(value, expected, of: name, at: node)
    }
    guard function == "Fn::FindInMap", let arguments = value.object?[function] else { return }
    for cell in cells(of: arguments) ?? [] {
      guard let words = flaw(of: cell, expected) else { continue }
      return report(.functionArgument, at: node, "the \(expected.name) of `\(name)` must be \(words) in the mapping")
    }
  }

  private func check(_ items: [Value], _ item: Argument, of name: String, at list: Node) {
    let nodes = Array(names.tree.items(list))
    for (index, value) in items.enumerated() {
      check(value, item, of: name, at: nodes.count == items.count ? nodes[index] : list)
    }
  }

  /// The nodes of both values of an `Fn::If`.
  func armNodes(_ node: Node) -> ArraySlice<Node> {
    if names.tree.kind(node) == .sequence { return Array(names.tree.items(node)).dropFirst() }
    guard let entry = names.tree.firstEntry(node) else { return [] }
    return Array(names.tree.items(entry.value)).dropFirst()
  }

  private func reportKind(_ value: Value, _ expected: Argument, of name: String, at node: Node) {
    if expected.kinds == .condition, case .ref(let id) = value, names.hasCondition(id) {
      withdraw(id, at: node)
      return report(
        .functionArgument, at: node, "\(Reader.quoted(id)) is a condition, not a parameter",
        help: "write `!Condition \(id)`")
    }
    report(
      .functionArgument, at: node,
      "the \(expected.name) of `\(name)` must be \(expected.kinds.description), found \(found(value, node))",
      help: help(for: value, expected, of: name))
  }

  /// How the value that was given becomes one of the kind that is due.
  private func help(for value: Value, _ expected: Argument, of name: String) -> String? {
    let reference = if case .ref(let id) = value { "!Ref \(id)" } else { "…" }
    if expected.kinds == .condition { return value.text.flatMap(spelledCondition) ?? "write `!Equals [VALUE, VALUE]`" }
    if expected.kinds == .list {
      return kind(of: value) == .text
        ? "put it in brackets: `[…]`" : "split it: `!Split [\",\", \(reference)]`"
    }
    if expected.name == "condition name" { return value.object?["Condition"]?.text.map { "write `\($0)`" } }
    guard expected.kinds == .text, expected.range == nil, expected.text == nil, expected.name != "separator",
      isSurelyList(value)
    else { return nil }
    return name.hasSuffix("Equals")
      ? "compare with each item: `!Or [!Equals […], !Equals […]]`" : "join it: `!Join [\",\", \(reference)]`"
  }

  /// How the name of a condition is written where a condition is due.
  private func spelledCondition(_ name: String) -> String? {
    names.hasCondition(name) ? "write `!Condition \(name)`" : nil
  }

  /// Whether the kind of an argument, and the function that it is, are allowed.
  func fits(_ value: Value, _ expected: Argument) -> Bool {
    guard let name = IntrinsicFunction.name(of: value) else {
      return value == .null || expected.kinds.contains(kind(of: value)) && flaw(of: value, expected) == nil
    }
    guard let function = IntrinsicFunction.named(name), function.parts.contains(part), name != "Fn::Transform" else {
      return true
    }
    let isAllowed = expected.functions?.contains(name) ?? true || expected.extended.contains(name)
    return isAllowed && !kinds(ofFunction: value, function).isDisjoint(with: expected.kinds)
  }

  private func description(of range: ClosedRange<Int>) -> String {
    range.upperBound > 1_000
      ? "an integer from \(range.lowerBound)" : "an integer from \(range.lowerBound) to \(range.upperBound)"
  }

  private func allowed(_ expected: Argument) -> String {
    let functions = (expected.functions ?? []) + (hasLanguageExtensions ? expected.extended : [])
    if functions.isEmpty { return "write the \(expected.name) out" }
    return "it can be a literal, or one of " + Suggestion.list(functions.sorted())
  }
}

extension IntrinsicFunction.Kinds: CustomStringConvertible {
  /// The words of the kinds, for messages.
  public var description: String {
    if self == .condition { return "a condition" }
    let words = [(Self.text, "a string"), (.list, "a list"), (.mapping, "a mapping")].filter { contains($0.0) }
    return words.map(\.1).joined(separator: " or ")
  }
}
