import CLibYAML

/// libyaml's parser over a text in memory.
struct EventParser: ~Copyable {
  // libyaml keeps the parser's address, so the parser must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool
  /// The current event.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser of UTF-8 text without a byte order mark. The text must outlive the parser.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    if text.isPrintableASCII, fillBuffer(with: text) { return }
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  /// Gives libyaml a text that needs no decoding as if it had read it all: it decodes and checks one character at a time
  /// (14 % of its work). False if there is not enough memory.
  private func fillBuffer(with text: UnsafeBufferPointer<UInt8>) -> Bool {
    // It looks a few bytes ahead, and takes a zero byte as the end.
    let capacity = text.count + 16
    guard let start = calloc(capacity, 1)?.assumingMemoryBound(to: UInt8.self) else { return false }
    if let source = text.baseAddress { start.update(from: source, count: text.count) }
    yaml_parser_set_input_string(parser, start, 0)
    parser.pointee.eof = 1
    free(parser.pointee.buffer.start)
    parser.pointee.buffer.start = start
    parser.pointee.buffer.pointer = start
    parser.pointee.buffer.last = start + text.count + 1
    parser.pointee.buffer.end = start + capacity
    parser.pointee.unread = text.count + 1
    return true
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    yaml_event_delete(event)
    parser.deallocate()
    event.deallocate()
  }

  /// Reads the next event; false if the text cannot be read any further.
  @inline(__always)
  func next() -> Bool {
    yaml_event_delete(event)
    return isReady && yaml_parser_parse(parser, event) == 1
  }

  /// Why `next` returned false, with libyaml's own offsets.
  var failure: EventFailure {
    guard isReady, parser.pointee.error != YAML_MEMORY_ERROR, let problem = parser.pointee.problem else {
      return EventFailure(
        problem: "not enough memory to read the file", context: "", value: 0, place: .byte(0))
    }
    let state = parser.pointee
    let isReaderFailure = state.error == YAML_READER_ERROR
    return EventFailure(
      problem: String(cString: problem),
      context: state.context.map { String(cString: $0) } ?? "",
      value: isReaderFailure ? Int(state.problem_value) : 0,
      place: isReaderFailure ? .byte(state.problem_offset) : .character(state.problem_mark.index),
      contextCharacter: state.context == nil ? nil : state.context_mark.index)
  }
}

/// Why libyaml stopped.
struct EventFailure {
  /// An offset in bytes if the text is not UTF-8, otherwise in characters.
  enum Place {
    case byte(Int)
    case character(Int)
  }

  let problem: String
  let context: String
  /// The byte or character that is not allowed, if any.
  let value: Int
  let place: Place
  /// The offset of the construct that `context` names.
  var contextCharacter: Int?
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether YAML allows all characters, and each is one byte. The loop has no branches, so that the compiler compares many
  /// bytes at once.
  fileprivate var isPrintableASCII: Bool {
    let others = reduce(0 as UInt8) { found, byte in
      found | ((byte &- 0x20).isLess(than: 0x5F) ^ 1 ^ byte.is(lineFeed) ^ byte.is(carriageReturn) ^ byte.is(0x09))
    }
    return others == 0
  }
}

extension UInt8 {
  fileprivate func isLess(than other: UInt8) -> UInt8 { self < other ? 1 : 0 }
  fileprivate func `is`(_ other: UInt8) -> UInt8 { self == other ? 1 : 0 }
}
