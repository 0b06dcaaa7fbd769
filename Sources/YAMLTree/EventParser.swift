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
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
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
