import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Subnets of another VPC.
  static let subnetOfOtherVpc = Rule(
    id: "VPC011",
    severity: .error,
    summary: "subnets of different VPCs",
    why: """
      All subnets of a VPC link, a load balancer or a function must be in one VPC, together with the security groups. AWS rejects
      others.
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
    check: { model, report in
      for attachment in model.attachments {
        guard let stray = attachment.stray else { continue }
        let name = stray.subnet.resource?.id ?? stray.subnet.id.text
        report.report(
          at: stray.subnet.id,
          "\(name.map { "the subnet `\($0)`" } ?? "this subnet") is in the VPC `\(stray.home.words)`, and "
            + "\(attachment.words) in `\(stray.expected.words)`",
          related: .one("the VPC", at: attachment.vpcMark),
          help: attachment.vpcMark == nil
            ? "use subnets of one VPC"
            : "use subnets of `\(stray.expected.words)`, or set `vpc: \(stray.home.words)`")
      }
    })

  /// A security group of another VPC.
  static let securityGroupOfOtherVpc = Rule(
    id: "VPC012",
    severity: .error,
    summary: "security group of another VPC than the subnets",
    why: """
      A security group belongs to one VPC and cannot be used in another: EC2 rejects a security group and a subnet of different
      networks.
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
    check: { model, report in
      for attachment in model.attachments where attachment.stray == nil {
        guard let home = attachment.home else { continue }
        for group in attachment.groups {
          guard let vpc = model.vpc(ofGroup: group), vpc.surelyDiffers(from: home) else { continue }
          report.report(
            at: group,
            "the security group `\(model.resource(group)?.name ?? "")` belongs to the VPC `\(vpc.words)`, and "
              + "\(attachment.words) is in `\(home.words)`",
            related: .one("the VPC", at: attachment.vpcMark),
            help: "use a security group of `\(home.words)`"
              + (attachment.resource.isRaw ? "" : ", or remove it for one that is created"))
        }
      }
    })
}
