import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// A template in one scenario: what its functions give, where the spec writes it.
struct DecidedTemplate {
  private let scenario: ConditionLogic.Scenario
  /// The usual values of parameters, and the rows that names select.
  private let usual: [String: String]
  private let parameters: Object
  private let tree: Tree
  private(set) var template: Template
  private(set) var choices: [Choice] = []
  /// The branches that conditions choose: no key is before them.
  private(set) var branches: Set<UInt32> = []

  /// Where the spec writes a function whose value is known, and the key of it.
  struct Choice {
    let place: Mark
    let key: Mark
    /// Where the value is written, if one parameter or mapping gives it.
    let source: Source?
  }

  /// The default of a parameter, or a value in a mapping.
  struct Source {
    let name: String
    let text: String
    let place: Mark

    /// The place, for findings about the value.
    var related: Related { Related(message: name, mark: place) }
  }

  init(_ template: Template, _ scenario: ConditionLogic.Scenario, usual: [String: String], _ tree: Tree) {
    let truths = scenario.truths
    self.scenario = scenario
    self.usual = usual
    self.tree = tree
    self.template = template
    parameters = template.section("Parameters")
    let absent = Set(template.resources.filter { $0.condition.map { truths[$0] == false } ?? false }.map(\.id))
    var changed = template
    changed.remove(absent)
    changed.changeResources { resource in
      if let condition = resource.condition, truths[condition] == true { resource.condition = nil }
      if !absent.isEmpty { resource.dependsOn.removeAll { absent.contains($0) } }
      resource.properties = decided(resource.properties)
    }
    changed.outputs = decided(template.outputs)
    self.template = changed
  }

  /// An object without the members that are nothing then.
  mutating func decided(_ object: Object) -> Object {
    var result = Object(capacity: object.members.count)
    for member in object.members {
      let node = member.origin.valueNode
      let key = member.origin.keyNode ?? node.flatMap(tree.key(of:)) ?? node
      let (value, branch) = decided(member.value, at: node, key: key)
      if value.isNothing, !member.value.isNothing { continue }
      result.add(member.key, value, origin: Origin(key: member.origin.key, value: branch?.handle))
    }
    return result
  }

  private mutating func decided(_ value: Value, at node: Node?, key: Node?) -> (value: Value, node: Node?) {
    switch value {
    case .object(let object):
      if let choice = value.choice, let holds = choice.condition.text.flatMap({ scenario.truths[$0] }) {
        note(node, key)
        let arguments = node.flatMap(tree.arguments(ofIf:)) ?? []
        let branch = arguments.count == 3 ? arguments[holds ? 1 : 2] : node
        if arguments.count == 3, let branch { branches.insert(branch.handle) }
        return decided(holds ? choice.first : choice.second, at: branch, key: key)
      }
      let inner = decided(object)
      guard let known = known(inner) else { return (.object(inner), node) }
      note(node, key, source: source(of: .object(inner)))
      return decided(known, at: node, key: key)
    case .ref(let name):
      guard let known = usualValue(of: name) else { return (value, node) }
      note(node, key, source: source(of: value))
      return (known, node)
    case .list(let items):
      let nodes = node.map { tree.kind($0) == .sequence ? Array(tree.items($0)) : [] } ?? []
      var result: [Value] = []
      for (index, item) in items.enumerated() {
        let own = nodes.count == items.count ? nodes[index] : node
        let value = decided(item, at: own, key: own).value
        if value.isNothing, !item.isNothing { continue }
        result.append(value)
      }
      return (.list(result), node)
    case .string, .number, .bool, .null, .getAtt: return (value, node)
    }
  }

  /// The types of parameters with several texts.
  static let lists = ["CommaDelimitedList", "List<Number>"]

  /// The usual value of a parameter that is not a secret.
  private func usualValue(of name: String) -> Value? {
    guard let parameter = parameters[name]?.object, let text = usual[name], parameter["NoEcho"]?.scalar != "true"
    else { return nil }
    if DecidedTemplate.lists.contains(parameter["Type"]?.text ?? "") {
      return .list(text.split(separator: ",").map { .string($0.split(separator: " ").joined(separator: " ")) })
    }
    return parameter["Type"] == "Number" ? .number(text) : .string(text)
  }

  /// The result of a function with known arguments.
  private func known(_ function: Object) -> Value? {
    guard function.members.count == 1 else { return nil }
    let arguments: [Value] = if case .list(let items) = function.members[0].value { items } else { [] }
    switch function.members[0].key {
    case "Fn::Sub":
      // Many texts have a part that only AWS knows.
      return function.members[0].value.hasText(where: { $0.mentions("${AWS::") }) ? nil : text(of: function)
    case "Fn::Join": return text(of: function)
    case "Fn::FindInMap": return cell(arguments)?.value
    case "Fn::Select":
      guard arguments.count == 2, let index = arguments[0].scalar.flatMap({ Int($0) }),
        case .list(let items) = arguments[1], items.indices.contains(index)
      else { return nil }
      return items[index]
    default: return nil
    }
  }

  /// The cell that `Fn::FindInMap` finds.
  private func cell(_ arguments: [Value]) -> Object.Member? {
    // The name of a row may be a pseudo parameter, which is not known elsewhere.
    let keys = arguments.compactMap { key in
      if case .ref(let name) = key { usual[name] ?? scenario.texts[name] } else { key.text }
    }
    guard keys.count == 3, arguments.count == 3 else { return nil }
    return template.sections["Mappings"]?.cell(keys[0], keys[1], keys[2])
  }

  /// The text that a function puts together of parts that are all known.
  private func text(of function: Object) -> Value? {
    guard let parts = Value.object(function).textParts else { return nil }
    var result = ""
    for part in parts {
      let known: Value? = if case .ref(let name) = part { usualValue(of: name) } else { part }
      guard let text = known?.scalar else { return nil }
      result += text
    }
    return .string(result)
  }

  /// The value in a mapping, or the default of the only parameter that a value is made of.
  private func source(of value: Value) -> Source? {
    if case .list(let arguments)? = value.object?["Fn::FindInMap"] {
      guard let cell = cell(arguments), let text = cell.value.scalar, let node = cell.origin.valueNode else {
        return nil
      }
      return Source(name: "the value in `mappings`", text: text, place: tree.mark(node))
    }
    var names: [String] = []
    for case .ref(let name) in value.textParts ?? [value] { names.append(name) }
    guard names.count == 1, let text = usual[names[0]],
      let given = parameters[names[0]]?.object?.members.first(where: { $0.key == "Default" }),
      given.value.scalar == text, let node = given.origin.valueNode
    else { return nil }
    return Source(name: "the default of `\(names[0])`", text: text, place: tree.mark(node))
  }

  private mutating func note(_ node: Node?, _ key: Node?, source: Source? = nil) {
    guard let node, let key else { return }
    choices.append(Choice(place: tree.extent(of: node), key: tree.mark(key), source: source))
  }
}
