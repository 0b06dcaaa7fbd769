extension Tree {
  /// Calls `body` with each scalar of a value, in order; with what aliases lead to once, and not with what is under keys that
  /// are skipped.
  public func forEachScalar(in node: Node, skipping isSkipped: (Node) -> Bool = { _ in false }, _ body: (Node) -> Void)
  {
    var seen: Set<Node> = []
    func visit(_ node: Node) {
      guard seen.insert(node).inserted else { return }
      switch kind(node) {
      case .scalar: body(node)
      case .sequence: for item in items(node) { visit(item) }
      case .mapping: for entry in entries(node) where !isSkipped(entry.key) { visit(entry.value) }
      }
    }
    visit(node)
  }
}
