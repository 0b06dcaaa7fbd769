import SpecReading
import YAMLTree

extension LoadBalancerElement {
  /// Its security groups, where they are named.
  var securityGroups: Names? {
    switch form {
    case .created(let balancer): balancer.securityGroups
    case .imported(let balancer): balancer.securityGroups
    case nil: nil
    }
  }
}

extension ListenerElement {
  /// Whether it says that everyone may reach it.
  var isOpen: Bool { if case .created(let listener) = form { listener.open?.literal == true } else { false } }
}

extension ResolvedSpec {
  /// The listeners of the spec that are reached through a VPC link of version 2: one of version 1 has no groups.
  func forEachLinkedListener(
    _ body: (any ListenerTarget, LoadBalancerElement, Named<ListenerElement>) -> Void
  ) {
    forEachPrivateTarget { _, target in
      guard let target = target as? any ListenerTarget, let resolved = names.listener(target.name),
        let balancer = resolved.balancer, let listener = resolved.listener
      else { return }
      body(target, balancer, listener)
    }
  }

  /// Security groups of which all that they allow is known: those of the spec that nothing else refers to.
  func createdGroups(_ names: Names?) -> [CreatedSecurityGroup]? {
    guard let names, !names.items.isEmpty else { return nil }
    var groups: [CreatedSecurityGroup] = []
    for item in names.items {
      guard item.literal != nil, case .element(let index) = self.names.find(.securityGroup, item) else { return nil }
      let element = self.names.spec.securityGroups[index]
      let id = self.names.id(.securityGroup(element.name))
      guard case .created(let group) = element.value.form, isWhole(element.mark),
        !values.pending.contains(where: { $0.id == id })
      else { return nil }
      groups.append(group)
    }
    return groups
  }

  /// The link of `vpcLinks` that a target goes through.
  func namedLink(of target: any ListenerTarget) -> CreatedVpcLink? {
    guard case .element(let index) = names.linkSource(of: target),
      case .created(let link) = names.spec.vpcLinks[index].value.form
    else { return nil }
    return link
  }

  /// The names of the security groups of a target's link; none of a group that no name stands for, nil where they are
  /// not known.
  func linkGroupNames(of target: any ListenerTarget) -> Set<String>? {
    switch names.linkSource(of: target) {
    case .shared: return []
    case .element(let index):
      guard case .created(let link) = names.spec.vpcLinks[index].value.form else { return nil }
      guard let groups = link.securityGroups else { return [] }
      let literals: [String] = groups.literals()
      return groups.intrinsic == nil && literals.count == groups.items.count ? Set(literals) : nil
    case .outside, .unknown, .missing: return nil
    }
  }
}

extension Given<String>? {
  /// Whether ports in a security group's rule include one, or may.
  func admits(_ port: Int) -> Bool {
    guard let text = self?.literal else { return true }
    return PortRangeSchema.bounds(of: text)?.contains(port) ?? true
  }
}

extension Given<RuleProtocol>? {
  /// Whether a rule is for TCP, or may be.
  var admitsTcp: Bool { self?.literal.map { $0 == .tcp || $0 == .all } ?? true }
}

extension Given<String> {
  /// Whether a rule's peer is one of some security groups, or may be: addresses and functions may be anything's.
  func mayBe(oneOf groups: Set<String>) -> Bool {
    guard let text = literal else { return true }
    return text.contains("/") || text.mentions("::") || text.hasPrefix("pl-") || text.hasPrefix("sg-")
      || groups.contains(text)
  }
}
