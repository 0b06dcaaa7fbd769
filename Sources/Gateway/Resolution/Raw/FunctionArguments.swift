import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension RawValues {
  /// Checks a function and its arguments against CloudFormation's description of it. Arguments that are functions are
  /// checked when they are converted themselves.
  func check(_ function: IntrinsicFunction, _ arguments: Value, _ argument: Node, of node: Node) {
    if hasOwnMacro { return }
    let name = spelling(of: function.name, node)
    guard function.parts.contains(part) else { return report(misplaced: name, function, at: node) }
    if function.isExtension, !hasLanguageExtensions {
      report(
        .functionArgument, at: node, "`\(name)` needs the transform `AWS::LanguageExtensions`",
        help: "write `transform: AWS::LanguageExtensions`")
    }
    if function.name == "Fn::ToJsonString" { checkPseudoParameters(arguments, name, at: argument) }
    if function.name == "Fn::ImportValue" { checkImport(arguments, name, at: argument) }
    // `AWS::Include` may return anything.
    if IntrinsicFunction.name(of: arguments) == "Fn::Transform" { return }
    switch function.form {
    case .special: break
    case .single(let expected): check(arguments, expected, of: name, at: argument)
    case .list(let expected, let required):
      guard let parts = parts(of: arguments, required...expected.count, function, name, argument) else { return }
      if hasOtherOrder(parts.map(\.value), expected) {
        return report(
          .functionArgument, at: argument,
          "`\(name)` expects \(function.usage), found \(parts.map { found($0.value, $0.node) }.joined(separator: " and "))",
          help: example(of: function, name))
      }
      for (index, part) in parts.enumerated() { check(part.value, expected[index], of: name, at: part.node) }
      if function.name == "Fn::Select" { checkIndex(parts, name) }
    case .several(let expected, let range):
      guard let parts = parts(of: arguments, range, function, name, argument) else { return }
      if expected.kinds == .condition, let all = spelledConditions(parts.map(\.value)) {
        return report(
          .functionArgument, at: argument, "the conditions of `\(name)` are written as strings",
          help: "write `\(name) [\(all)]`")
      }
      for part in parts { check(part.value, expected, of: name, at: part.node) }
    case .mapping(let expected, let required): check(arguments, expected, required, function, name, argument)
    }
  }

  /// Whether two arguments are in each other's place, or none of two is of its kind.
  private func hasOtherOrder(_ values: [Value], _ expected: [IntrinsicFunction.Argument]) -> Bool {
    guard values.count == 2, expected.count == 2 else { return false }
    let right = fits(values[0], expected[0]) || fits(values[1], expected[1])
    if !right { return true }
    return !(fits(values[0], expected[0]) && fits(values[1], expected[1]))
      && fits(values[1], expected[0]) && fits(values[0], expected[1])
  }

  /// Names of conditions as functions; nil if one of several is something else.
  private func spelledConditions(_ values: [Value]) -> String? {
    let known = values.compactMap(\.text).filter(names.hasCondition)
    return values.count > 1 && known.count == values.count
      ? known.map { "!Condition \($0)" }.joined(separator: ", ") : nil
  }

  /// The transform evaluates `Fn::ToJsonString`, and does not know the topics of the stack.
  private func checkPseudoParameters(_ arguments: Value, _ name: String, at node: Node) {
    if arguments.refers(where: { $0 == "AWS::NotificationARNs" }) {
      report(.functionArgument, at: node, "`\(name)` cannot contain `AWS::NotificationARNs`")
    }
  }

  /// CloudFormation looks for exports before it creates resources.
  private func checkImport(_ arguments: Value, _ name: String, at node: Node) {
    // `Fn::GetAtt` is not among the functions that it accepts.
    if case .getAtt = arguments { return }
    if let text = arguments.text, let open = text.firstRange(of: "${") {
      return report(
        .functionArgument, at: node, "`\(text[open.lowerBound...].prefix { $0 != "}" })}` is not replaced here",
        help: "write `!ImportValue {\"Fn::Sub\": \"\(text)\"}`")
    }
    if arguments.refers(where: { !names.parameters.contains($0) && !$0.hasPrefix("AWS::") }) {
      report(
        .functionArgument, at: node, "the name of an export cannot depend on a resource",
        help: "write the name of the export, with parameters only")
    }
  }

  /// The name of a function as its author wrote it: `!Join` or `Fn::Join`.
  func spelling(of name: String, _ node: Node) -> String {
    // The tag may be that of the function around it: `!ImportValue {"Fn::GetAtt": …}`.
    if case .short(let tag) = names.tree.tag(node), tag.functionName == name { return tag.spelling }
    return name
  }

  /// Reports a function in a part of the template that does not evaluate it.
  func report(misplaced name: String, _ function: IntrinsicFunction? = nil, at node: Node) {
    switch part {
    case .values:
      let isRule = !(function?.parts.contains(.conditions) ?? true)
      report(
        .misplacedFunction, at: node, "`\(name)` is only evaluated in `\(isRule ? "rules" : "conditions")`",
        help: isRule
          ? "it checks parameters before the deployment"
          : name == "!Condition" || name == "Condition"
            ? "write the name of the condition, without a function"
            : "define a condition in `conditions`, and refer to it with `!If [NAME, VALUE, VALUE]`")
    case .conditions:
      report(
        .misplacedFunction, at: node, "`\(name)` is not evaluated in conditions",
        help: "a condition is made of parameters: `!Equals [!Ref PARAMETER, VALUE]`")
    case .rules:
      report(
        .misplacedFunction, at: node, "`\(name)` is not evaluated in rules",
        help: "an assertion compares parameters: `!Equals [!Ref PARAMETER, VALUE]`")
    }
  }

  // MARK: Lists and mappings of arguments

  /// The arguments of a function that takes a list of them; nil if it is not such a list, which is reported.
  private func parts(
    of arguments: Value, _ range: ClosedRange<Int>, _ function: IntrinsicFunction, _ name: String, _ argument: Node
  ) -> [(value: Value, node: Node)]? {
    guard case .list(let items) = arguments, names.tree.kind(argument) == .sequence else {
      report(
        .functionArgument, at: argument, "`\(name)` expects \(function.usage), found \(found(arguments, argument))",
        help: example(of: function, name))
      return nil
    }
    let nodes = Array(names.tree.items(argument))
    guard range.contains(items.count), nodes.count == items.count else {
      report(
        .functionArgument, at: argument,
        "`\(name)` expects \(function.usage), found \(items.count == 1 ? "1 argument" : "\(items.count) arguments")",
        help: example(of: function, name))
      return nil
    }
    return Array(zip(items, nodes)).map { ($0, $1) }
  }

  /// Checks that the index of `Fn::Select` is one of a list that is known.
  private func checkIndex(_ parts: [(value: Value, node: Node)], _ name: String) {
    guard let count = countOfItems(parts[1].value), let index = Int(names.tree.string(parts[0].node)), index >= count
    else { return }
    report(
      .functionArgument, at: parts[0].node, "the list of `\(name)` has no index \(index)",
      help: "the first item has the index 0")
  }

  /// The number of items of a list, or of the parts that `Fn::Split` makes of a text.
  private func countOfItems(_ value: Value) -> Int? {
    if case .list(let items) = value { return items.contains(where: givesList) ? nil : items.count }
    guard case .list(let arguments)? = value.object?["Fn::Split"], arguments.count == 2,
      let delimiter = arguments[0].text, let text = arguments[1].text, !delimiter.isEmpty, !text.hasDynamicReference
    else { return nil }
    return text.ranges(of: delimiter).count + 1
  }

  private func check(
    _ arguments: Value, _ expected: [IntrinsicFunction.Argument], _ required: Int, _ function: IntrinsicFunction,
    _ name: String, _ argument: Node
  ) {
    guard let object = arguments.object, names.tree.kind(argument) == .mapping else {
      return report(
        .functionArgument, at: argument, "`\(name)` expects \(function.usage), found \(found(arguments, argument))")
    }
    for entry in names.tree.entries(argument) {
      let key = names.tree.string(entry.key)
      if let known = expected.first(where: { $0.name == key }), let value = object[key] {
        check(value, known, of: name, at: entry.value)
      } else {
        report(
          .functionArgument, at: entry.key, "`\(name)` has no argument \(Reader.quoted(key))",
          help: Suggestion.help(for: key, among: expected.map(\.name)))
      }
    }
    for missing in expected.prefix(required) where object[missing.name] == nil {
      report(.functionArgument, at: argument, "`\(name)` needs `\(missing.name)`")
    }
  }

  /// The form of a function, to copy.
  private func example(of function: IntrinsicFunction, _ name: String) -> String? {
    let words: [String]
    switch function.form {
    case .list(let arguments, let required): words = arguments.prefix(required).map(\.word)
    case .several(let argument, let range): words = Array(repeating: argument.word, count: range.lowerBound)
    case .single, .mapping, .special: return nil
    }
    let list = "[\(words.joined(separator: ", "))]"
    return "write `\(name.hasPrefix("!") ? "\(name) \(list)" : "\(name): \(list)")`"
  }

  /// A value for messages.
  func found(_ value: Value, _ node: Node) -> String {
    switch names.tree.kind(node) {
    case .sequence where names.tree.tag(node) == .none: return "a list"
    case .mapping where IntrinsicFunction.name(of: value) == nil: return "a mapping"
    default: break
    }
    if let name = IntrinsicFunction.name(of: value) { return "`\(spelling(of: name, node))`" }
    // The tag is that of the function with the arguments: `!Base64 [a, b]`.
    switch names.tree.kind(node) {
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .scalar: break
    }
    return names.tree.isNull(node) ? "nothing" : Reader.quoted(names.tree.string(node))
  }
}

extension IntrinsicFunction.Argument {
  /// It in an example.
  fileprivate var word: String {
    if kinds == .list { return "[…]" }
    return name == "separator" ? "\",\"" : name.uppercased().replacing(" ", with: "_")
  }
}
