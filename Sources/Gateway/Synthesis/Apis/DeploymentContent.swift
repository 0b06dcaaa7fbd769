import CloudFormation

/// The content of a deployment of an API: a snapshot of the API and its parts.
package enum DeploymentContent {
  /// The types of the parts.
  package static let parts = Set(
    [ResourceType.route, .routeResponse, .integration, .integrationResponse, .model, .authorizer].map(\.name))
  /// The properties of an API and its parts that change nothing for callers.
  package static let omitted: Set = ["Name", "Description", "Version", "Tags"]

  /// The other properties.
  static func content(of resource: CloudFormation.Resource) -> Object {
    Object(resource.properties.members.filter { !omitted.contains($0.key) })
  }
}
