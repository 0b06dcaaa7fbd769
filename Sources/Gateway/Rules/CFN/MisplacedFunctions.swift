import SpecReading
import YAMLTree

extension Rule {
  /// Functions where CloudFormation does not evaluate them.
  static let misplacedFunction = Rule(
    id: "CFN006",
    severity: .error,
    summary: "intrinsic function where CloudFormation does not evaluate it",
    why: """
      CloudFormation reads parameters and mappings before it evaluates functions, and evaluates conditions before it creates
      resources. It rejects functions in parameters and mappings, in a resource's `Type`, `Condition`, `DependsOn` and
      `DeletionPolicy`, and functions in conditions that need a resource.
      """,
    source: "CloudFormation's template schema, as cfn-lint has it",
    example: """
      ⟪→
      parameters:
        Store: {Type: String, Default: ""}
      ⟫
      conditions:
        HasStore: !Not [!Equals [⟦!GetAtt apis.store.ApiId → !Ref Store⟧, ""]]
      apis:
        store:
          condition: HasStore
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      // A transform may make something of it.
      if model.names.spec.sections.contains(where: { $0.name == "Transform" && $0.value != nil }) { return }
      var walk = FunctionWalk(tree: model.names.tree)
      for section in model.names.spec.sections {
        guard let raw = section.value else { continue }
        switch section.name {
        case "Parameters", "Mappings":
          walk.look(into: raw.node) { node, name in
            report.report(
              at: model.names.tree.mark(node), "`\(name)` is not evaluated in `\(section.name.lowercased())`",
              help: "write the value itself")
          }
        case "Conditions":
          walk.look(into: raw.node) { node, name in
            let resource = model.spec.resource(thatReads: node, name)
            if FunctionWalk.ofConditions.contains(name), resource == nil { return }
            report.report(
              at: model.names.tree.mark(node),
              resource.map { "a condition is evaluated before `\($0)` exists" }
                ?? "`\(name)` is not evaluated in conditions",
              help: "use parameters in conditions: `!Equals [!Ref PARAMETER, VALUE]`")
          }
        default: break
        }
      }
      for resource in model.names.spec.resources where model.names.tree.kind(resource.value.node) == .mapping {
        for entry in model.names.tree.entries(resource.value.node) {
          let key = model.names.tree.string(entry.key)
          guard FunctionWalk.fixedAttributes.contains(key), let name = walk.function(entry.value) else { continue }
          report.report(
            at: model.names.tree.mark(entry.value), "`\(name)` is not evaluated in `\(key)`",
            help: "write the value itself; use `Condition`, or `!If` in `Properties`, to let a parameter decide")
        }
      }
    })
}

/// Finds CloudFormation's functions under a node.
private struct FunctionWalk {
  let tree: Tree
  private var seen: Set<Node> = []

  init(tree: Tree) { self.tree = tree }

  /// The functions that conditions evaluate.
  static let ofConditions: Set<String> = [
    "Ref", "Condition", "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Fn::FindInMap", "Fn::Sub", "Fn::Join",
    "Fn::Select", "Fn::Split",
  ]
  /// Attributes of a resource whose values are fixed.
  static let fixedAttributes: Set<String> = ["Type", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"]

  /// The name of the function that a node is.
  func function(_ node: Node) -> String? {
    if case .short(let tag) = tree.tag(node) { return tag.functionName }
    guard tree.kind(node) == .mapping, tree.count(node) == 1 else { return nil }
    let key = tree.entries(node).map { tree.string($0.key) }.first ?? ""
    return key == "Ref" || key.hasPrefix("Fn::") ? key : nil
  }

  /// Calls `body` with every function under a node, the outer ones first.
  mutating func look(into node: Node, _ body: (Node, String) -> Void) {
    guard seen.insert(tree.target(node)).inserted else { return }
    if let name = function(node) { body(node, name) }
    if tree.kind(node) == .sequence { for item in Array(tree.items(node)) { look(into: item, body) } }
    if tree.kind(node) == .mapping { for entry in Array(tree.entries(node)) { look(into: entry.value, body) } }
  }
}

extension ResolvedSpec {
  /// The resource that a function needs, by what the author calls it.
  fileprivate func resource(thatReads node: Node, _ name: String) -> String? {
    guard name == "Ref" else { return nil }
    let isShort = if case .short = names.tree.tag(node) { true } else { false }
    let target = isShort ? node : names.tree.entries(node).first { _ in true }?.value
    guard let target, names.tree.kind(target) == .scalar else { return nil }
    let text = names.tree.string(target)
    return values.isPlace(text) && !text.hasPrefix("parameters.") || names.resourceTypes[text] != nil ? text : nil
  }
}
