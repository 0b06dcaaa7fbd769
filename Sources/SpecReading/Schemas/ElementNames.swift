import Diagnostics
import YAMLTree

/// The steps of reading a mapping of elements that are the same for elements of any type: they are compiled once.
extension Reader {
  /// The name of an element; a key that is none is reported. `isRaw`: what is passed on to CloudFormation.
  @inline(never)
  func nameOfElement(_ key: Node, _ value: Node, _ keys: KeyGrammar, isRaw: Bool) -> String? {
    if case .short(let tag) = tree.tag(key) {
      report(
        .notAllowed, at: tree.mark(key),
        "`\(tag.spelling)` cannot be used in a key; functions are evaluated only in values",
        help: "write the literal name")
      return nil
    }
    if reportsMissingSpace(key, value: value) { return nil }
    let name = tree.string(key)
    if !isRaw, name.hasPrefix("Fn::") {
      report(
        .notAllowed, at: tree.mark(key), "\(Reader.quoted(name)) is only evaluated in sections of CloudFormation",
        help: "write each element, or make them in `resources`")
      return nil
    }
    if keys == .any || KeyGrammar.isName(name) { return name }
    report(
      .badName, at: tree.mark(key), "invalid name \(Reader.quoted(name))",
      help: helpForInvisible(in: name) ?? words.translate(
        ForeignEntry(key: name, value: value, owner: "", known: []), tree)
        ?? "use only letters, digits, `-` and `_`")
    // What names it is right.
    return withoutInvisible(name)
  }

  /// Whether an element is a superfluous level, in place of a value that is not a mapping; it is reported.
  @inline(never)
  func reportsLevel(_ key: Node, _ name: String, _ value: Node, expected: () -> String) -> Bool {
    guard tree.kind(value) == .mapping, !isIntrinsic(value), let help = words.level(of: name) else { return false }
    report(.wrongKind, at: tree.mark(key), "expected \(expected()), found a mapping", help: help)
    return true
  }

  /// The names of elements without options, if they are given as a list or as one name; others in it are reported.
  @inline(never)
  func namesOfElements(_ node: Node, _ keys: KeyGrammar) -> [Node]? {
    guard isUntagged(node) else { return nil }
    let names: [Node]
    switch tree.kind(node) {
    case .sequence: names = Array(tree.items(node))
    case .scalar where !isEmpty(node): names = [node]
    default: return nil
    }
    return names.filter { name in
      if tree.kind(name) == .mapping {
        mismatch(name, expected: "a name", help: helpForItem(name, of: nil, key: keys.example))
        return false
      }
      return isScalar(name, expected: "a name")
    }
  }

  /// Reports a value in place of a mapping of elements of a type.
  @inline(never)
  func reportNoElements(
    _ node: Node, key: Mark, expected: String, _ keys: KeyGrammar, of type: (any SpecObject.Type)?
  ) {
    var help: String?
    if isConditionalMapping(node) {
      // An `Fn::If` around all elements.
      help =
        type.flatMap { conditionHelp(node, in: $0, isEach: true) } ?? "use `!If` for the values in the mappings"
    } else {
      help = helpForList(node, of: type, key: keys.example)
    }
    mismatch(node, expected: expected, help: help)
    noteUnread(key)
  }
}
