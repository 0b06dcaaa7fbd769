import Diagnostics
import SpecReading
import YAMLTree

/// Findings about indentation.
extension Indentation {
  mutating func report(_ moved: [Entry], below owner: Entry?, end: UInt64) {
    guard let first = moved.first, let last = moved.last else { return }
    explained.append(first.places.lowerBound..<max(first.places.upperBound, last.places.upperBound))
    guard let owner else {
      isNameLost = true
      return found.append(withoutName(moved.map(\.key)))
    }
    let outer = moved.count == 1 ? outerPlace(first, end: end).map { ", or \($0.text)" } ?? "" : ""
    let finding = Diagnostic(moved: moved.map(\.key), below: owner.key, or: outer, in: tree)
    let form = isText(owner.value) ? ", as a mapping" : ""
    let isLine = beginsLine(first.key) && form.isEmpty
    found.append(
      isLine ? finding : misplaced(first, help: "write it in the value of \(quoted(owner.key))\(form)\(outer)"))
    explain(owner.key)
    if tree.isNull(owner.value) { explained.append(owner.places) }
  }

  /// Reports keys that belong to the same mapping around the current one.
  mutating func report(_ entries: [Entry], in place: OuterPlace?) {
    guard let first = entries.first, let place else { return }
    let wrong = beginsLine(first.key) ? "is indented too far" : "does not belong here"
    var finding = misplaced(first, help: "\(place.verb) \(place.text)", wrong: wrong)
    finding.related = Related.also(entries.dropFirst().map(\.key), in: tree)
    found.append(finding)
    for entry in entries { explained.append(entry.places) }
    // The mapping that lacks them.
    if let owner = place.owner { explain(owner) }
  }

  /// Reports a key without a value that belongs to a mapping around the current one, as do the keys that follow it.
  mutating func report(_ entry: Entry, followedBy others: some Collection<Entry>, in place: OuterPlace, end: UInt64) {
    report([entry], in: place)
    found[found.count - 1].related = others.map { Related(message: "a key of it", mark: tree.mark($0.key)) }
    explained.append(entry.places.lowerBound..<max(end, entry.places.upperBound))
  }

  private func withoutName(_ keys: [Node]) -> Diagnostic {
    Diagnostic(
      .wrongKind, message: "\(quoted(keys[0])) is a key of an element, but the element has no name",
      mark: tree.mark(keys[0]), related: Related.also(keys.dropFirst(), in: tree),
      help: "write a name above \(quoted(keys[0])), and indent the keys below it")
  }

  private mutating func explain(_ key: Node) {
    let place = tree.mark(key).place
    explained.append(place..<place + 1)
  }

  private func misplaced(_ entry: Entry, help: String, wrong: String = "does not belong here") -> Diagnostic {
    Diagnostic(.unknownKey, message: "\(quoted(entry.key)) \(wrong)", mark: tree.mark(entry.key), help: help)
  }

  /// The mapping that a key belongs to instead of the current one.
  struct OuterPlace: Equatable {
    let verb: String
    let text: String
    /// Its key.
    let owner: Node?
  }

  /// Where a key belongs to a mapping around the current one; nil if it does not.
  func outerPlace(_ entry: Entry, end: UInt64) -> OuterPlace? {
    let isEmpty = tree.isNull(entry.value)
    let isLine = beginsLine(entry.key)
    for (index, level) in levels.enumerated().dropLast().reversed() {
      guard let inner = levels[index + 1].key else { continue }
      let verb = isLine ? "indent it" : "write it"
      let like = "\(isLine ? "like" : "beside") \(quoted(inner))"
      guard let fields = level.fields else {
        // Another element, whose keys follow.
        let rest = entry.places.lowerBound + 1..<max(end, entry.places.upperBound)
        let isElement = isEmpty ? errors.areIn(rest) : isElement(entry, level.elements)
        if isElement, index == levels.count - 2 { return OuterPlace(verb: verb, text: like, owner: nil) }
        continue
      }
      guard let shape = fields[entry.name], fits(entry, shape),
        lacks(level.node, entry.name)
      else { continue }
      guard let owner = level.key else {
        return OuterPlace(verb: "write it", text: "without indentation: it is a section", owner: nil)
      }
      return OuterPlace(verb: verb, text: "\(like): it is a key of \(quoted(owner))", owner: owner)
    }
    return nil
  }

  private func quoted(_ key: Node) -> String { Reader.quoted(tree.string(key)) }

  /// Whether only spaces are before a key on its line: between brackets, indentation has no meaning.
  func beginsLine(_ key: Node) -> Bool {
    let mark = tree.mark(key)
    if mark.isNowhere { return false }
    let before = tree.sources[Int(mark.source)].bytes[..<Int(mark.start)]
    return before.last { $0 != UInt8(ascii: " ") }.map { $0 == UInt8(ascii: "\n") } ?? true
  }
}
