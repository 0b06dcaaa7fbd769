import CloudFormation
import YAMLTree

/// Why a file is not a template.
public struct TemplateProblem: Error {
  /// One line: what is wrong.
  public let message: String
}

extension Template {
  /// A template from a file in JSON or YAML, also as `aws cloudformation get-template` prints it.
  public init(reading source: Source) throws(TemplateProblem) {
    let root = try Template.root(of: source)
    switch root["TemplateBody"] {
    case .object(let body)?: try self.init(body)
    case .string(let text)?: try self.init(Template.root(of: Source(path: source.path, bytes: Array(text.utf8))))
    default: try self.init(root)
    }
  }

  private static func root(of source: Source) throws(TemplateProblem) -> Object {
    if let value = JSONReading.value(of: source.bytes), let object = value.object { return object }
    let tree = Tree()
    var problems: [Problem] = []
    guard let root = tree.read(source, problems: &problems) else {
      guard let problem = problems.first else { throw TemplateProblem(message: "it is not a mapping") }
      let line = source.position(at: Int(problem.mark.start)).line
      throw TemplateProblem(message: "line \(line): \(problem.message)")
    }
    var values = TreeValues(tree)
    let value = values.value(root)
    if values.isExhausted { throw TemplateProblem(message: "its aliases multiply to too many values") }
    return value.object ?? Object()
  }

  private init(_ root: Object) throws(TemplateProblem) {
    guard case .object(let resources)? = root["Resources"] else {
      throw TemplateProblem(message: "it has no `Resources`; is it a CloudFormation template?")
    }
    self.init()
    for member in root.members {
      switch (member.key, member.value) {
      case ("Description", let text): description = text
      case ("Outputs", .object(let outputs)): self.outputs = outputs
      case ("Resources", _), ("AWSTemplateFormatVersion", _): break
      default: sections[member.key] = member.value
      }
    }
    for member in resources.members {
      switch member.value {
      case .object(let body) where !member.key.hasPrefix("Fn::"): add(Resource(id: member.key, body: body))
      default: macros.add(member.key, member.value)
      }
    }
  }
}

/// Turns nodes into values.
private struct TreeValues {
  let tree: Tree
  /// Aliases could multiply the nodes without end.
  private var budget = 500_000

  init(_ tree: Tree) { self.tree = tree }

  /// Whether the file has more values than a template can have.
  var isExhausted: Bool { budget < 0 }

  mutating func value(_ node: Node) -> Value {
    budget -= 1
    if isExhausted { return .null }
    guard case .short(let tag) = tree.tag(node) else { return untagged(node) }
    let argument = untagged(node)
    return Value.function(tag.functionName, argument)
      ?? .object(Object([.init(key: tag.functionName, value: argument)]))
  }

  private mutating func untagged(_ node: Node) -> Value {
    switch tree.kind(node) {
    case .scalar: return scalar(node)
    case .sequence: return .list(tree.items(node).map { value($0) })
    case .mapping:
      let members = tree.entries(node).map { Object.Member(key: tree.string($0.key), value: value($0.value)) }
      if members.count == 1, let function = Value.function(members[0].key, members[0].value) { return function }
      return .object(Object(members))
    }
  }

  private func scalar(_ node: Node) -> Value {
    if tree.isNull(node) { return .null }
    let text = tree.string(node)
    guard tree.isPlain(node), tree.tag(node) == .none else { return .string(text) }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    // CloudFormation does not distinguish a number from its text.
    default: return .string(text)
    }
  }
}
