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
}
