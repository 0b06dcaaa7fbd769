extension Value {
  /// A value, and the conditions under which an `Fn::If` gives it.
  public typealias Guarded = (value: Value, guards: [ConditionLogic.Literal])

  /// The values that it may be: the branches of an `Fn::If`, or itself.
  public var guarded: [Guarded] {
    guard let choice, let name = choice.condition.text else { return [(self, [])] }
    return [(choice.first, true), (choice.second, false)].flatMap { branch, holds in
      branch.guarded.map { ($0.value, [.init(name: name, holds: holds)] + $0.guards) }
    }
  }

  /// The items of a list, with the branches of each `Fn::If` for it or for one of them.
  public var guardedItems: [Guarded] {
    guarded.flatMap { list -> [Guarded] in
      guard case .list(let items) = list.value else { return [] }
      return items.flatMap { $0.guarded }.map { ($0.value, list.guards + $0.guards) }
    }
  }
}

extension Object {
  /// The maximum number of ways to choose; other members remain as they are.
  private static let choiceLimit = 16

  /// The object for each way to choose among the branches of some members; a member that is `AWS::NoValue` is missing.
  public func guarded(_ keys: [String]) -> [(object: Object, guards: [ConditionLogic.Literal])] {
    var all: [(object: Object, guards: [ConditionLogic.Literal])] = [(self, [])]
    for key in keys {
      guard let branches = self[key]?.guarded, branches.count > 1,
        all.count * branches.count <= Object.choiceLimit
      else { continue }
      all = all.flatMap { one in
        branches.map { branch in
          var object = one.object
          object[key] = branch.value.isNothing ? nil : branch.value
          return (object, one.guards + branch.guards)
        }
      }
    }
    return all
  }
}
