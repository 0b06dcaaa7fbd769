import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension RawValues {
  /// Checks that a mapping exists, and the keys, as far as they are literal. A fourth argument is a default.
  func checkMapping(_ arguments: [Node]) {
    guard let first = arguments.first else { return }
    guard isName(first) else {
      // Whichever its name comes out as.
      names.mappings.forEach(note(used:))
      return
    }
    let name = names.tree.string(first)
    note(used: name)
    guard names.hasMapping(name) else {
      return report(
        .unknownName, at: first, "there is no mapping \(Reader.quoted(name))",
        help: Suggestion.help(for: name, among: names.mappings.sorted()))
    }
    guard arguments.count == 3, let rows = mapping(name) else { return }
    var found = rows
    if isName(arguments[1]) {
      let key = names.tree.string(arguments[1])
      found = rows.filter { names.tree.string($0.key) == key }
      guard !found.isEmpty else { return report(noKey: key, at: arguments[1], in: name, rows) }
    } else {
      noteLookup(of: arguments[1], among: rows, in: name)
    }
    let cells = found.flatMap { Array(names.tree.entries($0.value)) }
    guard isName(arguments[2]) else { return noteLookup(of: arguments[2], among: cells, in: name) }
    let key = names.tree.string(arguments[2])
    if cells.contains(where: { names.tree.string($0.key) == key }) { return }
    report(noKey: key, at: arguments[2], in: name, cells)
  }

  /// Checks the names that `Fn::FindInMap` may return against those that exist; `%@` is the name in the message.
  func checkCells(_ value: Value, among known: Set<String>, _ message: String, at node: Node) {
    guard let arguments = value.object?["Fn::FindInMap"] else { return }
    for case .string(let text) in cells(of: arguments) ?? [] where !known.contains(text) {
      report(.unknownName, at: node, message.replacing("%@", with: Reader.quoted(text)))
    }
  }

  /// The rows of a mapping; nil if a macro makes some of them.
  private func mapping(_ name: String) -> [(key: Node, value: Node)]? {
    guard let section = names.spec.mappings,
      let mapping = names.tree.entries(section).first(where: { names.tree.string($0.key) == name })?.value
    else { return nil }
    let rows = Array(names.tree.entries(mapping))
    let isPlain = rows.allSatisfy {
      names.tree.kind($0.value) == .mapping && !names.tree.equals($0.key, "Fn::Transform")
        && !names.tree.entries($0.value).contains { names.tree.equals($0.key, "Fn::Transform") }
    }
    return isPlain && !rows.isEmpty ? rows : nil
  }

  private func report(noKey key: String, at node: Node, in mapping: String, _ entries: [(key: Node, value: Node)]) {
    report(
      .unknownName, at: node, "the mapping \(Reader.quoted(mapping)) does not have a key \(Reader.quoted(key))",
      help: Suggestion.help(for: key, among: entries.map { names.tree.string($0.key) }))
  }
}
