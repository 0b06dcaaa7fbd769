import TextSearch

/// Values that stacks pass to each other: their names, parameters and outputs.
struct PassedValues {
  /// A resource, a parameter or an attribute that a value refers to.
  struct Reference: Hashable {
    let id: String
    let attribute: String?

    var value: Value { attribute.map { .getAtt(id, $0) } ?? .ref(id) }
  }

  private let template: Template
  private let kinds: PassedValueKinds
  private let parameters: Object
  private static let longestName = 255
  /// The pseudo parameters that differ between the main stack and a nested one.
  private static let namesOfStack: Set = ["AWS::StackName", "AWS::StackId", "AWS::NotificationARNs"]

  init(_ template: Template, _ kinds: PassedValueKinds) {
    self.template = template
    self.kinds = kinds
    parameters = template.section("Parameters")
  }

  /// Whether a name means something else in another stack.
  static func dependsOnStack(_ id: String) -> Bool { !id.hasPrefix("AWS::") || namesOfStack.contains(id) }

  /// The name of a parameter or output: the ID and the attribute.
  func name(of reference: Reference) -> String {
    let id = reference.id
    if Value.pseudoParameters.contains(id) { return free("Root" + id.dropFirst(5)) }
    guard let attribute = reference.attribute else { return id }
    return free(id + attribute.filter { $0.isLetter || $0.isNumber })
  }

  /// The declaration of an output.
  func output(of reference: Reference) -> Value {
    var output = Object()
    output.add("Condition", template[reference.id]?.condition.map { .string($0) })
    output.add("Value", reference.value)
    return .object(output)
  }

  /// A parameter for a value of the main stack, or for an output of another nested stack.
  func parameter(for reference: Reference, _ name: String, from stack: String?) -> NestedStack.Parameter {
    let given = parameters[reference.id]?.object
    var value = stack.map { .getAtt($0, "Outputs.\(name)") } ?? reference.value
    var declaration = Object([.init(key: "Type", value: "String")])
    let isList =
      reference.attribute.map { kinds.lists.contains($0) }
      ?? (given?["Type"]?.text?.isListType ?? false || reference.id == "AWS::NotificationARNs")
    if isList {
      declaration["Type"] = "CommaDelimitedList"
      value = ["Fn::Join": [",", value]]
    }
    let isSecret = reference.attribute.map { kinds.secrets.contains($0) } ?? (given?["NoEcho"]?.isTrue ?? false)
    if isSecret { declaration["NoEcho"] = true }
    // Parameters of a nested stack are evaluated even if nothing in it uses them.
    if let condition = template[reference.id]?.condition { value = ["Fn::If": [.string(condition), value, ""]] }
    return NestedStack.Parameter(declaration: .object(declaration), value: value)
  }

  /// A parameter that is `true` if a condition of the main stack holds.
  func parameter(forCondition condition: String) -> (name: String, parameter: NestedStack.Parameter) {
    let value: Value = ["Fn::If": [.string(condition), "true", "false"]]
    return (
      free("If" + condition), NestedStack.Parameter(declaration: ["Type": "String"], value: value)
    )
  }

  /// The name, or another one if something of the template has it or it is too long.
  private func free(_ name: String) -> String {
    if name.utf8.count <= PassedValues.longestName, !template.defines(name) { return name }
    return String(name.prefix(200)) + LogicalID.hash(name)
  }
}

extension Value {
  fileprivate var isTrue: Bool { self == .bool(true) || text == "true" }
}
