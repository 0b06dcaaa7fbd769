import CloudFormation
import Diagnostics

/// Resources that lose their web ACL.
struct WebAcls {
  private(set) var notes: [UpdateNote] = []

  private static let type = "AWS::WAFv2::WebACLAssociation"

  init(_ changes: StackChanges) {
    let ends = changes.all.filter { $0.type == WebAcls.type && $0.deletesOld && !$0.isRetained }
    if ends.isEmpty { return }
    var associations: [Value: Resource] = [:]
    for resource in changes.new.template.resources where resource.type == WebAcls.type {
      if let target = WebAcls.target(resource.properties), associations[target] == nil {
        associations[target] = resource
      }
    }
    for end in ends {
      guard let old = changes.old.template[end.id]?.properties, let target = WebAcls.target(old) else { continue }
      let isGone = target.reference.flatMap { changes[$0] }.map { $0.isFresh || $0.deletesOld } ?? false
      if isGone { continue }
      guard let next = associations[target] else {
        notes.append(
          UpdateNote(
            .updateOpensRoute, "`\(target.words)` loses its web ACL: `\(end.id)` no longer sets it",
            id: end.id,
            help: "keep the association, unless requests may come unfiltered"))
        continue
      }
      // With the same web ACL, it is not created a second time.
      guard changes.isFresh(next.id), old["WebACLArn"]?.canonical != next.properties["WebACLArn"]?.canonical
      else { continue }
      // `DisassociateWebACL` removes whatever ACL a resource has (source: pulumi-aws issue 4782).
      notes.append(
        UpdateNote(
          .updateDeletesUsed,
          "the update may leave `\(target.words)` without a web ACL: the deletion of the old `\(end.id)` removes what the "
            + "new one sets",
          id: next.id,
          help: "remove the association in one deployment and add it in the next one, or "
            + (end.action == .replaced
              ? "set `UpdateReplacePolicy: Retain`" : "deploy `DeletionPolicy: Retain` of the old one first")))
    }
  }

  private static func target(_ properties: Object) -> Value? { properties["ResourceArn"]?.canonical.identity }
}
