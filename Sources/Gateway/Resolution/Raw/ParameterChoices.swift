import CloudFormation
import YAMLTree

/// The functions whose result depends on the value of a parameter, so that some values are impossible.
struct ParameterChoices {
  /// A parameter as a key of `Fn::FindInMap`.
  struct Lookup {
    let parameter: String
    let mapping: String
    /// The keys that exist.
    let keys: Set<String>
    let node: Node
  }

  /// A parameter beside a text in `Fn::Equals`.
  struct Comparison {
    let parameter: String
    /// The node of the text.
    let text: Node
  }

  fileprivate(set) var lookups: [Lookup] = []
  fileprivate(set) var comparisons: [Comparison] = []
}

extension RawValues {
  /// Notes a key of a mapping that a parameter gives.
  func noteLookup(of key: Node, among keys: @autoclosure () -> Set<String>, in mapping: String) {
    guard let name = parameter(key) else { return }
    choices.lookups.append(.init(parameter: name, mapping: mapping, keys: keys(), node: key))
  }

  /// Notes the arguments of `Fn::Equals` if one is a parameter and the other one a text.
  func noteComparison(_ arguments: [Node]) {
    guard arguments.count == 2 else { return }
    for (one, other) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])] where isName(other) {
      if let name = parameter(one) { choices.comparisons.append(.init(parameter: name, text: other)) }
    }
  }

  /// The name of the parameter that a node refers to.
  private func parameter(_ node: Node) -> String? {
    guard let name = names.tree.argument(of: .ref, node), names.tree.kind(name) == .scalar else { return nil }
    let text = names.tree.string(name)
    return names.parameters.contains(text) && !loops.has(text) ? text : nil
  }
}
