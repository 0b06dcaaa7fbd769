import CloudFormation

extension Model {
  /// The logical IDs of the resources that CloudFormation creates before a resource: those that it depends on.
  func createdBefore(_ resource: Resource) -> Set<String> {
    var found: Set<String> = []
    var open = [resource.id]
    while let next = open.popLast() {
      guard let record = self.resource(next)?.record else { continue }
      var ids = record.dependsOn
      Value.object(record.properties).forEachReference { ids.append($0) }
      for id in ids where found.insert(id).inserted { open.append(id) }
    }
    return found
  }

  /// Whether CloudFormation creates a resource after one of others.
  func creates(_ resource: Resource, afterOneOf others: [Resource]) -> Bool {
    let before = createdBefore(resource)
    return others.contains { before.contains($0.id) }
  }

  /// The word for a listener or a rule in `DependsOn`.
  func dependency(on resource: Resource) -> String {
    if resource.isRaw { return resource.id }
    for listener in balancing.listeners {
      guard let balancer = listener.balancer else { continue }
      let place = "loadBalancers.\(balancer.name).listeners.\(listener.name)"
      if listener.resource.id == resource.id { return place }
      if listener.rules.contains(where: { $0.resource.id == resource.id }), let priority = resource["Priority"]?.text {
        return "\(place).rules.\(priority)"
      }
    }
    return resource.id
  }
}
