extension Value {
  /// Whether two values are the same for CloudFormation, which does not distinguish a number from its text, and ignores the
  /// order of keys.
  public func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.list(let own), .list(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.isSame(as: $1) }
    case (.object(let own), .object(let others)):
      own.members.count == others.members.count
        && own.members.allSatisfy { member in others[member.key].map { member.value.isSame(as: $0) } ?? false }
    case (.ref(let own), .ref(let other)): own == other
    case (.getAtt(let id, let attribute), .getAtt(let otherId, let otherAttribute)):
      id == otherId && attribute == otherAttribute
    case (.null, .null): true
    default: scalar != nil && scalar == other.scalar
    }
  }
}
