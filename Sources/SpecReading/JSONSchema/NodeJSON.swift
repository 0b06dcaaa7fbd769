import JSONWriting
import YAMLTree

extension Tree {
  /// A node as JSON on one line: what authors mean by a mapping where a string with JSON is expected.
  public func json(_ node: Node) -> String {
    switch kind(node) {
    case .scalar:
      let text = string(node)
      let isBare = isPlain(node) && (["true", "false", "null"].contains(text) || PlainScalar.isNumber(text))
      return isBare ? text : quoted(text)
    case .sequence: return "[" + items(node).map { json($0) }.joined(separator: ",") + "]"
    case .mapping:
      return "{" + entries(node).map { "\(quoted(string($0.key))):\(json($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.finish(), as: UTF8.self).filter { $0 != "\n" }
  }
}
