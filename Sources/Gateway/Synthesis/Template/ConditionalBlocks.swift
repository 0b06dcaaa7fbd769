import CloudFormation
import SpecReading
import YAMLTree

extension Value {
  /// The value of a block that may depend on conditions: an `Fn::If` for each of them, `AWS::NoValue` for no value; nil
  /// if it has none at all.
  static func choice<T>(
    _ block: Conditional<T>?, under branch: Branch = [], _ convert: (T, Branch) -> Value?
  ) -> Value? {
    switch block {
    case .value(let value): return convert(value, branch)
    case .nothing, nil: return nil
    case .either(let condition, _, let first, let second):
      guard let name = condition.literal else { return nil }
      return choice(
        name, choice(first, under: branch + [(name, true)], convert),
        choice(second, under: branch + [(name, false)], convert))
    }
  }

  /// An `Fn::If`; nil if both values are.
  static func choice(_ condition: String, _ first: Value?, _ second: Value?) -> Value? {
    guard first != nil || second != nil else { return nil }
    return ["Fn::If": [.string(condition), first ?? .nothing, second ?? .nothing]]
  }
}

extension Value {
  /// The converted value. A choice of `AWS::NoValue` stays the outermost: in a list, a part of an
  /// item would be removed otherwise, and not the item.
  @inline(never)
  func forEachChoice(_ convert: (Value) -> Value) -> Value {
    guard let (condition, first, second) = choice, first.mayBeNothing || second.mayBeNothing else {
      return convert(self)
    }
    func converted(_ value: Value) -> Value { value.isNothing ? value : value.forEachChoice(convert) }
    return ["Fn::If": [condition, converted(first), converted(second)]]
  }

  /// The result of a conversion of a list. If one condition decides on all items, it decides on the whole.
  static func commonChoice(of items: [Value], _ convert: ([Value]) -> Value) -> Value {
    let choices = items.compactMap(\.choice)
    guard let common = choices.first, choices.count == items.count,
      choices.allSatisfy({
        $0.condition == common.condition && $0.first.isNothing == common.first.isNothing
          && $0.second.isNothing == common.second.isNothing
      }), common.first.isNothing != common.second.isNothing
    else { return convert(items) }
    let values = convert(choices.map { common.first.isNothing ? $0.second : $0.first })
    let arms: [Value] = common.first.isNothing ? [.nothing, values] : [values, .nothing]
    return ["Fn::If": .list([common.condition] + arms)]
  }
}

extension Object {
  /// Adds a field of a block that may depend on conditions. Where the block does not set it, the other block does.
  mutating func add<B, T>(
    _ key: String, _ block: Conditional<B>?, else other: Conditional<B>? = nil, _ field: (B) -> Given<T>?,
    _ convert: (Given<T>) -> Value
  ) {
    let rest = Object.field(of: other, field, convert, else: nil)
    guard let (value, node) = Object.field(of: block, field, convert, else: rest?.value) ?? rest else { return }
    add(key, value, origin: Origin(of: node))
  }

  private static func field<B, T>(
    of block: Conditional<B>?, _ field: (B) -> Given<T>?, _ convert: (Given<T>) -> Value, else rest: Value?
  ) -> (value: Value, node: Node?)? {
    switch block {
    case .value(let block): return field(block).map { (convert($0), $0.node) }
    case .nothing, nil: return nil
    case .either(let condition, let node, let first, let second):
      let values = [first, second].map { Object.field(of: $0, field, convert, else: rest)?.value }
      guard let name = condition.literal, values.contains(where: { $0 != nil }),
        let value = Value.choice(name, values[0] ?? rest, values[1] ?? rest)
      else { return nil }
      return (value, node)
    }
  }
}

extension Synthesis {
  /// The condition that is true wherever the branch applies.
  mutating func condition(of branch: Branch) -> String? { allOf(branch.map { $0.holds ? $0.name : not($0.name) }) }
}

extension Object {
  /// The properties of a route that decide who can call it.
  package static let authorizationKeys = ["AuthorizationType", "AuthorizerId", "AuthorizationScopes"]

  /// The authorization of a route that depends on a condition.
  package static func authorization(_ condition: String, _ first: Object, _ second: Object, origin: Origin) -> Object {
    var properties = Object()
    for key in authorizationKeys {
      let (one, two) = (first[key], second[key])
      properties.add(key, one == two ? one : .choice(condition, one, two), origin: origin)
    }
    return properties
  }
}
