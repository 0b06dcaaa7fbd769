import CloudFormation
import SpecReading
import YAMLTree

extension RawValues {
  /// A node as a value.
  func convert(_ node: Node) -> Value {
    switch names.tree.tag(node) {
    case .short(let tag): return function(tag.functionName, node, of: node)
    case .unknown(let tag):
      report(
        .unknownTag, at: node, "`\(tag)` is not a CloudFormation function",
        help: Suggestion.help(forTag: tag))
      return .null
    case .none, .core: return untagged(node)
    }
  }

  /// A node as a value, without the function of its tag.
  func untagged(_ node: Node) -> Value {
    switch names.tree.kind(node) {
    case .scalar: scalar(node)
    case .sequence: list(node)
    case .mapping: mapping(node)
    }
  }

  /// Plain scalars are read as YAML's core schema reads them, except that numbers are only what JSON calls one.
  private func scalar(_ node: Node) -> Value {
    let text = names.tree.string(node)
    guard names.tree.isPlain(node), names.tree.tag(node) == .none else { return .string(text) }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    case "", "~", "null", "Null", "NULL": return .null
    default:
      return PlainScalar.isNumber(text) && (isJson || PlainScalar.isCanonical(text)) ? .number(text) : .string(text)
    }
  }

  /// A list. A place of several IDs (`!Ref vpcs.main.privateSubnets`) gives its ids as items.
  private func list(_ node: Node) -> Value {
    var items: [Value] = []
    var hasPlace = false
    for child in names.tree.items(node) {
      let value = convert(child)
      items.append(value)
      hasPlace = hasPlace || (isPlaceReference(child) && givesList(value))
    }
    return hasPlace ? joined(items) : .list(items)
  }

  private func mapping(_ node: Node) -> Value {
    var object = Object()
    let isSingle = names.tree.count(node) == 1
    var isReported = false
    for entry in names.tree.entries(node) {
      let key = names.tree.string(entry.key)
      if key.hasPrefix("Fn::ForEach") {
        object.add(key, loop(key, entry.value, at: entry.key), origin: Origin(key: entry.key, value: entry.value))
        continue
      }
      if key == "Ref" || key.hasPrefix("Fn::") {
        if isSingle { return function(key, entry.value, of: node) }
        if key != "Fn::Transform", !hasOwnMacro, !isReported {
          if Loops.corrected(key) != nil {
            report(unknownFunction: key, at: names.tree.mark(entry.key))
          } else {
            report(.functionArgument, at: entry.key, "`\(key)` must be the only key of its mapping")
          }
          isReported = true
        }
      }
      let outer = isJson
      isJson = RawValues.isJson(key) ?? outer
      object.add(key, convert(entry.value), origin: Origin(key: entry.key, value: entry.value))
      isJson = outer
    }
    return isReported ? .null : .object(object)
  }

  /// Whether a key has JSON that a service reads itself, where `2.0` is a number: state machines, patterns of events, schemas
  /// and OpenAPI documents. Elsewhere CloudFormation may take it as a text, such as a version. Nil: as around the key.
  private static func isJson(_ key: String) -> Bool? {
    switch key {
    case "Definition", "EventPattern", "Schema", "paths", "components", "properties": true
    default: key.hasPrefix("x-amazon-") ? false : nil
    }
  }

  // MARK: Functions

  /// A function; in the short form the argument is the node itself.
  private func function(_ name: String, _ argument: Node, of node: Node) -> Value {
    let known = IntrinsicFunction.named(name)
    if let known, known.isSpecial { check(known, .null, argument, of: node) }
    switch name {
    case "Ref":
      if let value = computedName(argument, isTagged: argument == node, spelling(of: name, node)) {
        return value == .null ? .null : ["Ref": value]
      }
      return reference(names.tree.string(argument), attribute: "", at: names.tree.mark(argument))
    case "Fn::GetAtt": return getAtt(argument, isTagged: argument == node)
    case "Fn::Sub": return substitution(argument, isTagged: argument == node)
    case "Condition":
      checkCondition(argument)
      return ["Condition": .string(names.tree.string(argument))]
    case "Fn::If": names.tree.items(argument).prefix(1).filter(isName).forEach(checkCondition)
    case "Fn::And", "Fn::Or", "Fn::Not": names.tree.items(argument).forEach(checkNamedCondition)
    case "Fn::FindInMap": checkMapping(Array(names.tree.items(argument)))
    case "Fn::Transform": hasMacros = true
    case "Fn::Equals": noteComparison(Array(names.tree.items(argument)))
    case "Fn::ValueOf": noteParameter(Array(names.tree.items(argument)))
    case "Fn::ValueOfAll": names.tree.items(argument).prefix(1).forEach(noteParameters)
    case "Fn::RefAll": noteParameters(ofType: argument)
    default:
      if known == nil { report(unknownFunction: name, at: names.tree.mark(node)) }
    }
    if known?.result == .list { hasLists = true }
    let outer = part
    // One of conditions in another place is reported by itself, without those in it.
    if part == .values, ["Fn::And", "Fn::Or", "Fn::Not"].contains(name) { part = .conditions }
    let arguments = arguments(argument, isTagged: argument == node)
    part = outer
    if let known, !known.isSpecial { check(known, arguments, argument, of: node) }
    if name == "Fn::Transform" { check(transform: arguments, at: node) }
    return .object(Object([.init(key: name, value: arguments)]))
  }

  /// Reports a function that CloudFormation does not have.
  func report(unknownFunction name: String, at mark: Mark) {
    report(
      .unknownTag, at: mark, "\(Reader.quoted(name)) is not a CloudFormation function",
      help: name == "Fn::Ref"
        ? "write `Ref`"
        : Loops.corrected(name).map { "write `\($0)`" }
          ?? Suggestion.help(for: name, among: IntrinsicFunction.all.map(\.name)))
  }

  /// The arguments of a function. A list of arguments stays as it is: a place in it is one argument.
  private func arguments(_ node: Node, isTagged: Bool) -> Value {
    if names.tree.kind(node) == .sequence, isTagged || names.tree.tag(node) == .none {
      return .list(names.tree.items(node).map { convert($0) })
    }
    if !isTagged { return convert(node) }
    return names.tree.kind(node) == .scalar ? .string(names.tree.string(node)) : untagged(node)
  }

  /// Whether a node is a plain name.
  func isName(_ node: Node) -> Bool {
    names.tree.kind(node) == .scalar && !names.tree.hasFunctionTag(node)
  }

  // MARK: Names inside

  /// Checks the conditions that others are another name for.
  func checkConditions() {
    guard let section = names.spec.section("Conditions") else { return }
    for entry in names.tree.entries(section.node) { checkNamedCondition(entry.value) }
  }

  /// `{Condition: NAME}` as an argument, or as a condition of its own.
  func checkNamedCondition(_ node: Node) {
    guard names.tree.kind(node) == .mapping, names.tree.tag(node) == .none else { return }
    for entry in names.tree.entries(node) where names.tree.equals(entry.key, "Condition") {
      if part == .rules { report(misplaced: "Condition", at: entry.key) }
      if isName(entry.value) { checkCondition(entry.value) } else { reportConditionName(entry.value) }
    }
  }

  private func reportConditionName(_ node: Node) {
    report(
      .functionArgument, at: node, "`Condition` expects the name of a condition, found \(found(convert(node), node))",
      help: "write `Condition: NAME`")
  }

  /// Checks that a condition exists.
  func checkCondition(_ node: Node) {
    let name = names.tree.string(node)
    note(used: name)
    if names.hasCondition(name) { return }
    report(
      .unknownName, at: node, "there is no condition \(Reader.quoted(name))",
      help: Suggestion.help(for: name, among: names.conditions.sorted()) ?? "define it in `conditions`")
  }
}
