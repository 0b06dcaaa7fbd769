import CloudFormation

extension Value {
  /// The number of its characters as JSON without white space, at the least: functions count as nothing.
  var leastSize: Int {
    switch self {
    case .string(let text): text.utf8.count + 2
    case .number(let literal): literal.utf8.count
    case .bool, .null: 4
    case .list(let items): items.map { $0.leastSize + 1 }.reduce(items.isEmpty ? 2 : 1, +)
    case .object(let object) where object.members.count == 1 && object.members[0].key.hasPrefix("Fn::"): 0
    case .object(let object):
      object.members.map { $0.key.utf8.count + 4 + $0.value.leastSize }.reduce(object.isEmpty ? 2 : 1, +)
    case .ref, .getAtt: 0
    }
  }
}
