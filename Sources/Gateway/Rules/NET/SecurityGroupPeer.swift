import SpecReading

extension Rule {
  /// Peers of a security group's rules.
  static let securityGroupPeer = Rule(
    id: "NET002",
    severity: .error,
    summary: "a security group's rule for a block of addresses that is none, or a description of other characters",
    why: """
      A rule opens ports to a security group, a block of addresses or a prefix list. A block is an address and the
      length of its prefix; EC2 refuses anything else. Its descriptions are made of ASCII letters, digits, spaces and
      some signs.
      """,
    source: "Amazon EC2's AuthorizeSecurityGroupIngress, found by deployments (cdk-preflight: ec2-sg rules)",
    example: """
      vpcs:
        main:
      securityGroups:
        tasks:
          vpc: main
          ingress: {port: 8080, from: ⟦10.0.0/16 → 10.0.0.0/16⟧}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      for element in spec.names.spec.securityGroups {
        guard case .created(let group) = element.value.form else { continue }
        let descriptions = [group.description] + (group.ingress?.items ?? []).map(\.description)
        for given in descriptions + (group.egress?.items ?? []).map(\.description) {
          guard let given, let text = given.literal, !text.isEmpty, !text.isMade(ofLettersDigitsAnd: descriptionSigns)
          else { continue }
          report.report(
            at: given.mark, "EC2 takes no such description",
            help: "write ASCII letters, digits, spaces and `\(descriptionSigns.dropFirst())`")
        }
        let rules = (group.ingress?.items ?? []).map(\.from) + (group.egress?.items ?? []).map(\.to)
        for peer in rules.flatMap(\.items) {
          guard let text = peer.literal, text.contains("/"), !CidrBlock.isBlock(text) else { continue }
          report.report(
            at: peer.mark, "\(Reader.quoted(text)) is not a block of addresses",
            help: "write its first address and its prefix, such as `10.0.0.0/16`, or `0.0.0.0/0` for everyone")
        }
      }
    })

  /// Source: CloudFormation's page of AWS::EC2::SecurityGroup, GroupDescription.
  private static let descriptionSigns = " ._-:/()#,@[]+=&;{}!$*"
}
