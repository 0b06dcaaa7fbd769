import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Subnets of two VPCs.
  static let subnetOfOtherVpc = Rule(
    id: "VPC011",
    severity: .error,
    summary: "a VPC link, a load balancer or a function with subnets of another VPC",
    why: """
      What stands in subnets has a leg in each of them, and all legs are in one VPC with the security groups that they
      share. AWS refuses the rest.
      """,
    source: "Amazon EC2: a security group and a subnet of different networks (cdk-preflight: lambda-vpc-same-vpc)",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
        other: {id: vpc-87654321, privateSubnets: [subnet-cccc3333, subnet-dddd4444]}
      vpcLinks:
        inner: {vpc: main, subnets: [subnet-aaaa1111, ⟦subnet-dddd4444 → subnet-bbbb2222⟧]}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
        Other: {Value: !Ref vpcs.other}
      """,
    check: { spec, report in
      for standing in spec.standings {
        guard let stray = standing.stray else { continue }
        let words = stray.subnet.words.map { "the subnet `\($0)`" } ?? "this subnet"
        report.report(
          at: stray.subnet.mark,
          "\(words) is in the VPC `\(stray.home.words)`, and \(standing.words) in `\(stray.expected.words)`",
          related: standing.vpcMark.map { [Related(message: "the VPC that it stands in", mark: $0)] } ?? [],
          help: standing.vpcMark == nil
            ? "name subnets of one VPC"
            : "name subnets of `\(stray.expected.words)`, or write `vpc: \(stray.home.words)`")
      }
    })

  /// A security group that cannot be put on what stands elsewhere.
  static let securityGroupOfOtherVpc = Rule(
    id: "VPC012",
    severity: .error,
    summary: "a security group of another VPC than the subnets",
    why: """
      A security group belongs to one VPC, and only what stands in that VPC can have it. For anything else EC2 answers
      that the group and the subnet belong to different networks.
      """,
    source: "Amazon EC2; found by deployments (cdk-preflight: elbv2-lb-sg-vpc-match, lambda-vpc-same-vpc)",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
        other: {id: vpc-87654321, privateSubnets: [subnet-cccc3333, subnet-dddd4444]}
      securityGroups:
        link: {vpc: ⟪other → main⟫}
      vpcLinks:
        inner: {vpc: main, securityGroups: ⟦link⟧}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
        ⟪→
        Other: {Value: !Ref vpcs.other}
        ⟫
      """,
    check: { spec, report in
      for standing in spec.standings where standing.stray == nil {
        guard let home = standing.subnets.lazy.compactMap(\.home).first ?? standing.vpc else { continue }
        for group in standing.groups where group.vpc.surelyDiffers(from: home) {
          report.report(
            at: group.mark,
            "the security group `\(group.words)` belongs to the VPC `\(group.vpc.words)`, "
              + "and \(standing.words) stands in `\(home.words)`",
            related: standing.vpcMark.map { [Related(message: "the VPC that it stands in", mark: $0)] } ?? [],
            help: "name a security group of `\(home.words)`, or leave it out for one of its own")
        }
      }
    })
}
