import CLibYAML

/// A pointer to libyaml's event: copying the event would take longer than processing it.
typealias Event = UnsafeMutablePointer<yaml_event_t>

/// Turns libyaml's events of one file into records in the arena.
struct TreeBuilder: ~Copyable {
  /// An open list or mapping.
  struct Open {
    let index: UInt32
    let isMapping: Bool
    let isFlow: Bool
    var children: UInt32 = 0
    /// Levels of nested lists and mappings, aliases followed.
    var height = 0
  }

  /// The target of an anchor.
  struct Anchor {
    let index: UInt32
    /// Levels of nested lists and mappings, aliases followed; known once the target is read.
    var height = 0
  }

  var arena = Arena()
  let source: Source
  let sourceIndex: UInt16
  private(set) var problems: [Problem] = []
  /// Whether the records are usable: no problem was found except duplicate keys.
  private var isTrusted = true

  var cursor: OffsetCursor
  /// The innermost open list or mapping, and those around it. Initially a placeholder for the file.
  var current = Open(index: .max, isMapping: false, isFlow: false)
  var outer: [Open] = []
  var hasDocument = false
  var anchors: [String: Anchor] = [:]
  /// The anchors of open lists and mappings.
  var openAnchors: [UInt32: String] = [:]

  var keys = KeySet()
  var mergeBudget = Limit.mergedEntries

  init(source: Source, sourceIndex: UInt16) {
    self.source = source
    self.sourceIndex = sourceIndex
    cursor = OffsetCursor(source.bytes, base: byteOrderMarkLength(source.bytes))
  }

  /// Reads the whole file; returns the index of its root mapping, or nil if `problems` explains why it is unusable.
  mutating func build() -> UInt32? {
    let root = UInt32(arena.records.count)
    // Specs have a node about every 9 bytes; unused memory is never touched.
    arena.records.grow(to: arena.records.count + source.bytes.count / 8)
    readEvents(of: source.text)
    guard isTrusted, isRootUsable(root) else { return nil }
    return root
  }

  /// Adds a problem. After any problem except a duplicate key the records are unusable.
  mutating func report(_ problem: Problem) {
    // A single mapping can have any number of duplicate keys.
    if problems.count < Limit.problems || problem.kind == .tooLarge { problems.append(problem) }
    isTrusted = isTrusted && problem.kind == .duplicateKey
  }

  /// The mark of a range of the file.
  func mark(_ start: Int, _ end: Int) -> Mark {
    Mark(source: UInt32(sourceIndex), start: UInt32(start), end: UInt32(max(start, end)))
  }

  /// The mark of a node.
  func mark(of index: UInt32) -> Mark {
    let record = arena.records[index]
    return Mark(source: UInt32(sourceIndex), start: record.start, end: record.end)
  }

  private mutating func readEvents(of text: UnsafeBufferPointer<UInt8>) {
    let base = byteOrderMarkLength(source.bytes)
    let parser = EventParser(UnsafeBufferPointer(rebasing: text[base...]))
    repeat {
      guard parser.next() else {
        let explainer = SyntaxExplainer(text: text, base: base, source: UInt32(sourceIndex))
        return report(explainer.problem(for: parser.failure, cursor: &cursor))
      }
    } while take(parser.event, in: text)
  }

  /// Processes one event; false if reading stops.
  @inline(__always)
  private mutating func take(_ event: Event, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: addScalar(event, in: text)
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT: return begin(event, in: text)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: end(event, in: text)
    case YAML_ALIAS_EVENT: addAlias(event, in: text)
    case YAML_DOCUMENT_START_EVENT: return beginDocument(event, in: text)
    default: return event.pointee.type != YAML_STREAM_END_EVENT
    }
    return canGoOn()
  }

  private mutating func canGoOn() -> Bool {
    guard problems.count >= Limit.problems, let last = problems.last else { return true }
    report(
      Problem(kind: .tooLarge, message: "too many problems; the rest of the file is not read", mark: last.mark))
    return false
  }
}
