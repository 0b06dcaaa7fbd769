import SpecReading
import YAMLTree

extension Rule {
  /// Private subnets without a way out.
  static let noWayOut = Rule(
    id: "NET004",
    severity: .warning,
    premise: .spec,
    summary: "function or target in private subnets without a NAT gateway or endpoints",
    why: """
      Private subnets reach the internet and AWS services through a NAT gateway, or single services through endpoints. A VPC has
      neither by default, since both cost money; connections from these subnets time out.
      """,
    source: "Lambda's page on functions in VPCs; Amazon VPC's page on NAT gateways",
    example: """
      vpcs:
        main:⟪→  {natGateways: 1}⟫
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, vpc: ⟦main⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      let spec = model.spec
      let opened = model.openedVpcs
      func isClosed(_ name: String, _ vpc: CreatedVpc) -> Bool {
        vpc.lacksWayOut && !opened.contains(spec.names.id(.vpc(name)))
      }
      var found: [(vpc: String, what: String, mark: Mark)] = []
      for own in spec.createdFunctions {
        guard let given = own.function.vpc, case .created(let name, let vpc) = spec.names.vpc(given),
          isClosed(name, vpc), vpc.arePrivate(own.function.subnets)
        else { continue }
        found.append((name, "the function `\(own.element.name)`", given.mark))
      }
      spec.forEachTargetGroup { group, user in
        guard let given = group.vpc ?? user?.balancer.value.vpc, let targets = group.ips ?? group.instances,
          case .created(let name, let vpc) = spec.names.vpc(given), isClosed(name, vpc),
          group.ips == nil || vpc.arePrivate(addresses: targets.literals())
        else { return }
        found.append((name, "a target of this group", targets.mark))
      }
      for vpc in model.names.spec.vpcs {
        guard case .created(let vpc) = vpc.value.form, let gateways = vpc.natGateways, gateways.literal != 0,
          SubnetLayout(vpc).of(.public).isEmpty
        else { continue }
        report.report(
          at: gateways.mark, "a NAT gateway is in a public subnet, which this VPC does not have",
          help: "add a group to `subnets`: `public: {type: public}`")
      }
      var seen: Set<String> = []
      for finding in found where seen.insert(finding.vpc).inserted {
        let others = found.count { $0.vpc == finding.vpc } - 1
        report.report(
          at: finding.mark,
          "\(finding.what) cannot reach the internet: `vpcs.\(finding.vpc)` has neither NAT gateways nor endpoints"
            + (others == 0 ? "" : ", nor can \(others) more"),
          help: "set `natGateways: 1` on the VPC, or `endpoints` for the services that are called; both cost money")
      }
    })
}

extension Model {
  /// The VPCs for which `resources` have routes or endpoints.
  fileprivate var openedVpcs: Set<String> {
    let tables = resources("AWS::EC2::Route").filter(\.isRaw).map { resource($0["RouteTableId"]) }
    let endpoints = resources("AWS::EC2::VPCEndpoint").filter(\.isRaw)
    return Set((tables + endpoints).compactMap { $0?["VpcId"]?.target })
  }
}

extension CreatedVpc {
  /// Whether private subnets have neither a NAT gateway nor an endpoint, as far as that is known.
  fileprivate var lacksWayOut: Bool {
    // Gateways that no subnet is for are reported themselves.
    if let natGateways, natGateways.literal != 0 { return false }
    if let endpoints, !endpoints.items.isEmpty || endpoints.intrinsic != nil { return false }
    return !SubnetLayout(self).of(.private).isEmpty
  }

  /// Whether one of the chosen subnets is private; the default ones are.
  fileprivate func arePrivate(_ chosen: Names?) -> Bool {
    guard let chosen else { return true }
    let groups = Set(SubnetLayout(self).of(.private).map(\.group))
    return chosen.literals().contains { $0 == SubnetType.private.rawValue || groups.contains($0) }
  }

  /// Whether addresses lie in private subnets, or may.
  fileprivate func arePrivate(addresses: [String]) -> Bool {
    let whole = cidr.map { $0.literal.flatMap { CidrBlock($0) } } ?? .vpcDefault
    let others = SubnetLayout(self).subnets.filter { $0.type != .private }.compactMap { CidrBlock($0.cidr) }
    return addresses.isEmpty
      || addresses.contains { text in
        // A public address has a finding of its own.
        guard let address = CidrBlock.address(of: text.utf8[...]), PrivateHost.isOfPrivateNetwork(address),
          whole?.addresses.contains(address) ?? true
        else { return false }
        return !others.contains { ($0.address..<$0.address + $0.size).contains(address) }
      }
  }
}
