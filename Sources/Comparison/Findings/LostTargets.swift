import CloudFormation
import Diagnostics
import Gateway

/// Target groups without targets: new ones in place of those whose targets another system registers, and those that lose their
/// own.
struct LostTargets {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges
  /// The target groups of both versions whose targets are registered outside of the stack.
  private let outside: (old: Set<String>, new: Set<String>)
  /// The new target groups that have no targets, with what happens to them, in the order in which they are found.
  private var lost: [(id: String, former: String?, cause: String)] = []
  private static let type = "AWS::ElasticLoadBalancingV2::TargetGroup"

  init(_ changes: StackChanges) {
    self.changes = changes
    for change in changes.all where change.type == LostTargets.type && change.action == .changed {
      guard changes.old.template[change.id]?.properties["Targets"] != nil,
        changes.new.template[change.id]?.properties["Targets"] == nil
      else { continue }
      notes.append(
        UpdateNote(
          .updateIdentity, "the target group `\(change.id)` loses its targets, and the template registers no others",
          id: change.id, help: "keep them until another system has registered its own"))
    }
    if !changes.all.contains(where: { $0.type == LostTargets.type && $0.isFresh }) {
      outside = ([], [])
      return
    }
    outside = (
      LostTargets.registeredOutside(changes.old.template), LostTargets.registeredOutside(changes.new.template)
    )
    for user in changes.new.template.resources where TargetGroupUse.isUser(user.type) {
      guard let before = changes.old.template[user.id] else { continue }
      compare(TargetGroupUse.groups(of: before), TargetGroupUse.groups(of: user))
    }
    // A route may lead to another listener.
    for property in ["DefaultActions", "Actions"] {
      let old = LostTargets.byRoute(changes.old.template, property)
      for (route, groups) in LostTargets.byRoute(changes.new.template, property).sorted(by: { $0.key < $1.key }) {
        if let before = old[route] { compare(before, groups) }
      }
    }
    // One change often concerns all target groups of a load balancer.
    for group in Dictionary(grouping: lost, by: \.cause).values.sorted(by: { $0[0].id < $1[0].id }) {
      let first = group[0]
      notes.append(
        UpdateNote(
          .updateIdentity,
          "the target group `\(first.id)` is \(first.cause)\(first.former.map { " in place of `\($0)`" } ?? "") and has no targets: "
            + "those of the old one were registered outside of the stack"
            + UpdateNote.sameHappens(to: group.dropFirst().map(\.id)), id: first.id,
          help: "register the targets in the new one; until then, requests to it fail"))
    }
  }

  /// Notes the new target groups among those that something forwards to, if it forwarded to others before.
  private mutating func compare(_ before: [String], _ groups: [String]) {
    let former = before.filter(outside.old.contains)
    // Beside one that stays, it may get its targets later.
    if former.isEmpty || groups.contains(where: { former.contains($0) && !changes.isFresh($0) }) { return }
    for group in groups where outside.new.contains(group) && !lost.contains(where: { $0.id == group }) {
      guard let change = changes[group], change.isFresh else { continue }
      let isNew = change.action == .added
      let reason = change.action == .replaced ? change.reason.map { " because of \($0)" } ?? "" : ""
      lost.append((group, isNew ? former[0] : nil, isNew ? "created" : change.action.rawValue + reason))
    }
  }

  /// The target groups that requests of each route reach through these actions of the listener of its integration, or of the
  /// listener's rules.
  private static func byRoute(_ template: Template, _ actions: String) -> [String: [String]] {
    var byListener: [String: [String]] = [:]
    for user in template.resources where TargetGroupUse.isUser(user.type) && user.properties[actions] != nil {
      guard let listener = user.properties["ListenerArn"].map(\.identity.reference) ?? user.id else { continue }
      byListener[listener, default: []] += TargetGroupUse.groups(of: user)
    }
    if byListener.isEmpty { return [:] }
    var byRoute: [String: [String]] = [:]
    for route in template.resources where route.type == "AWS::ApiGatewayV2::Route" {
      guard let integration = route.properties["Target"]?.reference.flatMap({ template[$0] }),
        let listener = integration.properties["IntegrationUri"]?.identity.reference
      else { continue }
      byRoute[route.id] = byListener[listener]
    }
    return byRoute
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
