import CloudFormation

/// The conditions of both versions of a stack, whose parameters keep their values.
struct UpdateConditions {
  typealias Literal = ConditionLogic.Literal

  private let logic: ConditionLogic
  /// Whether the old conditions have names of their own.
  private let areRenamed: Bool

  init(_ old: Template, _ new: Template) {
    let before = old.section("Conditions")
    let after = new.section("Conditions")
    areRenamed = !Value.object(before).isSame(as: .object(after))
    guard areRenamed else {
      logic = ConditionLogic(new)
      return
    }
    var both = Template()
    both.sections["Conditions"] = .object(
      Object(
        after.members
          + before.members.map {
            .init(key: Self.nameOfOld($0.key), value: $0.value.renamingConditions(Self.nameOfOld))
          }))
    var parameters = old.section("Parameters")
    for parameter in new.section("Parameters").members { parameters.set(parameter) }
    both.sections["Parameters"] = .object(parameters)
    logic = ConditionLogic(both)
  }

  private static func nameOfOld(_ name: String) -> String { "\(name) of the old version" }

  /// Whether these hold at once in some stack, in which none of `others` holds; true if that is unknown.
  func mayMeet(new: [Literal], old: [Literal], without others: [[Literal]]) -> Bool {
    logic.mayHold(new + known(old), without: others.map(known)) ?? true
  }

  /// Whether these conditions of the old version hold in some stack in which none of `new` does; true if that is unknown.
  func mayHold(old: [Literal], withoutNew new: [[Literal]]) -> Bool { logic.mayHold(known(old), without: new) ?? true }

  /// Whether a condition of the old version holds in the same stacks as one of the new version.
  func areSame(old: String, new: String) -> Bool {
    !mayMeet(new: [.holds(new)], old: [.init(name: old, holds: false)], without: [])
      && !mayMeet(new: [.init(name: new, holds: false)], old: [.holds(old)], without: [])
  }

  private func known(_ old: [Literal]) -> [Literal] {
    areRenamed ? old.map { $0.renamed(UpdateConditions.nameOfOld) } : old
  }
}

extension Resource {
  /// The condition under which it exists.
  var guards: [ConditionLogic.Literal] { condition.map { [.holds($0)] } ?? [] }
}

extension ConditionLogic.Literal {
  /// `Prod` or `not Prod`.
  var words: String { holds ? "`\(name)`" : "not `\(name)`" }
}
