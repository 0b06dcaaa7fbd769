import Diagnostics
import SpecReading
import YAMLTree

/// Keys that are not indented enough, or too far, so that YAML reads them into another mapping:
///
///     throttle:
///     rate: 10
///
/// One wrong line gives findings about its key, about the keys that follow it, and about the mapping that lacks them. A
/// finding about the indentation takes their place.
struct Indentation {
  let tree: Tree
  /// The places of errors, of all findings, and of those that only list what is allowed.
  let errors: FindingPlaces
  let findings: FindingPlaces
  let unhelped: FindingPlaces
  /// The mappings around the current one, the outermost first.
  var levels: [Level] = []
  private var fields: [ObjectIdentifier: [String: Shape]] = [:]
  var found: [Diagnostic] = []
  /// The places whose findings the found ones explain.
  var explained: [Range<UInt64>] = []
  /// Whether an element has no name.
  var isNameLost = false

  /// The findings, with those about indentation in place of what they explain; nil if there are none.
  static func joined(_ findings: [Diagnostic], _ tree: Tree, root: Node) -> [Diagnostic]? {
    let errors = findings.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
    var indentation = Indentation(tree, findings, errors: errors)
    indentation.visit(root, .object(Spec.self), key: nil, end: .max)
    if indentation.found.isEmpty { return nil }
    // Rules judged another spec than the intended one.
    let others = findings.filter {
      !Rules.judging.contains($0.id) && !$0.isOf(.noResource) && !indentation.isExplained($0.mark.place)
        && !(indentation.isNameLost && $0.isOf(.unknownName))
    }
    return others + indentation.found
  }

  private init(_ tree: Tree, _ findings: [Diagnostic], errors: [Diagnostic]) {
    self.tree = tree
    self.errors = FindingPlaces(errors)
    self.findings = FindingPlaces(findings)
    unhelped = FindingPlaces(errors.filter { $0.help?.hasPrefix(Suggestion.allowedWords) ?? true })
  }

  /// A mapping on the way to the current one.
  struct Level {
    /// Its key in the mapping around it.
    let key: Node?
    let node: Node
    /// The shapes of its values by key; nil if the keys are names.
    let fields: [String: Shape]?
    /// The same for its elements, if the keys are names.
    var elements: [String: Shape]?
  }

  /// An entry of a mapping.
  struct Entry {
    let key: Node
    let name: String
    let value: Node
    /// Where the entry begins and ends.
    let places: Range<UInt64>
  }

  func isExplained(_ place: UInt64) -> Bool { explained.contains { $0.contains(place) } }

  // MARK: The walk

  /// The keys of the entries of sections that are passed on.
  private static let sections = [
    "resources": ResourceAttributes.names, "parameters": SectionEntries.parameterKeys,
    "outputs": SectionEntries.outputKeys,
  ]

  private mutating func visit(_ node: Node, _ shape: Shape, key: Node?, end: UInt64) {
    guard !tree.isAlias(node) else { return }
    if tree.kind(node) == .sequence {
      let item: Shape = if case .list(let item) = shape { item } else { .any }
      for child in tree.items(node) { visit(child, item, key: nil, end: end) }
    }
    guard tree.kind(node) == .mapping else { return }
    if levels.count == 1, let key, let keys = Indentation.sections[tree.string(key)] {
      let fields = Dictionary(uniqueKeysWithValues: keys.map { ($0, Shape.mapping) })
      return visit(elements: node, .record(keys.map { ($0, .mapping) }), fields, key: key, end: end)
    }
    switch shape {
    case .list(let shape): visit(node, shape, key: key, end: end)
    case .either(let shapes):
      if let shape = shapes.first(where: \.takesKeys) { visit(node, shape, key: key, end: end) }
    case .object(let type), .defaults(let type): visit(node, key, fields: fields(of: type), end: end)
    case .record(let fields):
      visit(node, key, fields: Dictionary(uniqueKeysWithValues: fields.map { ($0, $1) }), end: end)
    case .map(let item, _):
      visit(elements: node, item, item.elementType.map { fields(of: $0) }, key: key, end: end)
    case .any, .mapping: visit(node, key, fields: nil, end: end)
    default: break
    }
  }

  /// A mapping with these keys, or with any.
  private mutating func visit(_ node: Node, _ key: Node?, fields: [String: Shape]?, end: UInt64) {
    let entries = entries(of: node, end: end)
    levels.append(Level(key: key, node: node, fields: fields ?? [:]))
    check(entries, fields: fields, end: end)
    for entry in entries where isOpen(entry) {
      guard let shape = fields.map({ $0[entry.name] }) ?? .any else { continue }
      visit(entry.value, shape, key: entry.key, end: entry.places.upperBound)
    }
    levels.removeLast()
  }

  private mutating func visit(
    elements node: Node, _ item: Shape, _ fields: [String: Shape]?, key: Node?, end: UInt64
  ) {
    let entries = entries(of: node, end: end)
    levels.append(Level(key: key, node: node, fields: nil, elements: fields))
    check(elements: entries, item, fields, end: end)
    for entry in entries where isOpen(entry) {
      visit(entry.value, item, key: entry.key, end: entry.places.upperBound)
    }
    levels.removeLast()
  }

  /// Whether an entry has errors that are not explained.
  private func isOpen(_ entry: Entry) -> Bool {
    errors.areIn(entry.places) && !isExplained(entry.places.lowerBound)
  }

  mutating func fields(of type: any SpecObject.Type) -> [String: Shape] {
    if let known = fields[ObjectIdentifier(type)] { return known }
    let all = Describer.fields(of: type).mapValues(\.shape)
    fields[ObjectIdentifier(type)] = all
    return all
  }

  func entries(of node: Node, end: UInt64) -> [Entry] {
    let all = Array(tree.entries(node))
    return all.indices.map { index in
      let start = tree.mark(all[index].key).place
      let next = index + 1 < all.count ? tree.mark(all[index + 1].key).place : end
      // The entries of a section may be in several files.
      let isNear = next >> 32 == start >> 32 && next > start
      let last = isNear ? next : start | UInt64(UInt32.max)
      return Entry(
        key: all[index].key, name: tree.string(all[index].key), value: all[index].value,
        places: start..<max(start + 1, last))
    }
  }
}
