import YAMLTree

/// A text, and the result of reading it.
struct Reading {
  let tree = Tree()
  let root: Node?
  let problems: [Problem]

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  init(_ bytes: [UInt8]) {
    var problems: [Problem] = []
    root = tree.read(Source(path: "spec.yaml", bytes: bytes), problems: &problems)
    self.problems = problems
  }

  /// The value at a path of keys.
  subscript(_ path: String...) -> Node? {
    var node = root
    for key in path {
      node = node.flatMap { mapping in tree.entries(mapping).first { tree.string($0.key) == key }?.value }
    }
    return node
  }

  /// The text of a mark.
  func covered(_ mark: Mark) -> String {
    String(decoding: tree.sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }

  /// The text of the mark of a key's value.
  func covered(_ path: String) -> String? {
    self[path].map { covered(tree.mark($0)) }
  }

  /// `line:column+length`, the length in bytes.
  func place(_ mark: Mark) -> String {
    let position = tree.sources[Int(mark.source)].position(at: Int(mark.start))
    return "\(position.line):\(position.column)+\(mark.end - mark.start)"
  }

  /// The problems, one per line: `kind place: message`, followed by indented details.
  var report: String {
    problems.map { problem in
      let related = problem.related.map { "\n  \(place($0.mark)): \($0.message)" }.joined()
      let help = problem.help.map { "\n  help: \($0)" } ?? ""
      return "\(problem.kind) \(place(problem.mark)): \(problem.message)\(related)\(help)"
    }.joined(separator: "\n")
  }

  /// A node on one line, as JSON with all scalars as strings; tags precede their nodes.
  func flat(_ node: Node?) -> String {
    guard let node else { return "-" }
    let tag =
      switch tree.tag(node) {
      case .none: ""
      case .core: "!! "
      case .short(let short): short.spelling + " "
      case .unknown(let spelling): "?\(spelling) "
      }
    let value =
      switch tree.kind(node) {
      case .scalar: tree.string(node).debugDescription
      case .sequence: "[" + tree.items(node).map { flat($0) }.joined(separator: ", ") + "]"
      case .mapping:
        "{" + tree.entries(node).map { "\(tree.string($0.key)): \(flat($0.value))" }.joined(separator: ", ") + "}"
      }
    return tag + value
  }

  var flat: String { flat(root) }
}
