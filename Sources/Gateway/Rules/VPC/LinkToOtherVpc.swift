import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A link and a load balancer between which there is no way.
  static let linkToOtherVpc = Rule(
    id: "VPC013",
    severity: .error,
    summary: "a VPC link into another VPC than the load balancer's, and both VPCs are new",
    why: """
      A VPC link sends requests from the subnets that it stands in. There is no way from one new VPC to another unless
      the stack peers them, so every request fails with 503.
      """,
    source: "Amazon VPC's page on peering; API Gateway's page on private integrations",
    example: """
      vpcs:
        main:
        other: {cidr: 10.1.0.0/16}
      vpcLinks:
        inner: {vpc: ⟪other → main⟫}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web, vpcLink: ⟦inner⟧}
      ⟪→
      outputs:
        Other: {Value: !Ref vpcs.other}
      ⟫
      """,
    check: { spec, report in
      spec.forEachLinkToOtherVpc { if $0.areNew { report.report($0) } }
    })

  /// The same, where there may be a way that the spec does not tell of.
  static let linkToOtherExistingVpc = Rule(
    id: "VPC032",
    severity: .warning,
    summary: "a VPC link into another VPC than the load balancer's",
    why: """
      A VPC link sends requests from the subnets that it stands in. Another VPC is reached from there only by peering or
      a transit gateway; without one every request fails with 503, and nothing says so before.
      """,
    source: "Amazon VPC's page on peering; API Gateway's page on private integrations",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
        ⟪
        other: {id: vpc-87654321, privateSubnets: [subnet-cccc3333, subnet-dddd4444]}
        →⟫
      vpcLinks:
        inner: {vpc: ⟪other → main⟫}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web, vpcLink: ⟦inner⟧}
      """,
    check: { spec, report in
      spec.forEachLinkToOtherVpc { if !$0.areNew { report.report($0) } }
    })
}

/// A target in one VPC that is reached through a link in another.
private struct LinkToOtherVpc {
  let mark: Mark
  let balancer: String
  let home: VpcIdentity
  let there: VpcIdentity
  let homeMark: Mark

  /// Whether the stack creates both VPCs.
  var areNew: Bool { home.isCreated && there.isCreated }
}

extension ResolvedSpec {
  /// Each load balancer once for each VPC from which it is called.
  fileprivate func forEachLinkToOtherVpc(_ body: (LinkToOtherVpc) -> Void) {
    if names.spec.loadBalancers.isEmpty || connectsVpcs { return }
    var seen: Set<String> = []
    forEachPrivateTarget { _, target in
      guard target is any ListenerTarget, let balancer = names.listener(target.name)?.balancerName,
        let given = target.vpc(in: names), let (mark, link) = linkVpc(of: target),
        let home = identity(ofVpc: given), let there = identity(ofVpc: link), there.surelyDiffers(from: home),
        seen.insert("\(balancer) \(there.words)").inserted
      else { return }
      body(LinkToOtherVpc(mark: mark, balancer: balancer, home: home, there: there, homeMark: given.mark))
    }
  }

  /// Whether `resources` connects VPCs: then it is known that there is a way.
  private var connectsVpcs: Bool {
    names.resourceTypes.values.contains {
      $0.hasPrefix("AWS::EC2::VPCPeering") || $0.hasPrefix("AWS::EC2::TransitGateway")
        || $0.hasPrefix("AWS::NetworkManager::")
    }
  }
}

extension Rule.Report {
  fileprivate mutating func report(_ found: LinkToOtherVpc) {
    report(
      at: found.mark,
      "the link stands in the VPC `\(found.there.words)`, and the load balancer `\(found.balancer)` in "
        + "`\(found.home.words)`",
      related: [Related(message: "the VPC of the load balancer", mark: found.homeMark)],
      help: "reach it through a link in `\(found.home.words)`"
        + (found.areNew ? "; or connect the two in `resources`" : ", unless the two are peered"))
  }
}
