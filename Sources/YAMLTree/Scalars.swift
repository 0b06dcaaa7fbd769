extension Tree {
  /// Calls `body` with each scalar of a value, in order; with what aliases lead to once.
  public func forEachScalar(in node: Node, _ body: (Node) -> Void) {
    var seen: Set<Node> = []
    func visit(_ node: Node) {
      guard seen.insert(node).inserted else { return }
      switch kind(node) {
      case .scalar: body(node)
      case .sequence: for item in items(node) { visit(item) }
      case .mapping: for entry in entries(node) { visit(entry.value) }
      }
    }
    visit(node)
  }
}
