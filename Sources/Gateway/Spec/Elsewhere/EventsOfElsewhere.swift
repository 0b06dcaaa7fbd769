import SpecReading
import TextSearch
import YAMLTree

/// The events of a function in the words of AWS SAM and the Serverless Framework, as routes.
struct EventsOfElsewhere {
  private let tree: Tree
  /// The route keys, in order.
  private(set) var routes: [String] = []
  /// The events of other services.
  private(set) var others: [String] = []

  /// Help with the routes to write for the `events` of a function.
  static func help(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    guard entry.key.lowercased() == "events", entry.known.contains("handler") else { return nil }
    let events = EventsOfElsewhere(entry.value, tree)
    if let help = events.help(for: entry.owner) { return help }
    return events.others.first.map { "an event source that is not an API is a resource: write `\($0)` in `resources`" }
  }

  init(_ value: Node, _ tree: Tree) {
    self.tree = tree
    switch tree.kind(value) {
    case .scalar: break
    case .sequence: for item in tree.items(value) { addItem(item) }
    case .mapping: for (name, event) in tree.entries(value) { addNamed(tree.string(name), event) }
    }
  }

  /// The routes to write under an API; nil if there are none.
  func help(for function: String) -> String? {
    if routes.isEmpty { return nil }
    let name = function.isEmpty ? "FUNCTION" : function
    let shown = routes.prefix(3).map { "\($0.contains("{") ? "\"\($0)\"" : $0): \(name)" }
    let rest = routes.count > 3 ? ", …" : ""
    return "write the routes under an API: `apis: {NAME: {routes: {\(shown.joined(separator: ", "))\(rest)}}}`"
  }

  /// `httpApi: GET /books` of the Serverless Framework, or an event of AWS SAM without a name.
  private mutating func addItem(_ item: Node) {
    if entry("Type", of: item) != nil { return addNamed("", item) }
    switch tree.kind(item) {
    case .scalar: addEvent(tree.string(item), nil)
    case .mapping: for (kind, event) in tree.entries(item).prefix(1) { addEvent(tree.string(kind), event) }
    case .sequence: break
    }
  }

  /// `NAME: {Type: HttpApi, Properties: {Path: /books, Method: get}}` of AWS SAM.
  private mutating func addNamed(_ name: String, _ event: Node) {
    guard let type = entry("Type", of: event) else { return addEvent(name, event) }
    addEvent(tree.string(type), entry("Properties", of: event))
  }

  private mutating func addEvent(_ kind: String, _ event: Node?) {
    switch kind.lowercased() {
    case "httpapi", "http", "api": routes.append(httpKey(event))
    case "websocket": routes.append(event.flatMap { text("route", of: $0) ?? scalar($0) } ?? "$default")
    default: others.append(kind)
    }
  }

  private func httpKey(_ event: Node?) -> String {
    guard let event else { return "$default" }
    if let text = scalar(event) {
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      return words.count == 2 ? key(words[0], words[1]) : words.first.map { key("*", $0) } ?? "$default"
    }
    return key(text("method", of: event) ?? "*", text("path", of: event) ?? "*")
  }

  private func key(_ method: String, _ path: String) -> String {
    if path == "*" || path == "$default" { return "$default" }
    let word = method == "*" ? "ANY" : method.uppercased()
    return "\(word) \(path.hasPrefix("/") ? "" : "/")\(path)"
  }

  // MARK: Reading

  private func entry(_ name: String, of node: Node) -> Node? {
    guard tree.kind(node) == .mapping else { return nil }
    return tree.entries(node).first { tree.string($0.key).lowercased() == name.lowercased() }?.value
  }

  private func text(_ name: String, of node: Node) -> String? { entry(name, of: node).flatMap(scalar) }

  private func scalar(_ node: Node) -> String? {
    guard tree.kind(node) == .scalar, !tree.isNull(node) else { return nil }
    return tree.string(node)
  }
}
