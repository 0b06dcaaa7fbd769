import CloudFormation
import TextSearch

/// A stack that is joined with others: resolves its parameters and the outputs of its nested stacks.
final class JoinedStack {
  /// The type of a nested stack.
  static let type = "AWS::CloudFormation::Stack"

  let template: Template
  let path: String
  let condition: String?
  /// The logical IDs of its resources in the whole.
  var names: [String: String] = [:]
  var children: [String: JoinedStack] = [:]
  private let arguments: Object
  private unowned let parent: JoinedStack?
  private let defaults: Object
  /// The values of parameters and outputs; nil while one is resolved: a template that cannot be deployed may refer to itself.
  private var known: [String: Value?] = [:]

  init(_ template: Template, path: String, condition: String?, arguments: Object, parent: JoinedStack?) {
    self.template = template
    self.path = path
    self.condition = condition
    self.arguments = arguments
    self.parent = parent
    defaults = parent == nil ? Object() : template.section("Parameters")
  }

  /// An object with the references of this stack as the whole has them.
  func resolved(_ object: Object) -> Object {
    // The main stack has the names of the whole, and only nested stacks give it other values.
    if parent == nil, !Value.object(object).mentionsOutput { return object }
    return Object(object.members.map { .init(key: $0.key, value: resolved($0.value)) })
  }

  /// A value with the references of this stack as the whole has them.
  func resolved(_ value: Value) -> Value {
    switch value {
    case .ref(let id): return reference(to: id) ?? value
    case .getAtt(let id, let attribute): return self.attribute(attribute, of: id) ?? value
    case .list(let items): return .list(items.map { resolved($0) })
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" { return substitution(object.members[0].value) }
      return .object(resolved(object))
    case .string, .number, .bool, .null: return value
    }
  }

  private func reference(to id: String) -> Value? {
    if let name = names[id] { return .ref(name) }
    guard let parent else { return nil }
    return once(id) {
      arguments[id].map { parent.resolved(passedValue($0, as: id)) } ?? defaults[id]?.object?["Default"]
    }
  }

  /// The value in the argument of a parameter, as `Splitter` writes it: a list is joined to a text, and a resource under a
  /// condition is only referred to under that condition.
  private func passedValue(_ argument: Value, as parameter: String) -> Value {
    var argument = argument
    if case .list(let arms)? = argument.object?["Fn::If"], arms.count == 3, arms[2] == "" { argument = arms[1] }
    guard case .list(let parts)? = argument.object?["Fn::Join"], parts.count == 2, parts[0] == ",",
      defaults[parameter]?.object?["Type"] == "CommaDelimitedList"
    else { return argument }
    return parts[1]
  }

  private func attribute(_ attribute: String, of id: String) -> Value? {
    guard let child = children[id], attribute.hasPrefix("Outputs.") else {
      return names[id].map { .getAtt($0, attribute) }
    }
    let output = String(attribute.dropFirst(8))
    return child.once("Outputs.\(output)") {
      child.template.outputs[output]?.object?["Value"].map { child.resolved($0) }
    }
  }

  private func once(_ name: String, _ make: () -> Value?) -> Value? {
    if let value = known[name] { return value }
    known.updateValue(nil, forKey: name)
    let value = make()
    known.updateValue(value, forKey: name)
    return value
  }

  // MARK: Texts

  private func substitution(_ argument: Value) -> Value {
    var variables = Object()
    var text = argument.text ?? ""
    if case .list(let parts) = argument, parts.count == 2 {
      text = parts[0].text ?? ""
      variables = parts[1].object ?? Object()
    }
    let own = variables
    variables = Object()
    var references: [String: String] = [:]
    for member in own.members {
      let value = resolved(member.value)
      // A variable that `Splitter` writes has the name of the output that it takes.
      if member.value == .getAtt(member.value.owner ?? "", "Outputs.\(member.key)"), let name = value.referenceText {
        references[member.key] = name
      } else {
        variables.add(member.key, value)
      }
    }
    text = text.replacingSubstitutions { name in
      if let reference = references[name] { return "${\(reference)}" }
      guard own[name] == nil, let value = substituted(name) else { return nil }
      if let reference = value.referenceText { return "${\(reference)}" }
      switch value {
      case .string(let literal), .number(let literal): return literal.replacing("${", with: "${!")
      default:
        variables[name] = value
        return nil
      }
    }
    if variables.isEmpty { return ["Fn::Sub": .string(text)] }
    return ["Fn::Sub": [.string(text), .object(variables)]]
  }

  /// The value of a name in the text of a `Fn::Sub`.
  private func substituted(_ name: String) -> Value? {
    let (id, attribute) = Value.parts(ofReference: name)
    guard let attribute else { return reference(to: id) }
    return self.attribute(attribute, of: id)
  }
}

extension Value {
  /// The logical ID of the resource whose attribute it is.
  fileprivate var owner: String? {
    if case .getAtt(let id, _) = self { id } else { nil }
  }

  /// The name of a reference in the text of a `Fn::Sub`.
  fileprivate var referenceText: String? {
    switch self {
    case .ref(let id): id
    case .getAtt(let id, let attribute): "\(id).\(attribute)"
    default: nil
    }
  }

  /// Whether an output of a nested stack is read somewhere inside.
  fileprivate var mentionsOutput: Bool {
    contains { part in
      switch part {
      case .getAtt(_, let attribute): attribute.utf8.starts(with: "Outputs.".utf8)
      case .object(let object): object["Fn::Sub"] != nil
      case .list, .ref, .string, .number, .bool, .null: false
      }
    }
  }
}
