import SpecReading

extension Rule {
  /// Peers of a security group's rules.
  static let securityGroupPeer = Rule(
    id: "NET002",
    severity: .error,
    summary: "a security group's rule for a block of addresses that is none",
    why: """
      A rule opens ports to a security group, a block of addresses or a prefix list. A block is an address and the
      length of its prefix; EC2 refuses anything else.
      """,
    source: "Amazon EC2's AuthorizeSecurityGroupIngress, found by deployments (cdk-preflight: ec2-sg rules)",
    bad: """
      vpcs:
        main:
      securityGroups:
        tasks:
          vpc: main
          ingress: {port: 8080, from: ⟦10.0.0/16⟧}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    good: """
      vpcs:
        main:
      securityGroups:
        tasks:
          vpc: main
          ingress: {port: 8080, from: 10.0.0.0/16}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      for element in spec.names.spec.securityGroups {
        guard case .created(let group) = element.value.form else { continue }
        let rules = (group.ingress?.items ?? []).map(\.from) + (group.egress?.items ?? []).map(\.to)
        for peer in rules.flatMap(\.items) {
          guard let text = peer.literal, text.contains("/"), !CidrBlock.isBlock(text) else { continue }
          report.report(
            at: peer.mark, "\(Reader.quoted(text)) is not a block of addresses",
            help: "write its first address and its prefix, such as `10.0.0.0/16`, or `0.0.0.0/0` for everyone")
        }
      }
    })
}
