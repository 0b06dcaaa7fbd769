import CloudFormation
import Gateway

extension StackChanges {
  /// Whether two values are the same because `!Ref` returns what an attribute does: `!Ref Group` and
  /// `!GetAtt Group.GroupId`.
  func areSame(_ one: Value?, _ other: Value?) -> Bool {
    guard let one, let other else { return false }
    return old.template.withPlainReferences(one.canonical).isSame(as: new.template.withPlainReferences(other.canonical))
  }
}

extension Template {
  /// A value with `!Ref` in place of each attribute that it returns as well, and with the text that a `!Ref` returns.
  fileprivate func withPlainReferences(_ value: Value) -> Value {
    switch value {
    case .getAtt(let id, let attribute):
      guard let resource = self[id], resource.isReturned(byRef: attribute) else { return value }
      return resource.textOfRef.map(Value.string) ?? .ref(id)
    case .ref(let id): return self[id]?.textOfRef.map(Value.string) ?? value
    case .list(let items): return .list(items.map(withPlainReferences))
    case .object(let object):
      return .object(
        Object(
          object.members.map { .init(key: $0.key, value: withPlainReferences($0.value), origin: $0.origin) }))
    case .string, .number, .bool, .null: return value
    }
  }
}

extension Resource {
  /// The name that `!Ref` returns, if it is in the template.
  var textOfRef: String? { UpdateFacts.propertyReturnedByRef(to: type).flatMap { properties[$0]?.text } }

  /// Whether `!Ref` returns an attribute. A security group outside of a VPC has a name there (source: CloudFormation template
  /// reference, AWS::EC2::SecurityGroup).
  fileprivate func isReturned(byRef attribute: String) -> Bool {
    if type == "AWS::EC2::SecurityGroup" {
      return properties["VpcId"] != nil && (attribute == "GroupId" || attribute == "Id")
    }
    return UpdateFacts.propertyReturnedByRef(to: type) == attribute
  }
}
