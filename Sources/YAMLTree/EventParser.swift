import CLibYAML

/// libyaml's parser over a text that stays where it is.
struct EventParser: ~Copyable {
  // libyaml keeps the parser's own address, so it lives on the heap.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool
  /// The event that `next` put here.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser of UTF-8 text without a byte order mark. The text must outlive it.
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

  /// Goes to the next event; false when the text cannot be read any further.
  @inline(__always)
  func next() -> Bool {
    yaml_event_delete(event)
    return isReady && yaml_parser_parse(parser, event) == 1
  }

  /// Why `next` gave up. Places are still libyaml's.
  var failure: EventFailure {
    guard isReady, parser.pointee.error != YAML_MEMORY_ERROR, let problem = parser.pointee.problem else {
      return EventFailure(
        problem: "there is not enough memory to read the file", context: "", value: 0, place: .byte(0))
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

/// Why libyaml gave up.
struct EventFailure {
  /// libyaml counts bytes in texts that are not UTF-8, else characters.
  enum Place {
    case byte(Int)
    case character(Int)
  }

  let problem: String
  let context: String
  /// The byte or character that is not allowed.
  let value: Int
  let place: Place
  /// Where what `context` names starts.
  var contextCharacter: Int?
}
