/// Moves resources into nested templates, and passes the values that they refer to as parameters.
struct Splitter {
  /// A nested stack under construction.
  private struct Stack {
    let id: String
    var resources: [Resource]
    /// Parameters by name, with the values that the root passes.
    var parameters: [String: Value] = [:]
    /// Other nested stacks and root resources that must be created first.
    var dependsOn: Set<String> = []
    /// Values that later stacks refer to.
    var outputs: [String: Value] = [:]
  }

  private let template: Template
  private var stacks: [Stack] = []
  /// The index of the stack that a resource was moved to.
  private var homes: [String: Int] = [:]

  init(_ template: Template) { self.template = template }

  /// Moves resources into a stack. Resources that they refer to stay in the root, or were moved before.
  mutating func add(_ id: String, _ indices: [Int]) {
    for index in indices { homes[template.resources[index].id] = stacks.count }
    stacks.append(Stack(id: id, resources: indices.map { template.resources[$0] }))
  }

  /// The root template and the nested templates.
  mutating func finish() -> (Template, [SplitTemplate.Child]) {
    for index in stacks.indices { connect(index) }
    var root = Template()
    root.description = template.description
    root.sections = template.sections
    root.outputs = template.outputs
    root.macros = template.macros
    for var resource in template.resources where homes[resource.id] == nil {
      resource.dependsOn = distinct(resource.dependsOn.map { homes[$0].map { stacks[$0].id } ?? $0 })
      root.add(resource)
    }
    for stack in stacks {
      var properties = Object()
      properties.add("TemplateURL", .string(stack.id))
      let parameters = stack.parameters.sorted { $0.key < $1.key }
      if !parameters.isEmpty {
        properties.add("Parameters", .object(Object(parameters.map { .init(key: $0.key, value: $0.value) })))
      }
      var resource = Resource(id: stack.id, type: "AWS::CloudFormation::Stack", properties: properties)
      resource.dependsOn = stack.dependsOn.sorted()
      root.add(resource)
    }
    return (root, stacks.map { SplitTemplate.Child(id: $0.id, template: child($0)) })
  }

  private func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  // MARK: References between stacks

  private mutating func connect(_ index: Int) {
    for position in stacks[index].resources.indices {
      var resource = stacks[index].resources[position]
      resource.properties = Object(
        resource.properties.members.map { .init(key: $0.key, value: imported($0.value, into: index)) })
      var inside: [String] = []
      for id in resource.dependsOn {
        switch homes[id] {
        case index: inside.append(id)
        case let home?: stacks[index].dependsOn.insert(stacks[home].id)
        case nil: stacks[index].dependsOn.insert(id)
        }
      }
      resource.dependsOn = inside
      stacks[index].resources[position] = resource
    }
  }

  /// A value with every reference to another stack replaced by a parameter.
  private mutating func imported(_ value: Value, into index: Int) -> Value {
    switch value {
    case .ref(let id): return .ref(parameter(for: id, attribute: nil, in: index))
    case .getAtt(let id, let attribute):
      if homes[id] == index { return value }
      return .ref(parameter(for: id, attribute: attribute, in: index))
    case .list(let items): return .list(items.map { imported($0, into: index) })
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        return ["Fn::Sub": substituted(object.members[0].value, in: index)]
      }
      return .object(Object(object.members.map { .init(key: $0.key, value: imported($0.value, into: index)) }))
    case .string, .number, .bool, .null: return value
    }
  }

  private mutating func substituted(_ argument: Value, in index: Int) -> Value {
    if case .list(let parts) = argument, parts.count == 2, let text = parts[0].text {
      let own = parts[1].object ?? Object()
      return [.string(substituted(text, own, in: index)), imported(parts[1], into: index)]
    }
    return .string(substituted(argument.text ?? "", Object(), in: index))
  }

  private mutating func substituted(_ text: String, _ own: Object, in index: Int) -> String {
    var result = text
    Value.forEachSubstitution(in: text) { bytes in
      let name = String(decoding: bytes, as: UTF8.self)
      if own[name] != nil { return }
      let id = Value.id(of: bytes)
      let attribute = id == name ? nil : String(decoding: bytes.dropFirst(id.utf8.count + 1), as: UTF8.self)
      if attribute != nil, homes[id] == index { return }
      let parameter = parameter(for: id, attribute: attribute, in: index)
      // Most parameters have the name of the reference that they replace.
      if parameter != name { result = result.replacing("${\(name)}", with: "${\(parameter)}") }
    }
    return result
  }

  /// The name by which a stack refers to something: the name itself if it is in the stack, otherwise a parameter.
  private mutating func parameter(for id: String, attribute: String?, in index: Int) -> String {
    let isPseudo = id.hasPrefix("AWS::") && Value.pseudoParameters.contains(id)
    // In a nested stack, these pseudo parameters differ from the root's.
    let isOfStack = isPseudo && (id == "AWS::StackName" || id == "AWS::StackId")
    let home = homes[id]
    if home == index || (isPseudo && !isOfStack) { return id }
    let suffix = attribute?.filter { $0.isLetter || $0.isNumber } ?? ""
    let name = isOfStack ? "Root" + id.dropFirst(5) : id + suffix
    if stacks[index].parameters[name] != nil { return name }
    let value: Value = attribute.map { .getAtt(id, $0) } ?? .ref(id)
    if let home {
      stacks[home].outputs[name] = value
      stacks[index].parameters[name] = .getAtt(stacks[home].id, "Outputs.\(name)")
    } else {
      stacks[index].parameters[name] = value
    }
    return name
  }

  // MARK: Templates

  private func child(_ stack: Stack) -> Template {
    var child = Template()
    child.sections["Transform"] = template.sections["Transform"]
    var parameters = Object()
    for name in stack.parameters.keys.sorted() { parameters.add(name, ["Type": "String"]) }
    child.sections["Parameters"] = parameters.isEmpty ? nil : .object(parameters)
    for resource in stack.resources { child.add(resource) }
    for name in stack.outputs.keys.sorted() {
      if let value = stack.outputs[name] { child.outputs.add(name, ["Value": value]) }
    }
    return child
  }
}
