import SpecReading
import YAMLTree

/// A field of an access log line: a string, or fields inside it.
public indirect enum LogField: Sendable {
  case text(Given<String>)
  case fields([Named<LogField>])

  /// All strings, in order.
  var texts: [Given<String>] {
    switch self {
    case .text(let text): [text]
    case .fields(let fields): fields.flatMap(\.value.texts)
    }
  }
}

/// Reads a field of an access log line.
struct LogFieldSchema: Schema {
  var placeholder: LogField { .fields([]) }
  var shape: Shape { .either([.text, .function, .mapping]) }
  var expectation: String { "a string or a mapping" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> LogField? {
    if reader.tree.kind(node) == .mapping, reader.tree.tag(node) == .none, !reader.isIntrinsic(node) {
      return reader.read(node, as: .map(LogFieldSchema(), keys: .any), key: key).map { .fields($0) }
    }
    if reader.tree.kind(node) == .sequence, reader.tree.tag(node) == .none {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    return reader.read(node, as: .text, key: key).map { .text($0) }
  }
}
