import CLibYAML

/// Reading scalars and aliases.
extension TreeBuilder {
  mutating func addScalar(_ event: Event, in text: UnsafeBufferPointer<UInt8>) {
    let scalar = event.pointee.data.scalar
    let style = scalar.style
    var record = newRecord(event, .scalar, tag: scalar.tag, anchor: scalar.anchor, in: text)
    let isPlain = style == YAML_PLAIN_SCALAR_STYLE
    if isPlain { record.flags = .plain }
    if style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE {
      record.end = UInt32(trimEnd(from: Int(record.start), to: Int(record.end), in: text))
    }
    // Nearly every scalar equals its source: the text right before its end or its closing quote.
    let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if isPlain, let tag = scalar.tag, strcmp(tag, "!") == 0, let function = function(before: value) {
      record.tag = Array("! \(function.name)".utf8).withUnsafeBufferPointer { arena.number(ofTag: $0) }
    }
    let start = Int(record.end) - (isPlain ? 0 : 1) - value.count
    if start >= Int(record.start), isSame(value, UnsafeBufferPointer(rebasing: text[start..<start + value.count])) {
      record.link = UInt32(start)
      record.length = UInt32(value.count)
    } else {
      arena.decode(value, into: &record)
    }
    add(record, anchor: scalar.anchor)
  }

  /// The function of `! Ref Table`, whose tag is a bare `!` because of the space.
  private func function(before value: UnsafeBufferPointer<UInt8>) -> ShortTag? {
    let name = UnsafeBufferPointer(rebasing: value.prefix { $0 != UInt8(ascii: " ") })
    return name.count < value.count ? ShortTag(name: name) : nil
  }

  mutating func addAlias(_ event: Event, in text: UnsafeBufferPointer<UInt8>) {
    var record = newRecord(event, .alias, tag: nil, anchor: nil, in: text)
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let place = mark(Int(record.start), Int(record.end))
    if let anchor = anchors[name], arena.next(anchor.index) != 0 {
      record.link = anchor.index
      arena.aliasTargets.append(anchor.index)
      noteHeight(anchor.height)
      checkNesting(outer.count + anchor.height, at: place)
    } else {
      report(badAlias(name, place))
      // A placeholder. Its text is unique, so that no key is a duplicate.
      record.kind = .scalar
      record.flags = .stopgap
      record.link = record.start
      record.length = record.end - record.start
    }
    add(record, anchor: nil)
  }

  private func badAlias(_ name: String, _ place: Mark) -> Problem {
    if let anchor = anchors[name] {
      return Problem(
        kind: .undefinedAlias, message: "the alias `*\(name)` is inside the node that it refers to", mark: place,
        related: [RelatedMark(message: "`&\(name)` starts here", mark: mark(of: anchor.index))])
    }
    return Problem(
      kind: .undefinedAlias, message: "the anchor `&\(name)` is not defined before this alias", mark: place,
      help: "if this is a string, quote it: `\"*\(name)\"`; otherwise define `&\(name)` above, in this file")
  }

  /// Adds a node to the open list or mapping.
  @inline(__always)
  mutating func add(_ record: Record, anchor: UnsafePointer<yaml_char_t>?) {
    if let anchor { noteAnchor(anchor) }
    arena.records.append(record)
    current.children += 1
  }

  /// Registers an anchor for the node that is added next.
  @inline(never)
  private mutating func noteAnchor(_ name: UnsafePointer<yaml_char_t>) {
    anchors[String(cString: name)] = Anchor(index: UInt32(arena.records.count))
  }

  @inline(__always)
  mutating func newRecord(
    _ event: Event, _ kind: Record.Kind, tag: UnsafePointer<yaml_char_t>?, anchor: UnsafePointer<yaml_char_t>?,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Record {
    var start = cursor.offset(ofCharacter: event.pointee.start_mark.index, in: text)
    let end = cursor.offset(ofCharacter: event.pointee.end_mark.index, in: text)
    if anchor != nil { start = skipAnchor(from: start, to: end, in: text) }
    var record = Record(kind, start: UInt32(start), end: UInt32(max(start, end)), source: sourceIndex)
    if let tag { record.tag = arena.number(ofTag: UnsafeBufferPointer(start: tag, count: strlen(tag))) }
    return record
  }
}
