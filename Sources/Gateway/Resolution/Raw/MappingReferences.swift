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
    guard arguments.count == 3, let mapping = keys(of: name) else { return }
    var cells = mapping.all
    if isName(arguments[1]) {
      let row = names.tree.string(arguments[1])
      guard let own = mapping.ofRow[row] else {
        return report(noKey: row, at: arguments[1], in: name, mapping.rows)
      }
      cells = own
    } else {
      noteLookup(of: arguments[1], among: mapping.rows.all, in: name)
    }
    guard isName(arguments[2]) else { return noteLookup(of: arguments[2], among: cells.all, in: name) }
    let key = names.tree.string(arguments[2])
    if !cells.all.contains(key) { report(noKey: key, at: arguments[2], in: name, cells) }
  }

  /// Checks the names that `Fn::FindInMap` may return against those that exist; `%@` is the name in the message.
  func checkCells(_ value: Value, among known: Set<String>, _ message: String, at node: Node) {
    guard let arguments = value.object?["Fn::FindInMap"] else { return }
    for case .string(let text) in cells(of: arguments) ?? [] where !known.contains(text) {
      report(.unknownName, at: node, message.replacing("%@", with: Reader.quoted(text)))
    }
  }

  /// The keys of a mapping, which is read once; nil if a macro makes some of them.
  private func keys(of name: String) -> MappingKeys? {
    if let known = mappingKeys[name] { return known }
    let keys = readKeys(of: name)
    mappingKeys[name] = .some(keys)
    return keys
  }

  private func readKeys(of name: String) -> MappingKeys? {
    guard let section = names.spec.mappings,
      let mapping = names.tree.entries(section).first(where: { names.tree.string($0.key) == name })?.value
    else { return nil }
    var keys = MappingKeys()
    for row in names.tree.entries(mapping) {
      let cells = names.tree.entries(row.value).map { names.tree.string($0.key) }
      guard names.tree.kind(row.value) == .mapping, !names.tree.equals(row.key, "Fn::Transform"),
        !cells.contains("Fn::Transform")
      else { return nil }
      let key = names.tree.string(row.key)
      keys.rows.insert(key)
      // A row without cells exists as well.
      var own = MappingKeys.List()
      for cell in cells {
        own.insert(cell)
        keys.all.insert(cell)
      }
      keys.ofRow[key] = own
    }
    return keys.ofRow.isEmpty ? nil : keys
  }

  private func report(noKey key: String, at node: Node, in mapping: String, _ keys: MappingKeys.List) {
    report(
      .unknownName, at: node, "the mapping \(Reader.quoted(mapping)) does not have a key \(Reader.quoted(key))",
      help: names.parameters.contains(key) || Value.pseudoParameters.contains(key)
        ? "write `!Ref \(key)`" : Suggestion.help(for: key, among: keys.ordered))
  }
}

/// The keys of a mapping.
struct MappingKeys {
  /// Keys, each once, in the order of the spec.
  struct List {
    private(set) var ordered: [String] = []
    private(set) var all: Set<String> = []

    fileprivate mutating func insert(_ key: String) {
      if all.insert(key).inserted { ordered.append(key) }
    }
  }

  /// The keys of its rows.
  fileprivate(set) var rows = List()
  /// The keys of the cells of each row, and of all rows.
  fileprivate(set) var ofRow: [String: List] = [:]
  fileprivate(set) var all = List()
}
