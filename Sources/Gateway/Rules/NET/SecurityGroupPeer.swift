import SpecReading
import YAMLTree

extension Rule {
  /// Blocks of addresses in the rules of security groups.
  static let securityGroupPeer = Rule(
    id: "NET002",
    severity: .error,
    summary: "invalid block of addresses in a security group rule",
    why: """
      A security group rule opens ports to a block of addresses, a prefix list or a security group. A block is an address and the
      length of its prefix; EC2 rejects anything else.
      """,
    source:
      "Amazon EC2's AuthorizeSecurityGroupIngress, found by deployments (cdk-preflight: ec2-sg rules); aws-cdk#22407",
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
    check: { model, report in
      model.forEachSecurityGroupRule { rule in
        for peer in [rule["CidrIp"], rule["CidrIpv6"]].compactMap({ $0 }) {
          // A name in a branch of `!If` is reported where it is read.
          if let text = peer.texts.first(where: { !CidrBlock.isBlock($0) && !model.names.isName($0, of: .peer) }) {
            report.report(
              at: peer, "\(Reader.quoted(text)) is not a block of addresses",
              help: "use an address and the length of its prefix, such as `10.0.0.0/16`, or `0.0.0.0/0` for everyone")
          } else if peer.name == "CidrIp", let text = peer.texts.first(where: { $0.contains(":") }) {
            report.report(
              at: peer, "\(Reader.quoted(text)) is a block of IPv6 addresses, and `CidrIp` is for IPv4",
              help: "write `CidrIpv6: \"\(text)\"`")
          }
        }
      }
    })

  /// Descriptions of security groups and their rules.
  static let groupDescription = Rule(
    id: "NET006",
    severity: .error,
    summary: "invalid character in the description of a security group or of its rules",
    why:
      "EC2 rejects descriptions with characters other than ASCII letters, digits, spaces and a few punctuation marks.",
    source: "CloudFormation's page of AWS::EC2::SecurityGroup: GroupDescription",
    example: """
      vpcs:
        main:
      securityGroups:
        tasks:
          vpc: main
          description: ⟦Aufträge → Orders⟧
          ingress: {port: 8080, from: 10.0.0.0/16⟪, description: ⟦"Büro"⟧ →⟫}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      func check(_ description: Model.Property?) {
        guard let description, let text = description.text, !text.isEmpty,
          !text.isMade(ofLettersDigitsAnd: descriptionSigns), seen.insert(description.mark).inserted
        else { return }
        report.report(
          at: description, "invalid character in a description: EC2 only allows some ASCII characters",
          help: "use letters, digits, spaces and `\(descriptionSigns.dropFirst())`")
      }
      for group in model.resources("AWS::EC2::SecurityGroup") { check(group["GroupDescription"]) }
      model.forEachSecurityGroupRule { check($0["Description"]) }
    })

  /// Source: CloudFormation's page of AWS::EC2::SecurityGroup, GroupDescription.
  private static let descriptionSigns = " ._-:/()#,@[]+=&;{}!$*"
}
