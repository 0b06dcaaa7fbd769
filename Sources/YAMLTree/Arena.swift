/// The storage of a tree: flat arrays, so that a node costs no allocation.
struct Arena: ~Copyable {
  /// A key and its value.
  struct Entry {
    let key: UInt32
    let value: UInt32
  }

  var records = PlainArray<Record>()
  /// The text of all scalars: every source as read, then decoded text that differs from its source (escapes, folded
  /// lines, block scalars).
  var text = PlainArray<UInt8>()
  /// Entries of the mappings that are flagged `tabled`, by their range in `tableEntries`.
  var tables: [UInt32: Range<UInt32>] = [:]
  var tableEntries = PlainArray<Entry>()
  /// The targets of aliases in files.
  var aliasTargets: [UInt32] = []
  private var unknownTags: [String] = []

  /// An alias's target; any other node itself.
  @inline(__always)
  func target(_ index: UInt32) -> UInt32 {
    records[index].kind == .alias ? records[index].text : index
  }

  /// The record of a node, or of an alias's target.
  @inline(__always)
  func resolved(_ index: UInt32) -> Record {
    records[target(index)]
  }

  /// A scalar's text. Valid until another file is read.
  @inline(__always)
  func text(of record: Record) -> UnsafeBufferPointer<UInt8> {
    text.range(from: record.text, count: record.length)
  }

  /// The tag with this number: 0 is none, 1 one of YAML's own; then the short forms, then all others.
  func tag(_ number: UInt16) -> Tag {
    switch number {
    case 0: return .none
    case 1: return .core
    default:
      if number < Arena.firstUnknown, let short = ShortTag(rawValue: UInt8(number - 2)) { return .short(short) }
      return .unknown(unknownTags[Int(number - Arena.firstUnknown)])
    }
  }

  /// The number of a tag as libyaml reports it: in full, or with its exclamation mark.
  mutating func number(ofTag text: UnsafeBufferPointer<UInt8>) -> UInt16 {
    let core: StaticString = "tag:yaml.org,2002:"
    let prefix = UnsafeBufferPointer(rebasing: text.prefix(core.utf8CodeUnitCount))
    if core.hasUTF8(prefix) || text.elementsEqual([UInt8(ascii: "!")]) { return 1 }
    if text.first == UInt8(ascii: "!"), let short = ShortTag(name: UnsafeBufferPointer(rebasing: text.dropFirst())) {
      return UInt16(short.rawValue) + 2
    }
    let spelling = String(decoding: text, as: UTF8.self)
    let place = unknownTags.firstIndex(of: spelling) ?? unknownTags.count
    if place < unknownTags.count { return Arena.firstUnknown + UInt16(place) }
    // Each unknown tag is an error. Beyond this many, their exact spelling no longer matters.
    guard unknownTags.count < 256 else { return Arena.firstUnknown + 255 }
    unknownTags.append(spelling)
    return Arena.firstUnknown + UInt16(place)
  }

  private static let firstUnknown: UInt16 = 256
}
