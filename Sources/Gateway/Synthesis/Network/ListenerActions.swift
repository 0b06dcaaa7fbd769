import CloudFormation
import SpecReading
import YAMLTree

/// Whose actions are written: what target groups in their place take after.
struct Forwarder {
  let path: String
  let balancer: Named<LoadBalancerElement>
  let listener: Named<ListenerElement>
  /// The elements around, from the outermost.
  let owners: [ElementOptions]
}

extension Synthesis {
  /// An action, as the list that listeners and rules take.
  mutating func actions(
    _ action: ListenerAction, after validation: Conditional<JwtValidation>?, _ forwarder: Forwarder
  ) -> Value {
    // A step of its own: as an argument of the next call it would be made while that call holds a copy of the template.
    let last = actions(action, forwarder)
    return actions(last, after: validation)
  }

  private mutating func actions(_ action: ListenerAction, _ forwarder: Forwarder) -> Value {
    switch action {
    case .redirect(let redirect):
      let config = Value.choice(redirect) { redirect, _ in .object(self.config(of: redirect)) }
      return [["Type": "redirect", "RedirectConfig": config ?? [:]]]
    case .fixedResponse(let response):
      let config = Value.choice(response) { response, _ in .object(self.config(of: response)) }
      return [["Type": "fixed-response", "FixedResponseConfig": config ?? [:]]]
    case .forward(let targets):
      var groups: [(arn: Value, origin: Origin, weight: Given<Int>?)] = []
      for (index, target) in targets.items.enumerated() {
        switch target.form {
        case .named(let named):
          values.reference(.targetGroup, named.targetGroup).map {
            groups.append(($0, Origin(of: named.targetGroup.node), named.weight))
          }
        case .inline(let inline): writeInline(inline, index, forwarder).map { groups.append(($0, .none, nil)) }
        case nil: break
        }
      }
      if groups.count == 1, groups[0].weight == nil {
        var forward = Object()
        forward.add("Type", "forward")
        forward.add("TargetGroupArn", groups[0].arn, origin: groups[0].origin)
        return .list([.object(forward)])
      }
      // AWS requires weights if there are several; without any the groups get equal shares.
      let hasNone = groups.allSatisfy { $0.weight == nil }
      let weighted: [Value] = groups.map { group in
        var entry = Object()
        entry.add("TargetGroupArn", group.arn, origin: group.origin)
        entry.add("Weight", group.weight, default: hasNone ? 1 : nil) { value($0) }
        return .object(entry)
      }
      return [["Type": "forward", "ForwardConfig": ["TargetGroups": .list(weighted)]]]
    }
  }

  private func config(of redirect: Redirect) -> Object {
    var config = Object()
    config.add("Protocol", redirect.protocol) { value($0) }
    config.add("Port", redirect.port) { value($0) }
    config.add("Host", redirect.host) { value($0) }
    config.add("Path", redirect.path) { value($0) }
    config.add("Query", redirect.query) { value($0) }
    config.add("StatusCode", redirect.statusCode, default: .string(RedirectStatus.permanent.name)) { code in
      code.literal.map { .string($0.name) } ?? .sub("HTTP_\(value(code), as: "Code")")
    }
    return config
  }

  private func config(of response: FixedResponse) -> Object {
    var config = Object()
    config.add("StatusCode", response.statusCode) { text($0) }
    config.add("ContentType", response.contentType) { value($0) }
    config.add("MessageBody", response.messageBody) { value($0) }
    return config
  }

  private mutating func writeInline(
    _ element: TargetGroupElement, _ index: Int, _ forwarder: Forwarder
  ) -> Value? {
    switch element.form {
    case .imported(let group): return value(group.arn)
    case .created(let group):
      let user = TargetGroupUser(balancer: forwarder.balancer, listener: forwarder.listener)
      // Only the first one of a list has a name of its own: the place of the action.
      var place =
        index == 0 && forwarder.path.hasSuffix(".\(forwarder.listener.name)")
        ? Place("\(forwarder.path).targetGroup", "ListenerTargets", forwarder.balancer.name, forwarder.listener.name)
        : Place(
          hashed: "\(forwarder.path).targetGroup\(index == 0 ? "" : ".\(index)")", "ListenerTargets",
          forwarder.balancer.name,
          forwarder.listener.name)
      if let replaced = identity(of: forwarder.balancer) {
        let hashed = Place(
          hashed: "\(names.formerPath(place.path)) \(replaced)", "ListenerTargets", forwarder.balancer.name)
        place = Place(place.path, id: hashed.id)
      }
      var extras = Extras.main(group.options)
      extras.owners = forwarder.owners
      return .ref(write(group, at: place, usedBy: user, extras))
    case nil: return nil
    }
  }

  /// The values that replace a load balancer if they change; nil by default. A target group belongs to one load balancer, so
  /// a new load balancer needs new ones.
  private func identity(of balancer: Named<LoadBalancerElement>) -> String? {
    guard case .created(let created) = balancer.value.form else { return nil }
    if created.name == nil, created.scheme?.literal ?? .internal == .internal { return nil }
    let values = [created.name.map { value($0) }, created.scheme.map { value($0) }]
    return values.map { $0?.fingerprint ?? "" }.joined(separator: " ")
  }
}
