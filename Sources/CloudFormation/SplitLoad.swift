/// How much resources use of a nested stack's limits.
struct SplitLoad {
  /// More than a parameter, its value, and an output need.
  static let bytesToPass = 400

  private var resources = 0
  private var bytes = 0
  private var parameters: Set<String> = []
  private var outputs = 0

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

  /// The load of each unit of resources.
  static func all(of units: [[Int]], in template: Template) -> [SplitLoad] {
    var homes: [Int?] = Array(repeating: nil, count: template.resources.count)
    for (number, unit) in units.enumerated() { for index in unit { homes[index] = number } }
    let indices = template.indices
    var loads = Array(repeating: SplitLoad(), count: units.count)
    var passedOut: Set<String> = []
    func read(_ value: Value, in own: Int?) {
      value.forEachReference { id, attribute in
        let home = indices[id].flatMap { homes[$0] }
        if home == own { return }
        let name = attribute.map { "\(id).\($0)" } ?? id
        if let own { loads[own].parameters.insert(name) }
        if let home, passedOut.insert(name).inserted { loads[home].outputs += 1 }
      }
      if let own { value.forEachCondition { loads[own].parameters.insert($0) } }
    }
    for (index, resource) in template.resources.enumerated() {
      let own = homes[index]
      read(.object(resource.properties), in: own)
      guard let own else { continue }
      loads[own].resources += 1
      loads[own].bytes += resource.byteCount
      if let condition = resource.condition { loads[own].parameters.insert(condition) }
    }
    read(.object(template.outputs), in: nil)
    return loads
  }
}

extension Value {
  /// Calls `body` with the name of each condition in an `Fn::If`.
  func forEachCondition(_ body: (String) -> Void) {
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
