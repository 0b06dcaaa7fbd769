import CloudFormation

/// The conditions on which a value of a block depends, each with whether it is true.
typealias Branch = [(name: String, holds: Bool)]

extension Value {
  /// The value where a condition is true, otherwise `AWS::NoValue`; itself without a condition.
  func under(_ condition: String?) -> Value { condition.map { under([($0, true)]) } ?? self }

  /// The value where a branch applies, otherwise another one.
  func under(_ branch: Branch, else rest: Value = .nothing) -> Value {
    branch.reversed().reduce(self) { value, condition in
      let arms: [Value] = condition.holds ? [value, rest] : [rest, value]
      return ["Fn::If": .list([.string(condition.name)] + arms)]
    }
  }
}
