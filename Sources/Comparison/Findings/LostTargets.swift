import CloudFormation
import Diagnostics
import Gateway

/// Listeners that forward to a new target group in place of one whose targets another system registers: the new one has none.
struct LostTargets {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::ElasticLoadBalancingV2::TargetGroup"

  init(_ changes: StackChanges) {
    if !changes.all.contains(where: { $0.type == LostTargets.type && $0.isFresh }) { return }
    let (old, new) = (
      LostTargets.registeredOutside(changes.old.template), LostTargets.registeredOutside(changes.new.template)
    )
    var known: Set<String> = []
    for user in changes.new.template.resources where TargetGroupUse.isUser(user.type) {
      guard let before = changes.old.template[user.id] else { continue }
      let former = TargetGroupUse.groups(of: before).filter(old.contains)
      let groups = TargetGroupUse.groups(of: user)
      // Beside one that stays, it may get its targets later.
      if former.isEmpty || groups.contains(where: { former.contains($0) && !(changes[$0]?.isFresh ?? false) }) {
        continue
      }
      for group in groups where new.contains(group) && known.insert(group).inserted {
        guard let change = changes[group], change.isFresh else { continue }
        let place =
          change.action == .replaced ? change.reason.map { " because of \($0)" } ?? "" : " in place of `\(former[0])`"
        notes.append(
          UpdateNote(
            .updateIdentity,
            "the target group `\(group)` is \(change.action == .added ? "created" : change.action.rawValue)\(place) and has no "
              + "targets: those of the old one were registered outside of the stack", id: group,
            help: "register the targets in the new one; until then, requests to it fail"))
      }
    }
    notes = UpdateNote.merged(notes)
  }

  /// The target groups without targets of their own that nothing in the template refers to but load balancers and alarms.
  private static func registeredOutside(_ template: Template) -> Set<String> {
    var ids = Set(
      template.resources.filter { group in
        group.type == type && group.properties["Targets"] == nil
          && ["ip", "instance"].contains(group.properties["TargetType"]?.text ?? "instance")
      }.map(\.id))
    for resource in template.resources where !uninvolved.contains(where: resource.type.hasPrefix) {
      Value.object(resource.properties).forEachReference { ids.remove($0) }
    }
    return ids
  }

  private static let uninvolved = ["AWS::ElasticLoadBalancingV2::", "AWS::CloudWatch::"]
}
