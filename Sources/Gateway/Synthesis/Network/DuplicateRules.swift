import CloudFormation

extension Synthesis {
  /// Removes the rules of security groups that the program adds although the author wrote them as well: EC2 rejects the
  /// second one.
  mutating func removeDuplicateRules() {
    if admitted.isEmpty { return }
    let types = [ResourceType.ingress.name, ResourceType.securityGroup.name]
    let resources = template.resources.indices.filter { types.contains(template.resources[$0].type) }
      .map { template.resources[$0] }
    let own = resources.filter { admitted.contains($0.id) }
    if own.isEmpty { return }
    var written: [[Value]: [String?]] = [:]
    for resource in resources where !admitted.contains(resource.id) {
      for rule in Synthesis.ingressRules(of: resource) { written[rule, default: []].append(resource.condition) }
    }
    if written.isEmpty { return }
    let logic = ConditionLogic(template)
    let doubled = own.filter { resource in
      let known = resource.condition.map { [ConditionLogic.Literal.holds($0)] } ?? []
      return Synthesis.ingressRules(of: resource).contains { rule in
        (written[rule] ?? []).contains { other in other.map { logic.implies(known, $0) == true } ?? true }
      }
    }
    let ids = Set(doubled.map(\.id))
    template.remove(ids)
    placed.removeAll { ids.contains($0.id) }
  }

  /// The rules of a resource between two security groups, as EC2 identifies them: groups, protocol and ports.
  private static func ingressRules(of resource: CloudFormation.Resource) -> [[Value]] {
    switch resource.type {
    case ResourceType.ingress.name:
      return [resource.properties["GroupId"].flatMap { rule(resource.properties, of: $0) }].compactMap { $0 }
    case ResourceType.securityGroup.name:
      guard case .list(let items) = resource.properties["SecurityGroupIngress"] else { return [] }
      return items.compactMap { $0.object.flatMap { rule($0, of: .ref(resource.id)) } }
    default: return []
    }
  }

  private static func rule(_ properties: Object, of group: Value) -> [Value]? {
    guard let source = properties["SourceSecurityGroupId"] else { return nil }
    let numbers = ["FromPort", "ToPort", "IpProtocol"].map { properties[$0] ?? .null }
    return [groupIdentity(group), groupIdentity(source)] + numbers.map { $0.scalar.map { .string($0) } ?? $0 }
  }

  /// `Ref` and `GroupId` of a group are the same.
  private static func groupIdentity(_ value: Value) -> Value {
    if case .getAtt(let id, "GroupId") = value { .ref(id) } else { value }
  }
}
