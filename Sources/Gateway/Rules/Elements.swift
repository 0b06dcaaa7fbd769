import SpecReading

extension ResolvedSpec {
  /// Every listener, with its load balancer.
  func forEachListener(_ body: (Named<LoadBalancerElement>, Named<ListenerElement>) -> Void) {
    for balancer in names.spec.loadBalancers {
      for listener in balancer.value.listeners { body(balancer, listener) }
    }
  }

  /// Every target group that the stack creates, those in their place under `forward` too, and a listener that forwards
  /// to it.
  func forEachTargetGroup(_ body: (CreatedTargetGroup, TargetGroupUser?) -> Void) {
    for element in names.spec.targetGroups {
      if case .created(let group) = element.value.form { body(group, names.user(ofTargetGroup: element.name)) }
    }
    forEachListener { balancer, listener in
      guard case .created(let created) = listener.value.form else { return }
      for action in [created.action] + created.rules.map(\.value.action) {
        guard case .forward(let targets) = action else { continue }
        for target in targets.items {
          guard case .inline(let inline) = target.form, case .created(let group) = inline.form else { continue }
          body(group, TargetGroupUser(balancer: balancer, listener: listener))
        }
      }
    }
  }
}
