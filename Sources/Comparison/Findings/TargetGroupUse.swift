import CloudFormation
import Diagnostics
import Gateway

/// Target groups that would belong to two load balancers during an update, which Elastic Load Balancing rejects.
struct TargetGroupUse {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges

  /// `failing`: load balancers whose creation fails.
  init(_ changes: StackChanges, besides failing: Set<String>) {
    self.changes = changes
    let old = TargetGroupUse.holders(in: changes.old.template)
    // A load balancer often takes all of its target groups with it.
    var order: [Value] = []
    var users: [Value: [(group: String, user: String)]] = [:]
    for change in changes.all where change.action != .deleted && TargetGroupUse.isUser(change.type) {
      guard let resource = changes.new.template[change.id],
        let holder = TargetGroupUse.holder(of: resource, in: changes.new.template),
        !(holder.reference.map(failing.contains) ?? false)
      else { continue }
      for group in TargetGroupUse.groups(of: resource) where !changes.isFresh(group) {
        guard let before = old[group], before != holder || isReplaced(holder) else { continue }
        if users[holder] == nil { order.append(holder) }
        users[holder, default: []].append((group, change.id))
      }
    }
    for holder in order {
      guard let users = users[holder], let first = users.first else { continue }
      let groups = users.map(\.group).distinct
      let names = UpdateNote.list(groups)
      notes.append(
        UpdateNote(
          .updateCollision,
          groups.count == 1
            ? "the update fails: the target group \(names) still belongs to another load balancer; `\(first.user)` forwards to it"
            : "the update fails: the target groups \(names) still belong to another load balancer; `\(first.user)` forwards to the first one",
          id: first.user,
          help: groups.count == 1
            ? "use another key or logical ID for the target group as well, so that the new load balancer has its own"
            : "use other keys or logical IDs for the target groups as well, so that the new load balancer has its own"))
    }
  }

  private func isReplaced(_ holder: Value) -> Bool {
    guard case .ref(let id) = holder else { return false }
    return changes[id]?.action == .replaced
  }

  /// The load balancer of each target group.
  private static func holders(in template: Template) -> [String: Value] {
    var holders: [String: Value] = [:]
    for resource in template.resources where isUser(resource.type) {
      guard let holder = holder(of: resource, in: template) else { continue }
      for group in groups(of: resource) { holders[group] = holder }
    }
    return holders
  }

  static func isUser(_ type: String) -> Bool {
    type == "AWS::ElasticLoadBalancingV2::Listener" || type == "AWS::ElasticLoadBalancingV2::ListenerRule"
  }

  /// The load balancer of a listener, or of a rule's listener.
  private static func holder(of resource: Resource, in template: Template) -> Value? {
    if let balancer = resource.properties["LoadBalancerArn"] { return balancer }
    guard case .ref(let listener)? = resource.properties["ListenerArn"] else { return nil }
    return template[listener]?.properties["LoadBalancerArn"]
  }

  /// The target groups that the actions refer to, by logical ID or ARN.
  static func groups(of resource: Resource) -> [String] {
    var groups: [String] = []
    for name in ["DefaultActions", "Actions"] {
      resource.properties[name]?.forEachTargetGroup { groups.append($0) }
    }
    return groups.distinct
  }
}

extension Value {
  /// Calls `body` with each resource or ARN in a `TargetGroupArn`.
  fileprivate func forEachTargetGroup(_ body: (String) -> Void) {
    switch self {
    case .list(let items): for item in items { item.forEachTargetGroup(body) }
    case .object(let object):
      for member in object.members {
        if member.key == "TargetGroupArn", let id = member.value.reference ?? member.value.text {
          body(id)
        } else {
          member.value.forEachTargetGroup(body)
        }
      }
    default: break
    }
  }
}
