import CloudFormation
import SpecReading

extension SamPolicy.Written {
  /// The statements of the template.
  func statements(in values: RawValues) -> [Value] {
    policy.statements.map { statement in
      let resources = statement.resources.map { resource($0, in: values) }
      var value: Object = Object()
      value.add("Effect", "Allow")
      value.add("Action", .list(statement.actions.map { .string($0) }))
      value.add("Resource", resources.count == 1 ? resources[0] : .list(resources))
      if let (key, text) = statement.condition {
        value.add("Condition", ["StringEquals": .object(Object([.init(key: key, value: resource(text, in: values))]))])
      }
      return .object(value)
    }
  }

  /// An ARN with the values of parameters.
  private func resource(_ text: String, in values: RawValues) -> Value {
    var result = Substitution()
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "{" || $0 == "<" }) {
      result.append(String(rest[..<start]))
      let close: Character = rest[start] == "{" ? "}" : ">"
      guard let end = rest[start...].firstIndex(of: close) else { break }
      let name = String(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
      if close == ">" {
        result.append(Value.ref("AWS::\(name)"), as: name)
      } else {
        result.append(value(of: name, in: values), as: name)
      }
    }
    result.append(String(rest))
    return result.value
  }

  /// The value of a parameter; the logical ID of a resource or the name of a function means its name in AWS.
  private func value(of name: String, in values: RawValues) -> Value {
    guard let given = parameters.first(where: { $0.name == name })?.value else { return .string(name) }
    guard let text = given.literal else { return values.value(given) }
    let names = values.names
    if name == "FunctionName", names.index(text, in: "functions") != nil {
      return .ref(names.id(.function(text)))
    }
    let attribute = policy.parameters.first { $0.name == name }?.attribute
    if values.isPlace(text) {
      guard let attribute else { return values.place(text, at: given.mark) }
      return values.reference("\(text).\(attribute)", attribute: nil, at: given.mark)
    }
    guard names.resourceTypes[text] != nil else { return .string(text) }
    values.note(used: text)
    return attribute.map { .getAtt(text, $0) } ?? .ref(text)
  }
}
