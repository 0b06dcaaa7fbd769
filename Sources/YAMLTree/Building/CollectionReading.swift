import CLibYAML

/// Reading lists, mappings and documents.
extension TreeBuilder {
  /// Opens a list or mapping; false if it exceeds the nesting limit.
  mutating func begin(_ event: Event, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let isMapping = event.pointee.type == YAML_MAPPING_START_EVENT
    let (mapping, sequence) = (event.pointee.data.mapping_start, event.pointee.data.sequence_start)
    let anchor = isMapping ? mapping.anchor : sequence.anchor
    let tag = isMapping ? mapping.tag : sequence.tag
    let record = newRecord(event, isMapping ? .mapping : .sequence, tag: tag, anchor: anchor, in: text)
    let index = UInt32(arena.records.count)
    add(record, anchor: anchor)
    if let anchor { openAnchors[index] = String(cString: anchor) }
    outer.append(current)
    current = Open(
      index: index, isMapping: isMapping,
      isFlow: isMapping ? mapping.style == YAML_FLOW_MAPPING_STYLE : sequence.style == YAML_FLOW_SEQUENCE_STYLE)
    let place = mark(of: index)
    return checkNesting(outer.count, at: place)
  }

  /// Closes the list or mapping that is open.
  mutating func end(_ event: Event, in text: UnsafeBufferPointer<UInt8>) {
    guard let around = outer.popLast() else { return }
    let done = current
    current = around
    let index = done.index
    arena.records[index].link = UInt32(arena.records.count)
    // libyaml ends a block where the next token starts, often lines later.
    let end =
      done.isFlow
      ? cursor.offset(ofCharacter: event.pointee.end_mark.index, in: text) : endOfFirstChild(of: index, in: text)
    arena.records[index].end = UInt32(end)
    if done.isMapping { finishMapping(index) } else { arena.records[index].length = done.children }
    let height = done.height + 1
    if !openAnchors.isEmpty, let name = openAnchors.removeValue(forKey: done.index), anchors[name]?.index == done.index
    {
      anchors[name]?.height = height
    }
    noteHeight(height)
  }

  /// Records the number of levels of lists and mappings below the open one.
  mutating func noteHeight(_ height: Int) {
    current.height = max(current.height, height)
  }

  /// Reports nesting beyond the limit: code that walks the tree may recurse.
  @discardableResult
  mutating func checkNesting(_ depth: Int, at place: Mark) -> Bool {
    guard depth > Limit.nesting else { return true }
    report(
      Problem(
        kind: .nesting, message: "lists and mappings are nested more than \(Limit.nesting) levels deep", mark: place))
    return false
  }

  /// Records the first document; false at a second one.
  mutating func beginDocument(_ event: Event, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard hasDocument else {
      hasDocument = true
      return true
    }
    let start = cursor.offset(ofCharacter: event.pointee.start_mark.index, in: text)
    report(
      Problem(
        kind: .secondDocument, message: "a second document starts here, expected one per file",
        mark: mark(start, start + 3),
        help: "remove the `---`, or move what follows it to another file"))
    return false
  }

  /// Whether there is a root and it is a mapping; otherwise a problem is reported.
  mutating func isRootUsable(_ root: UInt32) -> Bool {
    guard hasDocument, root < arena.records.count, arena.records[root].end > arena.records[root].start else {
      report(Problem(kind: .empty, message: "the file is empty", mark: mark(0, 0)))
      return false
    }
    let kind = arena.records[root].kind
    guard kind != .mapping else { return true }
    report(
      Problem(
        kind: .rootNotMapping,
        message: "expected keys and values, found \(kind == .sequence ? "a list" : "a single value")",
        mark: mark(of: root), help: "write keys and their values, one per line: `key: value`"))
    return false
  }
}
