import Diagnostics
import SpecReading
import YAMLTree

/// Merges the files of a spec section by section.
struct Sections {
  /// How a section is merged.
  private enum Rule {
    /// The first file's value is used.
    case first
    /// Mappings by name, up to this depth; values below are defined once.
    case names(Int)
    /// Mappings where lists are appended and equal values may be repeated.
    case settings
    /// The section applies only to its own file.
    case own
  }

  private static func rule(for section: String) -> Rule {
    switch section {
    case "stack", "description": .first
    case "version", "transform", "account", "lint": .settings
    case "environments", "defaults", "globals": .names(2)
    case "include": .own
    default: section.hasPrefix("x-") ? .own : .names(1)
    }
  }

  let reader: Reader
  private var tree: Tree { reader.tree }

  init(reader: Reader) { self.reader = reader }

  /// Merges several root mappings.
  func merged(_ roots: [Node]) -> Node {
    guard roots.count > 1 else { return roots[0] }
    var entries = Array(tree.entries(roots[0]))
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { places[tree.string(entry.key)] = index }
    for root in roots.dropFirst() {
      for entry in tree.entries(root) {
        let name = tree.string(entry.key)
        let rule = Sections.rule(for: name)
        if case .own = rule { continue }
        if let index = places[name] {
          entries[index].value = merged(entries[index], entry, rule)
        } else if case .first = rule {
          reader.report(
            .onlyInFirstFile, at: tree.mark(entry.key), "\(Reader.quoted(name)) is only allowed in the first file",
            help: "move it to \(tree.sources[Int(tree.mark(roots[0]).source)].path)")
        } else {
          places[name] = entries.count
          entries.append(entry)
        }
      }
    }
    return tree.mapping(entries, like: roots[0])
  }

  private func merged(_ first: Entries.Element, _ second: Entries.Element, _ rule: Rule) -> Node {
    switch rule {
    case .own: return first.value
    case .first:
      if !isSame(first.value, second.value) {
        reader.report(
          .onlyInFirstFile, at: tree.mark(second.key),
          "\(Reader.quoted(tree.string(second.key))) is set to another value in the first file",
          related: [Related(message: "first set here", mark: tree.mark(first.key))], help: "remove this one")
      }
      return first.value
    case .settings: return mergedSettings(first, second, depth: 2)
    case .names(let depth): return mergedNames(first, second, depth)
    }
  }

  private func mergedNames(_ first: Entries.Element, _ second: Entries.Element, _ depth: Int) -> Node {
    if depth == 0 {
      reportTwice(first, second)
      return first.value
    }
    // A section that is not a mapping is reported by its reader; here only what would be lost.
    guard tree.kind(first.value) == .mapping, !reader.isIntrinsic(first.value) else { return first.value }
    guard tree.kind(second.value) == .mapping, !reader.isIntrinsic(second.value) else {
      reader.mismatch(second.value, expected: "a mapping")
      return first.value
    }
    return merged(first.value, second.value) { first, second in
      // An environment may have no variables.
      if depth > 1, isNothing(first.value) { return second.value }
      return depth > 1 && isNothing(second.value) ? first.value : mergedNames(first, second, depth - 1)
    }
  }

  private func mergedSettings(_ first: Entries.Element, _ second: Entries.Element, depth: Int) -> Node {
    switch (tree.kind(first.value), tree.kind(second.value)) {
    case (.mapping, .mapping) where depth > 0:
      return merged(first.value, second.value) { mergedSettings($0, $1, depth: depth - 1) }
    case (.scalar, .scalar) where isSame(first.value, second.value): return first.value
    case (.sequence, .sequence): return list(first.value, Array(tree.items(second.value)))
    case (.sequence, .scalar): return list(first.value, [second.value])
    default:
      reportTwice(first, second)
      return first.value
    }
  }

  private func list(_ first: Node, _ more: [Node]) -> Node {
    let known = Array(tree.items(first))
    return tree.list(known + more.filter { item in !known.contains { isSame($0, item) } }, like: first)
  }

  /// Merges two mappings; `both` merges the values of keys that both have.
  private func merged(
    _ first: Node, _ second: Node, both: (Entries.Element, Entries.Element) -> Node
  ) -> Node {
    var entries = Array(tree.entries(first))
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { places[tree.string(entry.key)] = index }
    for entry in tree.entries(second) {
      if let index = places[tree.string(entry.key)] {
        entries[index].value = both(entries[index], entry)
      } else {
        entries.append(entry)
      }
    }
    return tree.mapping(entries, like: first)
  }

  private func isNothing(_ node: Node) -> Bool { tree.kind(node) == .scalar && tree.equals(node, "") }

  private func isSame(_ one: Node, _ other: Node) -> Bool {
    tree.kind(one) == .scalar && tree.kind(other) == .scalar && tree.string(one) == tree.string(other)
  }

  private func reportTwice(_ first: Entries.Element, _ second: Entries.Element) {
    reader.report(
      .definedInTwoFiles, at: tree.mark(second.key),
      "\(Reader.quoted(tree.string(second.key))) is defined in two files",
      related: [Related(message: "the other definition", mark: tree.mark(first.key))],
      help: "rename or remove one of them")
  }
}
