import YAMLTree

/// A required field with a function that may evaluate to nothing.
public struct Removal: Sendable {
  /// The field.
  public let key: String
  /// Where the function is.
  public let mark: Mark

  /// Log groups without a retention keep their events forever.
  static let harmless = "retention"
}

extension Reader {
  /// Whether a value is an `!If`.
  func isChoice(_ node: Node) -> Bool {
    tree.tag(node) == .short(.if)
      || tree.kind(node) == .mapping && !tree.entries(node).contains { tree.equals($0.key, "Ref") }
  }

  /// Whether a value is, or may evaluate to, `!Ref AWS::NoValue`, with which CloudFormation removes the property.
  func mayGiveNothing(_ node: Node) -> Bool {
    switch tree.tag(node) {
    case .short(.ref): return tree.equals(node, "AWS::NoValue")
    case .short(.if): return tree.items(node).dropFirst().contains { mayGiveNothing($0) }
    case .short, .unknown: return false
    case .none, .core: break
    }
    guard tree.kind(node) == .mapping, tree.count(node) == 1 else { return false }
    return tree.entries(node).contains { entry in
      if tree.equals(entry.key, "Ref") { return tree.equals(entry.value, "AWS::NoValue") }
      return tree.equals(entry.key, "Fn::If") && tree.items(entry.value).dropFirst().contains { mayGiveNothing($0) }
    }
  }
}
