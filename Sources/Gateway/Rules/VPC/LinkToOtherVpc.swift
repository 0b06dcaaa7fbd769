import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A VPC link in another new VPC than its target.
  static let linkToOtherVpc = Rule(
    id: "VPC013",
    severity: .error,
    summary: "VPC link in another new VPC than the load balancer",
    why: """
      A VPC link sends requests from its own subnets. Two new VPCs are not connected unless the stack peers them, so every request
      fails with 503.
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
    check: { model, report in
      model.forEachLinkToOtherVpc { if $0.areNew { report.report($0) } }
    })

  /// The same, where the VPCs may be connected.
  static let linkToOtherExistingVpc = Rule(
    id: "VPC032",
    severity: .warning,
    summary: "VPC link in another VPC than the load balancer",
    why: """
      A VPC link sends requests from its own subnets. It only reaches another VPC through peering or a transit gateway; without one
      every request fails with 503.
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
    check: { model, report in
      model.forEachLinkToOtherVpc { if !$0.areNew { report.report($0) } }
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

extension Model {
  /// Each load balancer once for each VPC from which it is called.
  fileprivate func forEachLinkToOtherVpc(_ body: (LinkToOtherVpc) -> Void) {
    if privateListeners.isEmpty || connectsVpcs { return }
    var seen: Set<String> = []
    for target in privateListeners where target.integration.isWebSocket == false {
      guard let (home, homeMark) = target.home, let there = target.linkHome, there.surelyDiffers(from: home),
        seen.insert("\(target.balancerName) \(there.words)").inserted
      else { continue }
      body(
        LinkToOtherVpc(
          mark: target.integration["ConnectionId"]?.mark ?? target.integration.mark, balancer: target.balancerName,
          home: home, there: there, homeMark: homeMark))
    }
  }

  /// Whether the stack connects VPCs.
  private var connectsVpcs: Bool {
    types.contains {
      $0.hasPrefix("AWS::EC2::VPCPeering") || $0.hasPrefix("AWS::EC2::TransitGateway")
        || $0.hasPrefix("AWS::NetworkManager::")
    }
  }
}

extension Rule.Report {
  fileprivate mutating func report(_ found: LinkToOtherVpc) {
    report(
      at: found.mark,
      "the VPC link is in the VPC `\(found.there.words)`, and the load balancer `\(found.balancer)` in "
        + "`\(found.home.words)`",
      related: [Related(message: "the VPC of the load balancer", mark: found.homeMark)],
      help: "use a VPC link in `\(found.home.words)`"
        + (found.areNew ? ", or connect the VPCs in `resources`" : ", unless the VPCs are connected"))
  }
}
