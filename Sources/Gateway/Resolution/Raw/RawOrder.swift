import CloudFormation

/// What CloudFormation makes before what.
struct RawOrder {
  private let spec: ResolvedSpec
  private var resources: [String: RawResource] = [:]

  init(_ spec: ResolvedSpec) {
    self.spec = spec
    for resource in spec.rawResourcesByType.values.joined() { resources[resource.id] = resource }
  }

  /// The logical ids that a resource waits for, as far as `resources` tells.
  func before(_ id: String) -> Set<String> {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      guard let resource = resources[next] else { continue }
      var ids = resource.dependsOn.flatMap { spec.values.dependencies($0.text ?? "", at: $0.mark) }
      resource.properties.value.forEachReference { ids.append($0) }
      for id in ids where found.insert(id).inserted { open.append(id) }
    }
    return found
  }
}

extension RawResource {
  /// What `DependsOn` names, one or many.
  fileprivate var dependsOn: [RawProperty] {
    guard let names = attributes["DependsOn"] else { return [] }
    return names.items ?? [names]
  }
}
