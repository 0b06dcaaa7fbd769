import CloudFormation

extension Synthesis {
  /// Parts of an API in `resources` are in its deployments too: these come after them, and are renewed when they change.
  mutating func deployRawParts() {
    if renewals.isEmpty || names.spec.resources.isEmpty { return }
    let raw = names.spec.resources.compactMap { template[$0.name] }.filter { DeploymentContent.parts.contains($0.type) }
    if raw.isEmpty { return }
    for index in renewals.indices {
      guard case .api(let api, let parts) = renewals[index].source else { continue }
      let ids = raw.filter { $0.properties["ApiId"] == api }.map(\.id)
      renewals[index].source = .api(api, parts: parts + ids)
      let known = template[renewals[index].id]?.dependsOn ?? []
      template[renewals[index].id]?.dependsOn += ids.filter { !known.contains($0) }
    }
  }
}
