import CloudFormation
import SpecReading
import YAMLTree

/// A VPC link that an integration goes through.
struct ResolvedLink {
  /// Its id.
  let id: Value
  /// Its security groups, as far as they are known.
  let groups: [GroupRef]
  /// The options that all of its resources share.
  var options: ElementOptions?
}

extension Synthesis {
  /// A VPC link of its own name.
  mutating func write(_ element: Named<VpcLinkElement>) {
    if case .toBalancer(let link) = element.value.form { return write(link, named: element.name) }
    guard case .created(let link) = element.value.form else { return }
    guard let given = attachment(to: link.vpc, link.subnets, link.securityGroups) else {
      // That one of version 1 needs a load balancer has its own finding.
      if element.value.version?.literal == .first { return }
      return fail(
        .missingKey, at: element.mark, "`vpc` is missing",
        help: "add `vpc` (the name of a VPC), or `subnets` and `securityGroups` by ID")
    }
    guard let vpc = link.vpc == nil ? .outside(given) : names.vpc(given) else { return }
    let name = element.name
    let groups = linkGroups(element, link)
    if link.securityGroups == nil {
      let known = names.formerName(name, in: "vpcLinks")
      writeGroup(.vpcLinkGroup(name), "VPC link \(known)", in: given, .vital(link.options))
    }
    var properties = Object()
    properties.add("Name", link.name, default: .string(name)) { value($0) }
    let subnets = subnets(link.subnets, of: vpc, default: [.private, .isolated], at: given.mark)
    properties.add(
      "SubnetIds", subnets, origin: Origin(of: link.subnets?.node ?? vpc.zonesNode([.private, .isolated])))
    properties.add(
      "SecurityGroupIds", link.securityGroups.flatMap { wholeList($0) } ?? .list(groups.map(\.id)),
      origin: Origin(of: link.securityGroups?.node))
    write(.vpcLink(name), .vpcLink, properties, .main(link.options))
  }

  private func linkGroups(_ element: Named<VpcLinkElement>, _ link: CreatedVpcLink) -> [GroupRef] {
    if let written = link.securityGroups { return groupRefs(written) }
    return [group(at: .vpcLinkGroup(element.name))]
  }

  /// Security groups by name.
  func groupRefs(_ names: Names) -> [GroupRef] {
    // What is in a list that a function gives is not known.
    if wholeList(names) != nil { return [] }
    return names.items.compactMap { name in
      values.reference(.securityGroup, name).map {
        GroupRef(id: $0, path: name.literal ?? $0.fingerprint, origin: Origin(of: name.node))
      }
    }
  }

  /// The link that a private target goes through; nil where there is none, which is an error elsewhere.
  mutating func link(for target: some PrivateTarget) -> ResolvedLink? {
    switch names.linkSource(of: target) {
    case .element(let index): return link(named: names.spec.vpcLinks[index])
    case .outside(let given):
      return values.reference(.vpcLink, given).map { ResolvedLink(id: $0, groups: []) }
    case .shared(let vpc): return sharedLink(in: vpc, of: target)
    case .unknown, .missing: return nil
    }
  }

  private func link(named element: Named<VpcLinkElement>) -> ResolvedLink? {
    switch element.value.form {
    case .created(let link):
      return ResolvedLink(
        id: .ref(names.id(.vpcLink(element.name))), groups: linkGroups(element, link),
        options: link.options)
    case .imported(let link):
      return ResolvedLink(id: value(link.id), groups: link.securityGroups.map(groupRefs) ?? [])
    // It leads to no listener, which a rule reports.
    case .toBalancer, nil: return nil
    }
  }

  /// The link that all targets in a VPC share, written when the first of them needs it.
  private mutating func sharedLink(in vpc: ResolvedVpc, of target: some PrivateTarget) -> ResolvedLink? {
    guard let given = target.network.vpc ?? target.vpc(in: names) else { return nil }
    let key = vpc.name ?? given.literal ?? value(given).fingerprint
    if let link = links[key] { return link }
    links[key] = .some(nil)
    guard let name = vpc.name else {
      // Only the ID of such a VPC is known, not its subnets.
      _ = subnets(nil, of: vpc, default: [.private, .isolated], at: target.name.mark)
      return nil
    }
    let link = write(names.spec.vpcs.first { $0.name == name }?.node) {
      $0.writeSharedLink(in: vpc, named: name, at: given.mark)
    }
    links[key] = link
    return link
  }

  private mutating func writeSharedLink(in vpc: ResolvedVpc, named name: String, at mark: Mark) -> ResolvedLink {
    let place = Place.vpcPart(name, "vpcLink.securityGroup", "VpcSharedLinkGroup")
    var options: ElementOptions?
    if case .created(_, let created) = vpc { options = created.options }
    writeGroup(
      place, "VPC link into \(names.formerName(name, in: "vpcs"))", in: Given(name, at: mark), .part(options))
    let group = group(at: place)
    var properties = Object()
    properties.add("Name", .string(name))
    let subnets = subnets(nil, of: vpc, default: [.private, .isolated], at: mark)
    properties.add("SubnetIds", subnets, origin: Origin(of: vpc.zonesNode([.private, .isolated])))
    properties.add("SecurityGroupIds", [group.id])
    let id = write(
      .vpcPart(name, "vpcLink", "VpcSharedLink"), .vpcLink, properties, .part(options))
    return ResolvedLink(id: .ref(id), groups: [group], options: options)
  }
}
