/// The conditions, names and mappings that the functions of a template ask for.
public struct Questions: Sendable {
  /// The conditions that an `Fn::If` decides by, in order.
  public private(set) var conditions: [String] = []
  /// The names that are referred to.
  public private(set) var names: Set<String> = []
  /// For each mapping, the names whose values select its row, with the mapping.
  public private(set) var rows: [(mapping: String, name: String)] = []
  /// Whether a mapping is looked into.
  public private(set) var hasFindInMap = false

  /// The questions of resources and outputs.
  public init(_ template: Template) {
    for index in template.resources.indices { add(template.resources[index].properties) }
    add(template.outputs)
  }

  private mutating func add(_ object: Object) {
    for index in object.members.indices { add(object.members[index].value) }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .list(let items): for index in items.indices { add(items[index]) }
    case .ref(let name): names.insert(name)
    case .object(let object):
      if let condition = value.choice?.condition.text {
        if !conditions.contains(condition) { conditions.append(condition) }
      } else if object.members.count == 1, object.members[0].key == "Fn::FindInMap",
        case .list(let keys) = object.members[0].value, keys.count > 2
      {
        hasFindInMap = true
        if let mapping = keys[0].text, case .ref(let name) = keys[1] { rows.append((mapping, name)) }
      } else if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        value.forEachReference { names.insert($0) }
      }
      add(object)
    case .string, .number, .bool, .null, .getAtt: break
    }
  }
}
