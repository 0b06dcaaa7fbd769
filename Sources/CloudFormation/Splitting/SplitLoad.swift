/// How much resources use of a nested stack's limits.
struct SplitLoad {
  /// More than a parameter, its value, and an output need.
  static let bytesToPass = 400

  private(set) var resources = 0
  private(set) var bytes = 0
  /// The numbers of the values that the stack is passed.
  private var parameters: Set<Int> = []
  private var outputs = 0

  /// The use of limits by a stack with this load, at most.
  func use(of stack: String) -> StackUse {
    StackUse(
      stack, resources: resources, parameters: parameters.count, outputs: outputs,
      bytes: bytes + (parameters.count + outputs) * SplitLoad.bytesToPass)
  }

  /// Whether the limits allow another load in the same stack.
  func hasRoom(for other: SplitLoad) -> Bool {
    let limit = SplitTemplate.Limit.self
    let passed = parameters.count + other.parameters.count { !parameters.contains($0) }
    return resources + other.resources <= limit.resources && passed <= limit.parameters
      && outputs + other.outputs <= limit.outputs
      && bytes + other.bytes + (passed + outputs + other.outputs) * SplitLoad.bytesToPass <= limit.bytes
  }

  /// Adds a load.
  mutating func add(_ other: SplitLoad) {
    resources += other.resources
    bytes += other.bytes
    parameters.formUnion(other.parameters)
    outputs += other.outputs
  }

  /// The load of each unit of resources, whose lengths are `sizes`, and the number of references to units from outside.
  static func all(
    of units: [[Int]], in template: Template, _ references: ReferenceGraph, sizes: [Int]
  ) -> (loads: [SplitLoad], fromOutside: Int) {
    var homes: [Int?] = Array(repeating: nil, count: template.resources.count)
    for (number, unit) in units.enumerated() { for index in unit { homes[index] = number } }
    var loads = Array(repeating: SplitLoad(), count: units.count)
    var numbers = PassedNumbers()
    var passedOut: Set<Int> = []
    var fromOutside = 0
    func pass(_ target: Int, _ attribute: String?, to own: Int?) {
      let home = homes[target]
      if home == own { return }
      let number = numbers.number(of: target, attribute)
      if let own { loads[own].parameters.insert(number) } else { fromOutside += 1 }
      if let home, passedOut.insert(number).inserted { loads[home].outputs += 1 }
    }
    let hasConditions = template.sections["Conditions"] != nil
    for index in template.resources.indices {
      let own = homes[index]
      for reference in references.properties[index] { pass(reference.target, reference.attribute, to: own) }
      guard let own else { continue }
      loads[own].resources += 1
      loads[own].bytes += sizes[index]
      for name in references.others[index] { loads[own].parameters.insert(numbers.number(of: name)) }
      guard hasConditions else { continue }
      let resource = template.resources[index]
      if let condition = resource.condition { loads[own].parameters.insert(numbers.number(of: condition)) }
      Value.object(resource.properties).forEachCondition { loads[own].parameters.insert(numbers.number(of: $0)) }
    }
    let indices = template.indices
    template.outputs.forEachReference { id, attribute in
      if let target = indices[id] { pass(target, attribute, to: nil) }
    }
    return (loads, fromOutside)
  }
}

/// Numbers for the values that stacks pass each other: numbers are compared faster than names.
private struct PassedNumbers {
  /// The attributes that occur; there are few.
  private var attributes: [String] = []
  private var names: [String: Int] = [:]

  /// The number of a resource's attribute, or of its `Ref`.
  mutating func number(of target: Int, _ attribute: String?) -> Int {
    guard let attribute else { return target << 16 }
    let known = attributes.firstIndex(of: attribute)
    if known == nil { attributes.append(attribute) }
    return target << 16 + (known ?? attributes.count - 1) + 1
  }

  /// The number of a parameter or a condition.
  mutating func number(of name: String) -> Int {
    let number = names[name] ?? -1 - names.count
    names[name] = number
    return number
  }
}

extension Value {
  /// Calls `body` with the name of each condition in an `Fn::If`.
  public func forEachCondition(_ body: (String) -> Void) {
    switch self {
    case .list(let items): for item in items { item.forEachCondition(body) }
    case .object(let object):
      for member in object.members {
        if member.key == "Fn::If", case .list(let items) = member.value, let name = items.first?.text { body(name) }
        member.value.forEachCondition(body)
      }
    case .string, .number, .bool, .null, .ref, .getAtt: break
    }
  }
}
