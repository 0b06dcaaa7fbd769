import Diagnostics
import YAMLTree

/// The visitor that reads an object's fields from the tree.
///
/// The search for a field starts where the previous one was found, since most authors use the documented order. Most
/// fields are absent, which is nearly always detected without comparing entries. Keys that no field has read are reported
/// at the end.
public struct Decoder: FieldVisitor {
  struct Entry {
    let key: Node
    let value: Node
    var isUsed = false
  }

  /// The mark of the object.
  public let mark: Mark
  /// The node of the object.
  public let node: Node?
  let reader: Reader
  private(set) var entries: [Entry] = []
  /// The number of entries that no field has read.
  private(set) var leftCount = 0
  private var signs = KeySigns()
  private let shorthand: (key: StaticString, value: Node)?
  /// Mappings of defaults, the outermost first.
  private let fallbacks: [Node]
  private var cursor = 0
  /// Whether no field can be found any more: all entries were read, and there are no defaults.
  private var isExhausted = false
  /// The types that this object has given defaults to.
  var pushed: [ObjectIdentifier] = []
  private(set) var missing: [StaticString] = []
  /// Whether the object has several forms or none: it is unknown which other keys belong here, so none is reported.
  private(set) var hasConflict = false

  init(_ node: Node, key: Mark, fallbacks: [Node], shorthand: StaticString?, reader: Reader) {
    self.reader = reader
    self.fallbacks = fallbacks
    mark = key
    self.node = node
    self.shorthand = shorthand.map { ($0, node) }
    guard shorthand == nil else { return }
    guard reader.tree.kind(node) == .mapping else {
      isExhausted = fallbacks.isEmpty
      return
    }
    // Not by way of `self`, which the closure would copy.
    var signs = KeySigns()
    entries.reserveCapacity(reader.tree.count(node))
    for entry in reader.tree.entries(node) {
      entries.append(Entry(key: entry.key, value: entry.value))
      reader.tree.withText(entry.key) { signs.insert($0) }
    }
    self.signs = signs
    leftCount = entries.count
    isExhausted = leftCount == 0 && fallbacks.isEmpty
  }

  /// Reads a required field.
  public mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value {
    guard let entry = find(key) else {
      missing.append(key)
      return schema.placeholder
    }
    if reader.mayGiveNothing(entry.value), key.description != Removal.harmless {
      let mark = reader.tree.mark(entry.value)
      if !reader.isChoice(entry.value) {
        reader.report(
          .notAllowed, at: mark, "`AWS::NoValue` removes `\(key)`, which is required", help: "write a value")
        return schema.placeholder
      }
      reader.removals.append(Removal(key: key.description, mark: mark))
    }
    return schema.read(entry.value, key: entry.mark, reader) ?? schema.placeholder
  }

  /// Reads an optional field.
  public mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  {
    guard let entry = find(key) else { return nil }
    return schema.read(entry.value, key: entry.mark, reader)
  }

  /// Reads a group of fields; without any of them it is the one that all such objects share.
  public mutating func group<T: FieldGroup>(_ type: T.Type) -> T {
    if isExhausted, let empty = reader.emptyGroups.group(type) { return empty }
    let count = leftCount
    let group = T(fields: &self)
    return leftCount == count && fallbacks.isEmpty ? reader.emptyGroups.keep(group) : group
  }

  /// Reads the form whose key is present.
  public mutating func oneOf<A: Alternatives>(_ alternatives: A.Type) -> A? {
    let forms = A.forms
    // Most objects have the key of one form: the others are passed over here, without a call for each.
    func mayBePresent(_ form: Form<A>) -> Bool {
      guard let key = form.key else { return false }
      return signs.mayContain(key) || shorthand.map { $0.key == key } ?? false
    }
    let first = forms.firstIndex(where: mayBePresent) ?? 0
    let last = forms.lastIndex(where: mayBePresent) ?? first
    let choice = choose(among: forms.indices, from: first...last, subject: A.subject, help: A.help) { forms[$0].key }
    return choice.map { forms[$0].read(&self) }
  }

  /// The form whose key is present, otherwise the form without a key; nil if there is neither, which is reported.
  /// `candidates` are those whose key may be present.
  private mutating func choose(
    among forms: Range<Int>, from candidates: ClosedRange<Int>, subject: @autoclosure () -> String,
    help: (String) -> String?, key: (Int) -> StaticString?
  ) -> Int? {
    var chosen: (form: Int, key: StaticString, mark: Mark)?
    for form in candidates {
      guard let key = key(form), let mark = place(of: key) else { continue }
      guard let first = chosen else {
        chosen = (form, key, mark)
        // A text implies one key.
        if entries.isEmpty { break }
        continue
      }
      reader.report(
        .conflict, at: mark, "`\(key)` cannot be combined with `\(first.key)`",
        related: [Related(message: "the other key", mark: first.mark)], help: "remove one of the two keys")
      hasConflict = true
      break
    }
    if let form = chosen?.form ?? forms.first(where: { key($0) == nil }) { return form }
    hasConflict = true
    let keys = forms.compactMap(key)
    if !hasMisspelling(of: keys) {
      reader.report(
        .missingKey, at: mark, "\(subject()) is missing",
        help: node.flatMap { help(reader.text(in: $0)) }
          ?? "write one of " + Suggestion.list(keys.map(String.init(describing:))))
    }
    return nil
  }

  /// Reports keys that cannot be combined with another one.
  public mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString) {
    guard let other = place(of: key) else { return }
    for excluded in keys {
      guard let mark = place(of: excluded) else { continue }
      reader.report(
        .conflict, at: mark, "`\(excluded)` cannot be combined with `\(key)`",
        related: [Related(message: "`\(key)` is here", mark: other)], help: String(describing: help))
    }
  }

  /// Reports a key that is written in this object; it may be in the defaults for other objects.
  public mutating func rejected(_ key: StaticString, help: StaticString) {
    guard let index = take(key) else { return }
    reader.report(
      .conflict, at: reader.tree.mark(entries[index].key), "`\(key)` cannot be combined with the other keys here",
      help: String(describing: help))
  }

  // MARK: Finding fields

  mutating func find(_ key: StaticString) -> (value: Node, mark: Mark)? {
    if isExhausted { return nil }
    if let index = take(key) {
      let entry = entries[index]
      return (withDefault(of: key, entry.value), reader.tree.mark(entry.key))
    }
    if let shorthand, shorthand.key == key {
      isExhausted = fallbacks.isEmpty
      return (shorthand.value, reader.tree.mark(shorthand.value))
    }
    guard let value = merged(key, nil) else { return nil }
    return (value, reader.tree.mark(value))
  }

  /// Finds an entry that no field has read, and marks it as used.
  private mutating func take(_ key: StaticString) -> Int? {
    guard leftCount > 0, signs.mayContain(key) else { return nil }
    for offset in 0..<entries.count {
      let index = cursor + offset < entries.count ? cursor + offset : cursor + offset - entries.count
      guard !entries[index].isUsed, reader.tree.equals(entries[index].key, key) else { continue }
      entries[index].isUsed = true
      leftCount -= 1
      isExhausted = leftCount == 0 && fallbacks.isEmpty
      cursor = index + 1
      return index
    }
    return nil
  }

  /// The mark of a key in this object itself, or of the text that implies it.
  public func place(of key: StaticString) -> Mark? {
    if signs.mayContain(key) {
      for entry in entries where reader.tree.equals(entry.key, key) { return reader.tree.mark(entry.key) }
    }
    if let shorthand, shorthand.key == key { return reader.tree.mark(shorthand.value) }
    return nil
  }

  /// A value merged with its defaults: mappings are merged, lists are appended, other values replace the default.
  private func withDefault(of key: StaticString, _ value: Node) -> Node { merged(key, value) ?? value }

  /// A value, if any, merged with the defaults of its field; inner defaults override outer ones.
  private func merged(_ key: StaticString, _ value: Node?) -> Node? {
    if fallbacks.isEmpty { return value }
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
