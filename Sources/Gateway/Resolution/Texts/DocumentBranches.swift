import CloudFormation

/// An `Fn::If` in an OpenAPI document: API Gateway reads the branch that CloudFormation chooses.
extension Value {
  /// The members of a mapping; nil for other values and for functions.
  var mapping: Object? { isFunction ? nil : object }

  /// Calls a closure with this mapping, or with those of the branches of an `Fn::If`.
  func forEachMapping(_ body: (Object) -> Void) {
    if let (_, first, second) = choice {
      first.forEachMapping(body)
      second.forEachMapping(body)
    } else if let mapping {
      body(mapping)
    }
  }

  /// Calls a closure with the members of this mapping, or of those of the branches of an `Fn::If`.
  func forEachMember(_ body: (Object.Member) -> Void) {
    forEachMapping { mapping in
      for member in mapping.members { body(member) }
    }
  }

  /// This mapping, or the first one of the branches of an `Fn::If`.
  var firstMapping: Object? {
    guard let (_, first, second) = choice else { return mapping }
    return first.firstMapping ?? second.firstMapping
  }

  /// This mapping, or what the branches of an `Fn::If` have together; of a member of both, that of the first one.
  var joinedMapping: Object? {
    guard let (_, first, second) = choice else { return mapping }
    guard var joined = first.joinedMapping else { return second.joinedMapping }
    for member in second.joinedMapping?.members ?? [] where joined[member.key] == nil { joined.set(member) }
    return joined
  }

  /// The condition without which this is `AWS::NoValue`.
  var onlyCondition: String? {
    guard let (condition, _, second) = choice, second.isNothing else { return nil }
    return condition.text
  }

  /// The value with each branch of an `Fn::If` converted; of other ones, all of it.
  func convertingEachBranch(_ convert: (Value) -> Value) -> Value {
    guard let (condition, first, second) = choice else { return convert(self) }
    return ["Fn::If": [condition, first.convertingEachBranch(convert), second.convertingEachBranch(convert)]]
  }

  /// A mapping whose values are converted, in the branches of an `Fn::If` as well.
  func convertingMembers(_ convert: (Object.Member) -> Value) -> Value {
    convertingEachBranch { branch in
      guard var mapping = branch.mapping else { return branch }
      for member in mapping.members {
        mapping.set(Object.Member(key: member.key, value: convert(member), origin: member.origin))
      }
      return .object(mapping)
    }
  }

  /// A mapping whose keys are converted, in the branches of an `Fn::If` as well.
  func convertingKeys(_ convert: (String) -> String) -> Value {
    convertingEachBranch { branch in
      guard let mapping = branch.mapping else { return branch }
      var result = Object()
      for member in mapping.members { result.add(convert(member.key), member.value, origin: member.origin) }
      return .object(result)
    }
  }
}

extension Object {
  /// Calls a closure with the members of a part.
  func forEachMember(of key: String, _ body: (Member) -> Void) { self[key]?.forEachMember(body) }

  /// Changes the mapping of a member, those of all branches of an `Fn::If`, or adds one.
  mutating func convert(_ key: String, origin: Origin = .none, _ change: (inout Object) -> Void) {
    let member = member(key)
    let value = (member?.value ?? .object(Object())).convertingEachBranch { branch in
      guard var mapping = branch.isNothing ? Object() : branch.mapping else { return branch }
      change(&mapping)
      return .object(mapping)
    }
    set(Member(key: key, value: value, origin: member?.origin ?? origin))
  }
}
