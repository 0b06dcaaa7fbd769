import CloudFormation

extension Synthesis {
  /// Parts of an API in `resources` are in its deployments too: these come after them, and are made anew for a change.
  mutating func deployRawParts() {
    if renewals.isEmpty || names.spec.resources.isEmpty { return }
    let raw = names.spec.resources.compactMap { template[$0.name] }.filter { Self.deployedTypes.contains($0.type) }
    if raw.isEmpty { return }
    for index in renewals.indices {
      guard case .api(let api, let parts) = renewals[index].source else { continue }
      let ids = raw.filter { $0.properties["ApiId"] == api }.map(\.id)
      renewals[index].source = .api(api, parts: parts + ids)
      let known = template[renewals[index].id]?.dependsOn ?? []
      template[renewals[index].id]?.dependsOn += ids.filter { !known.contains($0) }
    }
  }

  /// The types of what a deployment is a snapshot of.
  private static let deployedTypes: Set = Set(
    [ResourceType.route, .routeResponse, .integration, .integrationResponse, .model, .authorizer].map(\.name))
}
