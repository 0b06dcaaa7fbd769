import Diagnostics
import SpecReading
import YAMLTree

extension Indentation {
  // MARK: Fixed keys

  /// Checks a mapping with these keys, or with any, of which those are unknown that have findings.
  mutating func check(_ entries: [Entry], fields: [String: Shape]?, end: UInt64) {
    var (owner, moved): (Entry?, [Entry]) = (nil, [])
    var outer: (place: OuterPlace?, entries: [Entry]) = (nil, [])
    let used = Set(entries.map(\.name))
    let open = (fields ?? [:]).filter { !used.contains($0.key) }
    for (index, entry) in entries.enumerated() {
      let isUnknown = fields?[entry.name] == nil && findings.areAt(entry.places.lowerBound)
      if isUnknown, let owner, let shape = fields.map({ $0[owner.name] }) ?? .any, mayContain(entry, shape),
        !isMisspelt(entry, open)
      {
        moved.append(entry)
        continue
      }
      report(moved, below: owner, end: end)
      moved = []
      let isEmpty = !isUnknown && tree.isNull(entry.value)
      owner = isEmpty && (fields != nil || errors.areIn(entry.places)) ? entry : nil
      // Something better may be known of the key, unless others follow it.
      let isHelped = !tree.isNull(entry.value) && !unhelped.areAt(entry.places.lowerBound)
      if !isUnknown || isHelped || isMisspelt(entry, open) { continue }
      if take(entry, followedBy: entries[(index + 1)...], &outer, end: end) { return }
    }
    report(moved, below: owner, end: end)
    report(outer.entries, in: outer.place)
  }

  /// Takes an entry that belongs to a mapping around the current one, with those before it that belong to the same. Returns
  /// whether the entries that follow are its own, because it has no value.
  private mutating func take(
    _ entry: Entry, followedBy others: ArraySlice<Entry>, _ outer: inout (place: OuterPlace?, entries: [Entry]),
    end: UInt64
  ) -> Bool {
    guard let place = outerPlace(entry, end: end) else { return false }
    let isEmpty = tree.isNull(entry.value)
    if isEmpty || place != outer.place {
      report(outer.entries, in: outer.place)
      outer = (place, [])
    }
    if isEmpty { report(entry, followedBy: others, in: place, end: end) } else { outer.entries.append(entry) }
    return isEmpty
  }

  /// Whether a value of a shape may have a key.
  private mutating func mayContain(_ entry: Entry, _ shape: Shape) -> Bool {
    switch shape {
    case .object(let type), .defaults(let type): fields(of: type)[entry.name] != nil
    case .record(let fields): fields.contains { $0.key == entry.name }
    case .map(let item, let keys): (keys == .any || KeyGrammar.isName(entry.name)) && fits(entry, item)
    case .mapping, .any: true
    case .list(let item): mayContain(entry, item)
    case .either(let shapes): shapes.contains { mayContain(entry, $0) }
    default: false
    }
  }

  /// Whether an entry is rather one of these.
  private func isMisspelt(_ entry: Entry, _ open: [String: Shape]) -> Bool {
    Suggestion.certain(for: entry.name, among: open.keys.sorted()).flatMap { open[$0] }.map { fits(entry, $0) } ?? false
  }

  /// Whether a value may have a shape.
  func fits(_ entry: Entry, _ shape: Shape) -> Bool {
    tree.isNull(entry.value) || shape.mayBe(tree.kind(entry.value))
  }

  // MARK: Names

  /// Checks elements by name, which have these keys.
  mutating func check(elements: [Entry], _ item: Shape, _ fields: [String: Shape]?, end: UInt64) {
    var (last, moved): (Entry?, [Entry]) = (nil, [])
    var outer: (place: OuterPlace?, entries: [Entry]) = (nil, [])
    for (index, entry) in elements.enumerated() {
      let isMoved = isPart(entry, of: last, item, fields, isFirst: moved.isEmpty)
      // Without a value, it is rather a section, or the like, whose entries follow; below a text, nothing can be.
      let isUnsure = tree.isNull(entry.value) || last.map { isText($0.value) } ?? false
      if isMoved, !isUnsure || outerPlace(entry, end: end) == nil {
        moved.append(entry)
        continue
      }
      report(moved, below: last, end: end)
      moved = []
      let rest = tree.isNull(entry.value) ? max(end, entry.places.upperBound) : entry.places.upperBound
      let isWrong = errors.areIn(entry.places.lowerBound..<rest)
      // A text that is wrong by itself, such as the value of a stage variable called `name`, is at its place.
      let isAtPlace =
        fields == nil && isText(entry.value) && fits(entry, item) && !errors.areAt(entry.places.lowerBound)
      if isWrong, !isElement(entry, fields), !isAtPlace {
        if take(entry, followedBy: elements[(index + 1)...], &outer, end: end) { return }
        if outer.entries.last?.places == entry.places { continue }
      }
      last = entry
    }
    report(moved, below: last, end: end)
    report(outer.entries, in: outer.place)
  }

  /// Whether an entry is a key of the element before it, or of one without a name.
  private mutating func isPart(
    _ entry: Entry, of last: Entry?, _ item: Shape, _ fields: [String: Shape]?, isFirst: Bool
  ) -> Bool {
    let isEmpty = last.map { tree.isNull($0.value) } ?? false
    let isBehindEmpty = last.map { isEmpty && errors.areIn($0.places) } ?? false
    guard !isFirst || isBehindEmpty || errors.areIn(entry.places) else { return false }
    guard let fields else {
      // Names of names.
      return isEmpty && item.takesKeys && !fits(entry, item) && mayContain(entry, item)
    }
    guard let shape = fields[entry.name], last.map({ lacks($0.value, entry.name) }) ?? true else { return false }
    return !isFirst || !isElement(entry, fields) || hasPart(entry.value, of: shape)
  }

  /// Whether the first key of a mapping is wrong there, but is one of this shape.
  private mutating func hasPart(_ value: Node, of shape: Shape) -> Bool {
    guard let first = entries(of: value, end: .max).first else { return false }
    return findings.areAt(first.places.lowerBound) && mayContain(first, shape)
  }

  /// Whether an entry is an element: most keys of its value are of that type.
  func isElement(_ entry: Entry, _ fields: [String: Shape]?) -> Bool {
    guard tree.kind(entry.value) == .mapping, let fields else { return false }
    if fields["Properties"] != nil { return tree.entries(entry.value).contains { tree.equals($0.key, "Type") } }
    let known = tree.entries(entry.value).reduce(0) { $0 + (fields[tree.string($1.key)] == nil ? 0 : 1) }
    return known > 0 && known * 2 >= tree.count(entry.value)
  }

  /// Whether a value is without this key, and not a list.
  func lacks(_ value: Node, _ name: String) -> Bool {
    tree.kind(value) != .sequence && !tree.entries(value).contains { tree.string($0.key) == name }
  }

  func isText(_ value: Node) -> Bool { tree.kind(value) == .scalar && !tree.isNull(value) }
}
