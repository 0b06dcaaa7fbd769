import Diagnostics
import YAMLTree

/// The visitor that reads an object's fields out of the tree.
///
/// It holds the object's entries and starts looking for a field where the last one was found, since authors write in
/// the documented order. What no field asked for is reported in the end.
public struct Decoder: FieldVisitor {
  struct Entry {
    let key: Node
    let value: Node
    var isUsed = false
  }

  /// Where the object stands.
  public let mark: Mark
  let reader: Reader
  private(set) var entries: [Entry]
  private let shorthand: (key: StaticString, value: Node)?
  private let fallbacks: [Node]
  private var cursor = 0
  private(set) var pushed: [ObjectIdentifier] = []
  private(set) var missing: [StaticString] = []
  /// Two forms are there at once, or none: which keys belong here nobody knows, and nothing is said of them.
  private(set) var hasConflict = false

  init(_ node: Node, key: Mark, fallbacks: [Node], shorthand: StaticString?, reader: Reader) {
    self.reader = reader
    self.fallbacks = fallbacks
    mark = key
    entries = []
    if let shorthand {
      self.shorthand = (shorthand, node)
    } else {
      self.shorthand = nil
      if reader.tree.kind(node) == .mapping {
        entries.reserveCapacity(reader.tree.count(node))
        for entry in reader.tree.entries(node) { entries.append(Entry(key: entry.key, value: entry.value)) }
      }
    }
  }

  /// Reads a field that must be there.
  public mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value {
    guard let entry = find(key) else {
      missing.append(key)
      return schema.placeholder
    }
    if reader.mayGiveNothing(entry.value) {
      reader.removals.append(Removal(key: String(describing: key), mark: reader.tree.mark(entry.value)))
    }
    return schema.read(entry.value, key: entry.mark, reader) ?? schema.placeholder
  }

  /// Reads a field that may be left out.
  public mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  {
    find(key).flatMap { schema.read($0.value, key: $0.mark, reader) }
  }

  /// Reads the form whose key is there.
  public mutating func oneOf<A: Alternatives>(_ alternatives: A.Type) -> A? {
    var present: [(form: Form<A>, mark: Mark)] = []
    for form in A.forms {
      if let key = form.key, let mark = place(of: key) { present.append((form, mark)) }
    }
    if present.count > 1 {
      reader.report(
        .conflict, at: present[1].mark,
        "`\(present[1].form.key ?? "")` and `\(present[0].form.key ?? "")` exclude each other: \(A.subject) has one of them",
        related: [Related(message: "the other one", mark: present[0].mark)], help: "leave out one of the two")
      hasConflict = true
    }
    if let form = (present.first?.form ?? A.forms.first { $0.key == nil }) { return form.read(&self) }
    hasConflict = true
    if !hasMisspelling(of: A.forms.compactMap(\.key)) {
      let keys = A.forms.compactMap { $0.key.map(String.init(describing:)) }
      reader.report(
        .missingKey, at: mark, "\(A.subject) is missing", help: "write one of " + Suggestion.list(keys))
    }
    return nil
  }

  /// Reports keys that cannot stand beside another one.
  public mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString) {
    guard let other = place(of: key) else { return }
    for excluded in keys {
      guard let mark = place(of: excluded) else { continue }
      reader.report(
        .conflict, at: mark, "`\(excluded)` cannot stand beside `\(key)`",
        related: [Related(message: "`\(key)` is here", mark: other)], help: String(describing: help))
    }
  }

  /// Gives every object of a type inside this one the fields of a mapping that it leaves out.
  public mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString) {
    if let entry = find(key) { push(entry.value, for: group) }
  }

  /// The same for several types, each under a key of its own.
  public mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString
  ) {
    guard let entry = find(key) else { return }
    guard reader.tree.kind(entry.value) == .mapping else {
      return reader.mismatch(entry.value, expected: "a mapping")
    }
    for field in reader.tree.entries(entry.value) {
      if let group = groups.first(where: { reader.tree.equals(field.key, $0.key) }) {
        push(field.value, for: group.value)
      } else if !isOwn(field.key) {
        let names = groups.map { String(describing: $0.key) }
        reader.reportUnknown(field.key, value: field.value, known: names, open: names)
      }
    }
  }

  /// Reports a key that is written here itself; defaults may have it for other objects.
  public mutating func refused(_ key: StaticString, help: StaticString) {
    guard let index = entries.firstIndex(where: { !$0.isUsed && reader.tree.equals($0.key, key) }) else { return }
    entries[index].isUsed = true
    reader.report(
      .conflict, at: reader.tree.mark(entries[index].key), "`\(key)` does not go with the other keys here",
      help: String(describing: help))
  }

  private mutating func push(_ node: Node, for group: DefaultsGroup) {
    guard reader.tree.kind(node) == .mapping else {
      return reader.mismatch(node, expected: "a mapping of fields")
    }
    let known = group.fields()
    for field in reader.tree.entries(node) where known[reader.tree.string(field.key)] == nil && !isOwn(field.key) {
      let names = known.keys.sorted()
      reader.reportUnknown(field.key, value: field.value, known: names, open: names)
    }
    // Each object chooses its form itself.
    for field in reader.tree.entries(node) {
      let key = reader.tree.string(field.key)
      guard known[key]?.form == "`\(key)`" else { continue }
      reader.report(
        .conflict, at: reader.tree.mark(field.key), "`\(key)` cannot be a default, and does nothing here",
        help: "write it where it is meant")
    }
    reader.pushDefaults(node, for: group.owner)
    pushed.append(group.owner)
  }

  // MARK: Finding fields

  private mutating func find(_ key: StaticString) -> (value: Node, mark: Mark)? {
    for offset in 0..<entries.count {
      let index = cursor + offset < entries.count ? cursor + offset : cursor + offset - entries.count
      guard !entries[index].isUsed, reader.tree.equals(entries[index].key, key) else { continue }
      entries[index].isUsed = true
      cursor = index + 1
      let mark = reader.tree.mark(entries[index].key)
      return (withDefault(of: key, entries[index].value), mark)
    }
    if let shorthand, shorthand.key == key { return (shorthand.value, reader.tree.mark(shorthand.value)) }
    return fallback(of: key).map { ($0, reader.tree.mark($0)) }
  }

  /// The mark of a key of this object's own, or of the text that stands for it.
  public func place(of key: StaticString) -> Mark? {
    if let entry = entries.first(where: { reader.tree.equals($0.key, key) }) { return reader.tree.mark(entry.key) }
    return shorthand.flatMap { $0.key == key ? reader.tree.mark($0.value) : nil }
  }

  /// The default of a field, the nearest over those farther away.
  private func fallback(of key: StaticString) -> Node? { merged(key, nil) }

  /// A value over its defaults: mappings merge, lists are appended, anything else replaces.
  private func withDefault(of key: StaticString, _ value: Node) -> Node { merged(key, value) ?? value }

  /// `fallbacks` has the farthest first.
  private func merged(_ key: StaticString, _ value: Node?) -> Node? {
    var result = value
    for node in fallbacks.reversed() {
      for entry in reader.tree.entries(node) where reader.tree.equals(entry.key, key) {
        result =
          result.map { reader.tree.merged(default: entry.value, with: $0, isLeaf: reader.isIntrinsic) } ?? entry.value
      }
    }
    return result
  }
}

extension StaticString {
  static func == (a: StaticString, b: StaticString) -> Bool {
    a.withUTF8Buffer { a in b.withUTF8Buffer { b in a.elementsEqual(b) } }
  }
}
