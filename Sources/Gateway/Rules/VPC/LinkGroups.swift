import CloudFormation
import SpecReading
import YAMLTree

/// The reason why no security group rule is created for a target.
struct OpeningGap {
  /// The load balancer, listener or service, which is reported once.
  let owner: Value
  let reason: String
  var field: String?
  var port: Int?

  init?(_ target: any PrivateTarget, _ link: LinkGroups, _ spec: ResolvedSpec) {
    // Another rule reports an ARN of the wrong kind.
    if let text = target.name.literal, text.hasPrefix("arn:"), Arn(text).flaw(asTargetOf: target.balancerType) != nil {
      return nil
    }
    let name: Value =
      switch target.name.content {
      case .literal(let text): .string(text)
      case .intrinsic(let node): spec.values.value(node)
      }
    guard target.asListener != nil else {
      owner = name
      reason = "the security groups of a Cloud Map service's instances are not known"
      return
    }
    guard let resolved = spec.names.listener(target.name) else { return nil }
    guard let balancer = resolved.balancer, let listener = resolved.listener else {
      owner = name
      reason = "the security groups of its load balancer are not known"
      return
    }
    if balancer.openTo?.literal == OpenTo.none { return nil }
    let place = "loadBalancers.\(resolved.balancerName)"
    owner = .string(place)
    port = listener.value.port?.literal
    if case .imported(let imported) = balancer.form, imported.securityGroups?.items.isEmpty ?? true {
      reason = "the security groups of `\(place)` are not known"
      field = "set `securityGroups` on `\(place)`"
    } else if listener.value.port == nil, case .imported = listener.value.form {
      reason = "the port of the listener `\(listener.name)` is not known"
      field = "set `port` on the listener"
    } else if !link.areKnown {
      reason = "the security groups of the VPC link are not known"
      field = link.field
    } else {
      return nil
    }
  }
}

/// The security groups of the VPC link that a target is reached through.
struct LinkGroups {
  /// For messages.
  var text = "the security groups of the VPC link"
  var areKnown = true
  /// How to make them known.
  var field: String?
  /// Whether another security group names one of them.
  var isLetInElsewhere = false

  init?(of target: some PrivateTarget, in spec: ResolvedSpec) {
    switch spec.names.linkSource(of: target) {
    case .unknown, .missing: return nil
    case .outside: areKnown = false
    case .shared(let vpc):
      guard let name = vpc.name else { return nil }
      setOwn(Place.vpcPart(name, "vpcLink.securityGroup", "VpcSharedLinkGroup"), spec)
    case .element(let index):
      let element = spec.names.spec.vpcLinks[index]
      switch element.value.form {
      case .created(let link):
        if let groups = link.securityGroups {
          setNamed(groups, spec)
        } else {
          setOwn(.vpcLinkGroup(element.name), spec)
        }
      case .imported(let link):
        field = "set `securityGroups` on `vpcLinks.\(element.name)`"
        text = "the security groups of `vpcLinks.\(element.name)`"
        if let groups = link.securityGroups { setNamed(groups, spec) } else { areKnown = false }
      case .toBalancer, nil: return nil
      }
    }
  }

  private mutating func setOwn(_ place: Place, _ spec: ResolvedSpec) {
    text = "`\(place.path)`"
    let id = spec.names.id(place)
    isLetInElsewhere = spec.values.pending.contains { $0.id == id }
  }

  private mutating func setNamed(_ groups: Names, _ spec: ResolvedSpec) {
    areKnown = !groups.items.isEmpty
    let names = groups.literals()
    if !names.isEmpty { text = names.map { "`\($0)`" }.joined(separator: " and ") }
    let ids = names.map { spec.names.id(.securityGroup($0)) }
    let peers = spec.names.spec.securityGroups.flatMap { element -> [String] in
      guard case .created(let group) = element.value.form else { return [] }
      return (group.ingress?.items ?? []).flatMap { $0.from.literals() }
    }
    isLetInElsewhere =
      peers.contains(where: names.contains) || spec.values.pending.contains { ids.contains($0.id) }
  }
}
