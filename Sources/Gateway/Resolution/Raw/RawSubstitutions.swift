import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension RawValues {
  /// `Fn::Sub`: a text, or a list of a text and a mapping.
  func substitution(_ argument: Node, isTagged: Bool) -> Value {
    if isTransform(argument) { return ["Fn::Sub": convert(argument)] }
    var text = argument
    let isShort = !isTagged && names.tree.hasFunctionTag(argument)
    var own = Object()
    if names.tree.kind(argument) == .sequence, !isShort {
      let parts = Array(names.tree.items(argument))
      guard parts.count == 2, names.tree.kind(parts[1]) == .mapping else {
        reportText(of: argument)
        return .null
      }
      text = parts[0]
      for entry in names.tree.entries(parts[1]) {
        let value = convert(entry.value)
        check(value, .variable, of: "!Sub", at: entry.value)
        own.add(names.tree.string(entry.key), value)
      }
    }
    let isFunction = names.tree.hasFunctionTag(text) && (text != argument || isShort)
    guard names.tree.kind(text) == .scalar, !isFunction else {
      reportText(of: text)
      return .null
    }
    if !own.isEmpty { noteUnused(names.tree.string(text), of: argument) }
    return substituted(names.tree.string(text), own, at: names.tree.mark(text))
  }

  /// Notes the variables that a text does not contain; a macro, or the variable of a loop, may give another text.
  private func noteUnused(_ text: String, of argument: Node) {
    if hasOwnMacro || !loops.variables.isEmpty { return }
    let used = Set(text.substitutions)
    for entry in Array(names.tree.items(argument)).suffix(1).flatMap({ Array(names.tree.entries($0)) }) {
      let name = names.tree.string(entry.key)
      if !used.contains(name) { unusedVariables[names.tree.mark(entry.key)] = name }
    }
  }

  /// Whether a macro gives the argument before the function is evaluated.
  private func isTransform(_ node: Node) -> Bool {
    names.tree.onlyEntry(node).map { names.tree.equals($0.key, "Fn::Transform") } ?? false
  }

  private func reportText(of node: Node) {
    report(
      .functionArgument, at: node, "`!Sub` expects a string, or a list of a string and a mapping",
      help: "write `!Sub \"…${NAME}…\"`, or `!Sub [\"…${NAME}…\", {NAME: VALUE}]`")
  }

  /// Places inside `${…}` become their values; the rest of the text stays as it was written. Names are written without
  /// spaces around them, which CloudFormation ignores and AWS SAM does not.
  private func substituted(_ text: String, _ own: Object, at mark: Mark) -> Value {
    if let open = text.ranges(of: "${").last, !text[open.upperBound...].contains("}"),
      text[open.upperBound...].first?.isLetter ?? false
    {
      report(
        .functionArgument, at: mark,
        "the brace of \(Reader.quoted(String(text[open.lowerBound...]))) in `!Sub` is not closed",
        help: "write `${NAME}`")
    }
    var own = own
    let result = text.replacingSubstitutions { name in
      own[name] == nil ? piece(name, &own, at: mark) : "${\(name)}"
    }
    if own.isEmpty && !result.mentions("${") { return .string(result) }
    return own.isEmpty ? ["Fn::Sub": .string(result)] : ["Fn::Sub": [.string(result), .object(own)]]
  }

  private func piece(_ name: String, _ own: inout Object, at mark: Mark) -> String {
    let value = reference(inside: name, at: mark)
    if case .ref(let id) = value, parameterType(id)?.isListType ?? false {
      report(.listInText, at: mark, "`\(name)` is a list, not a string", help: "join it: `!Join [\",\", !Ref \(name)]`")
    }
    switch value {
    case .ref(let id) where own[id] == nil: return "${\(id)}"
    case .getAtt(let id, let attribute) where own["\(id).\(attribute)"] == nil: return "${\(id).\(attribute)}"
    case .string(let literal): return literal.replacing("${", with: "${!")
    default:
      if givesList(value) {
        report(.listInText, at: mark, "`\(name)` is a list, not a string", help: "select an item: `\(name).0`")
      }
      var number = 1
      while own["Value\(number)"] != nil { number += 1 }
      own.add("Value\(number)", value)
      return "${Value\(number)}"
    }
  }

  private func reference(inside name: String, at mark: Mark) -> Value {
    if isPlace(name) {
      let found = PlaceFinder(values: self).find(name)
      if mayBePart(name, found) {
        note(used: names.element(of: name))
        return refer(later: name, attribute: nil, at: mark)
      }
      let hasAttribute = found.map { !$0.rest.isEmpty } ?? false
      return reference(name, attribute: hasAttribute ? nil : "", at: mark)
    }
    let (id, attribute) = parts(ofReference: name)
    return reference(id, attribute: attribute ?? "", at: mark)
  }
}
