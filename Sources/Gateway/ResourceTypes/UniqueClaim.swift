import CloudFormation

/// Values that only one resource can have at a time.
package struct UniqueClaim: Sendable {
  /// The values, after the type that they are unique for.
  package let values: [Value]
  /// The values of another resource that it cannot exist beside; mostly its own.
  package let excluded: [Value]
  private let facts: UpdateFacts
  private let source: Object

  fileprivate init(_ values: [Value], excluded: [Value]? = nil, _ facts: UpdateFacts, of properties: Object) {
    (self.values, self.excluded) = (values, excluded ?? values)
    (self.facts, source) = (facts, properties)
  }

  /// The properties with the values.
  package var properties: [String] { facts.unique.filter { source[$0] != nil } }

  /// The name among the values, if it is a text.
  package var name: String? {
    (facts.name ?? (facts.unique.count == 1 ? facts.unique[0] : nil)).flatMap { source[$0]?.text }
  }

  /// The logical IDs that the values refer to.
  package var references: Set<String> {
    var references: Set<String> = []
    for value in values { value.forEachReference { references.insert($0) } }
    return references
  }
}

extension UpdateFacts {
  /// The claims of a resource; a group of DNS records has those of each record, a security group those of its rules.
  package func claims(of properties: Object, id: String) -> [UniqueClaim] {
    switch type {
    case Self.recordGroup:
      guard case .list(let records)? = properties["RecordSets"] else { return [] }
      let facts = UpdateFacts(of: Self.record)
      let zone = properties.members.filter { $0.key.hasPrefix("HostedZone") }
      return records.compactMap(\.object).flatMap { facts.recordClaims(of: Object(zone + $0.members)) }
    case Self.record: return recordClaims(of: properties)
    case Self.securityGroup:
      return ownClaims(of: properties)
        + ["Ingress", "Egress"].flatMap { direction -> [UniqueClaim] in
          guard case .list(let rules)? = properties["SecurityGroup\(direction)"] else { return [] }
          let facts = UpdateFacts(of: type + direction)
          return rules.compactMap(\.object).flatMap { rule in
            facts.ownClaims(of: Object([.init(key: "GroupId", value: .ref(id))] + rule.members))
          }
        }
    default: return ownClaims(of: properties)
    }
  }

  private func ownClaims(of properties: Object) -> [UniqueClaim] {
    claim(of: properties).map { [UniqueClaim([.string(type)] + $0, self, of: properties)] } ?? []
  }

  /// A record of its name and type; and a CNAME record is the only one of its name.
  private func recordClaims(of properties: Object) -> [UniqueClaim] {
    guard let values = claim(of: properties) else { return [] }
    let owner = zip(unique, values).filter { $0.0 != "Type" && $0.0 != "SetIdentifier" }.map(\.1)
    let isCname = properties["Type"]?.text == "CNAME"
    let (own, other) = (owner + [.bool(isCname)], owner + [.bool(!isCname)])
    return [
      UniqueClaim([.string(type)] + values, self, of: properties),
      UniqueClaim([.string("CNAME")] + own, excluded: [.string("CNAME")] + other, self, of: properties),
    ]
  }

  private static let record = "AWS::Route53::RecordSet"
  private static let securityGroup = "AWS::EC2::SecurityGroup"
  private static let recordGroup = "AWS::Route53::RecordSetGroup"
}
