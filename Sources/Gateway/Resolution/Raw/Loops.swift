import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// The `Fn::ForEach` loops around a value, from the outermost one.
struct Loops {
  /// A variable and its values; nil if a function or parameter gives them.
  typealias Variable = (name: String, values: [String]?)

  private(set) var variables: [Variable] = []

  mutating func enter(_ variable: Variable) { variables.append(variable) }

  mutating func leave() { variables.removeLast() }

  /// Whether a name is a variable of a loop.
  func has(_ name: String) -> Bool { variables.contains { $0.name == name } }

  /// The names that a name with `${VARIABLE}` results in: itself outside of loops, none where values are unknown.
  func values(of name: String) -> [String] {
    if variables.isEmpty { return [name] }
    if has(name) { return [] }
    var all = [name]
    for variable in variables where Loops.mentions(variable.name, name) {
      guard let values = variable.values else { return [] }
      all = all.flatMap { text in values.map { Loops.replace(variable.name, with: $0, in: text) } }
    }
    return all
  }

  /// Whether a key has a variable.
  static func mentions(_ variable: String, _ text: String) -> Bool {
    text.mentions("{") && (text.contains("${\(variable)}") || text.contains("&{\(variable)}"))
  }

  /// `&{NAME}` is the value without characters that logical IDs do not have.
  private static func replace(_ variable: String, with value: String, in text: String) -> String {
    text.replacing("${\(variable)}", with: value)
      .replacing(
        "&{\(variable)}",
        with: value == unknown ? value : value.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }
}

extension Loops {
  /// The key of a loop that is misspelled: `Fn::ForEach::NAME` for `Fn::Foreach::NAME`.
  static func corrected(_ key: String) -> String? {
    let parts = key.parts(separatedBy: "::")
    guard parts.count == 3, parts[0] == "Fn", Suggestion.nearest(to: String(parts[1]), among: ["ForEach"]) != nil
    else { return nil }
    return "Fn::ForEach::\(parts[2])"
  }

  /// The text in a generated key for a value that is not known.
  static let unknown = "*"

  /// The keys that a loop generates, with `*` for the values of a collection that is not known.
  func keys(of loop: Node, _ tree: Tree, _ mappings: Node?) -> [String] {
    members(of: loop, tree, mappings).map(\.key)
  }

  /// The same with what is under each key; nil if the loop is not read.
  func members(of loop: Node, _ tree: Tree, _ mappings: Node?) -> [(key: String, value: Node?)] {
    let parts = Array(tree.items(loop))
    guard parts.count == 3 else { return [(Loops.unknown, nil)] }
    var inner = self
    inner.enter(
      (tree.string(parts[0]), Loops.values(ofCollection: parts[1], tree, mappings) ?? [Loops.unknown]))
    return tree.entries(parts[2]).flatMap { entry in
      let key = tree.string(entry.key)
      return key.hasPrefix("Fn::ForEach")
        ? inner.members(of: entry.value, tree, mappings) : inner.values(of: key).map { ($0, entry.value) }
    }
  }

  /// The values of a collection that is a list of literals, or one in a mapping.
  static func values(ofCollection node: Node, _ tree: Tree, _ mappings: Node?) -> [String]? {
    guard tree.kind(node) == .sequence, tree.tag(node) == .none else {
      return cell(node, tree, mappings).flatMap { values(ofCollection: $0, tree, nil) }
    }
    let items = Array(tree.items(node))
    return items.allSatisfy { tree.kind($0) == .scalar && !tree.hasFunctionTag($0) } ? items.map(tree.string) : nil
  }

  /// The value that `Fn::FindInMap` with literal keys finds.
  private static func cell(_ node: Node, _ tree: Tree, _ mappings: Node?) -> Node? {
    guard let mappings, let keys = tree.argument(of: .findInMap, node), tree.kind(keys) == .sequence,
      tree.count(keys) == 3
    else { return nil }
    var found = mappings
    for key in tree.items(keys) {
      guard tree.kind(key) == .scalar, !tree.hasFunctionTag(key), tree.kind(found) == .mapping,
        let entry = tree.entries(found).first(where: { tree.string($0.key) == tree.string(key) })
      else { return nil }
      found = entry.value
    }
    return found
  }
}

extension Tree {
  /// The keys in the mapping of a loop, and those that the loops in it make out of their variables.
  fileprivate func keys(inLoop mapping: Node) -> [Node] {
    entries(mapping).flatMap { entry in
      if !string(entry.key).hasPrefix("Fn::ForEach") { return [entry.key] }
      let parts = Array(items(entry.value))
      return parts.count == 3 ? keys(inLoop: parts[2]).filter { string($0).contains("{") } : []
    }
  }
}

extension RawValues {
  /// `Fn::ForEach`: a variable, its values, and the mapping that is repeated for each of them.
  func loop(_ name: String, _ node: Node, at key: Node) -> Value {
    if !hasOwnMacro, !hasLanguageExtensions {
      report(
        .functionArgument, at: key, "`Fn::ForEach` needs the transform `AWS::LanguageExtensions`",
        help: "write `transform: AWS::LanguageExtensions`")
    }
    if !hasOwnMacro, !name.hasPrefix("Fn::ForEach::") || name.utf8.count == "Fn::ForEach::".utf8.count {
      report(.functionArgument, at: key, "a loop needs a name of its own", help: "write `Fn::ForEach::NAME`")
    }
    let parts = Array(names.tree.items(node))
    guard parts.count == 3, names.tree.kind(parts[0]) == .scalar, !names.tree.hasFunctionTag(parts[0]),
      names.tree.kind(parts[2]) == .mapping
    else {
      report(
        .functionArgument, at: names.tree.kind(node) == .scalar ? node : key,
        "`Fn::ForEach` expects a variable, a list and a mapping",
        help: "write `\(Reader.quoted(name).dropFirst().dropLast()): [VARIABLE, [VALUE, …], {KEY${VARIABLE}: …}]`")
      return convert(node)
    }
    let variable = names.tree.string(parts[0])
    loopVariables.insert(variable)
    for node in hasOwnMacro ? [] : names.tree.keys(inLoop: parts[2]) {
      let key = names.tree.string(node)
      if Loops.mentions(variable, key) { continue }
      report(
        .functionArgument, at: node,
        "\(Reader.quoted(key)) does not contain `${\(variable)}`, so that all passes of `Fn::ForEach` have the same key",
        help: "put the variable into the key: `…${\(variable)}`")
    }
    let collection = convert(parts[1])
    if !hasOwnMacro { check(collection, .collection, of: "Fn::ForEach", at: parts[1]) }
    loops.enter((variable, Loops.values(ofCollection: parts[1], names.tree, names.spec.mappings)))
    defer { loops.leave() }
    return .list([.string(variable), collection, convert(parts[2])])
  }
}
