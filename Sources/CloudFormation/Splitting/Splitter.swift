import TextSearch

/// Moves resources into nested templates: a reference to another stack becomes a parameter or an output.
struct Splitter {
  private let template: Template
  private let passing: PassedValues
  /// The index of the nested stack of each moved resource, by its place in the template and by its logical ID.
  private let placed: [Int?]
  private let homes: [String: Int]
  private var stacks: [NestedStack]

  init(_ template: Template, _ plan: SplitPlan, _ kinds: PassedValueKinds) {
    self.template = template
    passing = PassedValues(template, kinds)
    let ids = Set(plan.homes.compactMap { $0 }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    stacks = ids.map { NestedStack(id: $0) }
    placed = plan.homes.map { $0.flatMap { numbers[$0] } }
    var homes: [String: Int] = [:]
    for (index, home) in placed.enumerated() where home != nil { homes[template.resources[index].id] = home }
    self.homes = homes
  }

  /// The root template and the nested templates.
  mutating func split(_ references: ReferenceGraph) -> (Template, [SplitTemplate.Child]) {
    var root = Template()
    root.description = template.description
    root.sections = template.sections
    root.macros = changed(template.macros, in: nil) ?? template.macros
    root.outputs = changed(template.outputs, in: nil) ?? template.outputs
    for (index, resource) in template.resources.enumerated() {
      if let stack = placed[index] {
        let moved = moved(resource, to: stack)
        stacks[stack].resources.append(moved)
      } else {
        let isAffected = references.properties[index].contains { placed[$0.target] != nil }
        root.add(staying(resource, isAffected: isAffected))
      }
    }
    for stack in stacks { root.add(stack.resource) }
    return (root, stacks.map { SplitTemplate.Child(id: $0.id, template: $0.template(of: template)) })
  }

  private mutating func staying(_ resource: Resource, isAffected: Bool) -> Resource {
    var resource = resource
    if isAffected, let properties = changed(resource.properties, in: nil) { resource.properties = properties }
    if let metadata = resource.metadata.flatMap({ changed($0, in: nil) }) { resource.metadata = metadata }
    if !resource.dependsOn.isEmpty { resource.dependsOn = needs(of: resource) }
    return resource
  }

  /// The resources of the root that a resource depends on: instead of one in a nested stack, the stack.
  private func needs(of resource: Resource) -> [String] {
    // A deployment depends on all routes of its API.
    var hasStack = Array(repeating: false, count: stacks.count)
    return resource.dependsOn.compactMap { id in
      guard let home = homes[id] else { return id }
      defer { hasStack[home] = true }
      return hasStack[home] ? nil : stacks[home].id
    }
  }

  private mutating func moved(_ resource: Resource, to stack: Int) -> Resource {
    var resource = resource
    if let properties = changed(resource.properties, in: stack) { resource.properties = properties }
    if let metadata = resource.metadata.flatMap({ changed($0, in: stack) }) { resource.metadata = metadata }
    if let attributes = changed(resource.attributes, in: stack) { resource.attributes = attributes }
    if let condition = resource.condition { use(condition, in: stack) }
    var inside: [String] = []
    for id in resource.dependsOn {
      let home = homes[id]
      if home == stack { inside.append(id) } else { stacks[stack].dependsOn.insert(home.map { stacks[$0].id } ?? id) }
    }
    resource.dependsOn = inside
    return resource
  }

  // MARK: Values

  /// The object as a stack writes it, if that differs; for the main stack, `stack` is nil. Most values stay as they are.
  private mutating func changed(_ object: Object, in stack: Int?) -> Object? {
    var result: Object?
    for member in object.members {
      guard let value = changed(member.value, in: stack) else { continue }
      if result == nil { result = object }
      result?.set(.init(key: member.key, value: value, origin: member.origin))
    }
    return result
  }

  private mutating func changed(_ value: Value, in stack: Int?) -> Value? {
    switch value {
    case .ref(let id): return reference(to: id, nil, in: stack)?.value
    case .getAtt(let id, let attribute): return reference(to: id, attribute, in: stack)?.value
    case .list(let items):
      var result: [Value]?
      for (index, item) in items.enumerated() {
        guard let item = changed(item, in: stack) else { continue }
        if result == nil { result = items }
        result?[index] = item
      }
      return result.map { .list($0) }
    case .object(let object):
      switch object.members.first?.key {
      case "Fn::Sub" where object.members.count == 1:
        return substituted(object.members[0].value, in: stack).map { ["Fn::Sub": $0] }
      case "Fn::If":
        if let stack, case .list(let items) = object.members[0].value, let name = items.first?.text {
          use(name, in: stack)
        }
      case "Fn::FindInMap":
        if let stack { stacks[stack].usesMappings = true }
      default: break
      }
      return changed(object, in: stack).map { .object($0) }
    case .string, .number, .bool, .null: return nil
    }
  }

  /// The argument of an `Fn::Sub`, if it changes. In the root, outputs of nested stacks become variables.
  private mutating func substituted(_ argument: Value, in stack: Int?) -> Value? {
    var text = argument.text ?? ""
    var own = Object()
    var isChanged = false
    if case .list(let parts) = argument, parts.count == 2 {
      text = parts[0].text ?? ""
      own = parts[1].object ?? own
      if let changed = changed(own, in: stack) { (own, isChanged) = (changed, true) }
    }
    var variables = own
    text = text.replacingSubstitutions { written in
      if own[written] != nil { return nil }
      let (id, attribute) = Value.parts(ofReference: written)
      guard let (name, value) = reference(to: id, attribute, in: stack) else { return nil }
      if stack == nil { (variables[name], isChanged) = (value, true) }
      // Most of them have the name of the reference that they replace.
      if name == written { return nil }
      isChanged = true
      return "${\(name)}"
    }
    guard isChanged else { return nil }
    return variables.isEmpty ? .string(text) : [.string(text), .object(variables)]
  }

  // MARK: References between stacks

  /// The name and the value of a reference to another stack: a parameter, in the root an output of a nested stack. Nil for
  /// one that remains as it is.
  private mutating func reference(
    to id: String, _ attribute: String?, in stack: Int?
  ) -> (name: String, value: Value)? {
    guard PassedValues.dependsOnStack(id) else { return nil }
    let reference = PassedValues.Reference(id: id, attribute: attribute)
    if let stack, let known = stacks[stack].names[reference] { return (known, .ref(known)) }
    let home = homes[id]
    if home == stack { return nil }
    let name = passing.name(of: reference)
    if let home, stacks[home].outputs[name] == nil { stacks[home].outputs[name] = passing.output(of: reference) }
    guard let stack else { return home.map { (name, .getAtt(stacks[$0].id, "Outputs.\(name)")) } }
    if stacks[stack].parameters[name] == nil {
      stacks[stack].parameters[name] = passing.parameter(for: reference, name, from: home.map { stacks[$0].id })
    }
    stacks[stack].names[reference] = name
    return (name, .ref(name))
  }

  private mutating func use(_ condition: String, in stack: Int) {
    if stacks[stack].conditions[condition] != nil { return }
    let (name, parameter) = passing.parameter(forCondition: condition)
    stacks[stack].conditions[condition] = name
    stacks[stack].parameters[name] = parameter
  }
}
