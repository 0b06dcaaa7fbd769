import SpecReading

/// The listener that forwards to a target group, which the group takes after.
struct TargetGroupUser {
  let balancer: Named<LoadBalancerElement>
  let listener: Named<ListenerElement>
}

extension Spec {
  /// The first listener that forwards to each target group.
  var targetGroupUsers: [String: TargetGroupUser] {
    var users: [String: TargetGroupUser] = [:]
    for balancer in loadBalancers {
      for listener in balancer.value.listeners {
        guard case .created(let created) = listener.value.form else { continue }
        for action in [created.action] + created.rules.map(\.value.action) {
          for name in action?.targetGroups ?? [] where users[name] == nil {
            users[name] = TargetGroupUser(balancer: balancer, listener: listener)
          }
        }
      }
    }
    return users
  }
}

extension ListenerAction {
  /// The target groups that it forwards to by name.
  var targetGroups: [String] {
    guard case .forward(let targets) = self else { return [] }
    return targets.items.compactMap {
      if case .named(let target) = $0.form { target.targetGroup.literal } else { nil }
    }
  }
}

extension SpecNames {
  /// The first listener that forwards to a target group.
  func user(ofTargetGroup name: String) -> TargetGroupUser? { targetGroupUsers[name] }
}
