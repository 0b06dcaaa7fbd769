import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// The texts that a field of the language may have, as far as they are known: the branches of an `Fn::If` where they
  /// are written, the cells of a mapping, the values of a parameter.
  func choices(of given: Given<String>) -> [Given<String>] {
    switch given.content {
    case .literal: [given]
    case .intrinsic(let node): choices(of: node)
    }
  }

  private func choices(of node: Node) -> [Given<String>] {
    let tree = names.tree
    if let branches = tree.arguments(ofIf: node), branches.count == 3 { return branches[1...].flatMap(choices(of:)) }
    let mark = tree.mark(node)
    return openTexts(of: spec.values.value(node)).compactMap(\.text).map { Given($0, at: mark, node: node) }
  }
}
