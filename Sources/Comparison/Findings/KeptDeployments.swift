import CloudFormation
import Diagnostics
import Gateway

/// Deployments that stay while their API changes: the stage continues with the old routes.
struct KeptDeployments {
  private(set) var notes: [UpdateNote] = []
  private static let prefix = "AWS::ApiGatewayV2::"
  /// The changes that it does not contain.
  private static let outside = DeploymentContent.omitted.union([
    "DeletionPolicy", "DependsOn", "Metadata", "UpdateReplacePolicy",
  ])

  init(_ changes: StackChanges) {
    let kept = changes.new.template.resources.filter { resource in
      resource.type == KeptDeployments.prefix + "Deployment" && changes.old.template[resource.id] != nil
        && !changes.isFresh(resource.id)
    }
    if kept.isEmpty { return }
    let stages = changes.new.template.resources.filter { $0.type == KeptDeployments.prefix + "Stage" }
    for deployment in kept {
      guard stages.contains(where: { $0.properties["DeploymentId"]?.reference == deployment.id }),
        let api = deployment.properties["ApiId"]?.identity
      else { continue }
      let changed = changes.all.filter { KeptDeployments.isCopied($0, of: api, changes) }
      if changed.isEmpty { continue }
      notes.append(
        UpdateNote(
          .updateVersion,
          "the deployment `\(deployment.id)` does not get the changes of "
            + UpdateNote.list(changed.map(\.id)),
          id: deployment.id, help: "use another logical ID for the deployment"))
    }
  }

  private static func isCopied(_ change: ResourceChange, of api: Value, _ changes: StackChanges) -> Bool {
    if change.type == prefix + "Api" {
      guard .ref(change.id) == api else { return false }
    } else {
      guard DeploymentContent.parts.contains(change.type),
        let part = changes.new.template[change.id] ?? changes.old.template[change.id],
        part.properties["ApiId"]?.identity == api
      else { return false }
    }
    return change.action != .changed
      || change.properties.contains { !outside.contains($0.top) }
  }
}
