extension Value {
  /// Calls `body` with every reference and the conditions of the `Fn::If` around it.
  public func forEachReference(
    under guards: [ConditionLogic.Literal], _ body: (String, [ConditionLogic.Literal]) -> Void
  ) {
    switch self {
    case .list(let items): for item in items { item.forEachReference(under: guards, body) }
    case .object(let object):
      if let choice, let condition = choice.condition.text {
        choice.first.forEachReference(under: guards + [.holds(condition)], body)
        choice.second.forEachReference(under: guards + [.init(name: condition, holds: false)], body)
      } else if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        guard case .list(let parts) = object.members[0].value, parts.count == 2 else {
          return forEachReference { body($0, guards) }
        }
        Value.forEachName(in: parts[0].text ?? "", except: parts[1].object) { body(Value.id(of: $0), guards) }
        parts[1].forEachReference(under: guards, body)
      } else {
        for member in object.members { member.value.forEachReference(under: guards, body) }
      }
    case .ref, .getAtt: forEachReference { body($0, guards) }
    case .string, .number, .bool, .null: break
    }
  }
}
