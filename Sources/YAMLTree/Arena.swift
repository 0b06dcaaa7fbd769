/// The storage of a tree: flat arrays, so that a node costs no allocation.
struct Arena: ~Copyable {
  /// A key and its value.
  struct Entry {
    let key: UInt32
    let value: UInt32
  }

  var records = PlainArray<Record>()
  /// The texts of the sources, which the tree keeps.
  var sources = PlainArray<UnsafeBufferPointer<UInt8>>()
  /// The texts of scalars that differ from their source: escapes, folded lines, block scalars.
  var decoded = PlainArray<UInt8>()
  /// Entries of the mappings that are flagged `tabled`, by their range in `tableEntries`.
  var tables: [UInt32: Range<UInt32>] = [:]
  var tableEntries = PlainArray<Entry>()
  /// The targets of aliases in files.
  var aliasTargets: [UInt32] = []
  private var unknownTags: [String] = []

  /// An alias's target; any other node itself.
  @inline(__always)
  func target(_ index: UInt32) -> UInt32 {
    records[index].kind == .alias ? records[index].link : index
  }

  /// The record of a node, or of an alias's target.
  @inline(__always)
  func resolved(_ index: UInt32) -> Record {
    records[target(index)]
  }

  /// The node after a node's subtree.
  @inline(__always)
  func next(_ index: UInt32) -> UInt32 {
    let record = records[index]
    return record.isCollection ? record.link : index + 1
  }

  /// A scalar's text. Valid until another one is decoded or replaced.
  @inline(__always)
  func text(of record: Record) -> UnsafeBufferPointer<UInt8> {
    if record.flags.contains(.decoded) { return decoded.range(from: record.link, count: record.length) }
    let source = sources[UInt32(record.source)]
    precondition(Int(record.link) + Int(record.length) <= source.count)
    return UnsafeBufferPointer(rebasing: source[Int(record.link)..<Int(record.link + record.length)])
  }

  /// Adds a text that differs from its source.
  mutating func decode(_ text: UnsafeBufferPointer<UInt8>, into record: inout Record) {
    record.link = UInt32(decoded.count)
    record.length = UInt32(text.count)
    record.flags.insert(.decoded)
    decoded.append(contentsOf: text)
  }

  /// The tag with this number: 0 is none, 1 one of YAML's own; then the short forms, then all others.
  func tag(_ number: UInt8) -> Tag {
    switch number {
    case 0: return .none
    case 1: return .core
    default:
      if number < Arena.firstUnknown, let short = ShortTag(rawValue: number - 2) { return .short(short) }
      return .unknown(unknownTags[Int(number - Arena.firstUnknown)])
    }
  }

  /// The number of a tag as libyaml reports it: in full, or with its exclamation mark.
  mutating func number(ofTag text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let core: StaticString = "tag:yaml.org,2002:"
    let prefix = UnsafeBufferPointer(rebasing: text.prefix(core.utf8CodeUnitCount))
    if core.hasUTF8(prefix) || text.elementsEqual([UInt8(ascii: "!")]) { return 1 }
    if text.first == UInt8(ascii: "!"), let short = ShortTag(name: UnsafeBufferPointer(rebasing: text.dropFirst())) {
      return short.rawValue + 2
    }
    let spelling = String(decoding: text, as: UTF8.self)
    let place = unknownTags.firstIndex(of: spelling) ?? unknownTags.count
    if place < unknownTags.count { return Arena.firstUnknown + UInt8(place) }
    // Each unknown tag is an error. Beyond this many, their exact spelling no longer matters.
    guard unknownTags.count < UInt8.max - Arena.firstUnknown else { return Arena.firstUnknown + UInt8(place - 1) }
    unknownTags.append(spelling)
    return Arena.firstUnknown + UInt8(place)
  }

  private static let firstUnknown = UInt8(2 + ShortTag.allCases.count)
}
