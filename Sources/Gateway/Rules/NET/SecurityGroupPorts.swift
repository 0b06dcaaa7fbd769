import SpecReading

extension Rule {
  /// The ports of the rules of security groups.
  static let securityGroupPorts = Rule(
    id: "NET012",
    severity: .error,
    premise: .element,
    summary: "security group rule with ports that its protocol does not have, an unknown protocol or several peers",
    why: """
      A rule for TCP, UDP or ICMP has a range of ports, or of ICMP types, with both ends: "Must specify both from and to ports with
      TCP/UDP". A range begins with its lowest port, and a rule has one peer. EC2 knows the names of four protocols: "Invalid value
      'all' for IP protocol. Unknown protocol".
      """,
    source: """
      CloudFormation's page of AWS::EC2::SecurityGroupIngress; public reports of the message (cfn-lint#1323, cfn-lint#2999, terraform-provider-aws#1793); \
      found by deployments (cdk-preflight: ec2-sg rules)
      """,
    example: """
      resources:
        Tasks:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Tasks
            VpcId: vpc-12345678
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: ⟦443 → 80⟧, ToPort: ⟪80 → 443⟫, CidrIp: 10.0.0.0/16}
              - {IpProtocol: tcp, ⟦FromPort⟧: 8080⟪ → , ToPort: 8080⟫, CidrIp: 10.0.0.0/16}
      """,
    check: { model, report in
      model.forEachSecurityGroupRule { rule in
        let peers = Model.SecurityGroup.Rule.peers.compactMap { rule[$0] }.filter { $0.value.choice == nil }
        if peers.count > 1 {
          report.report(
            at: peers[1].key, "a rule has one peer, found `\(peers[0].word)` and `\(peers[1].word)`",
            help: "write a rule for each")
        }
        guard let spoken = rule["IpProtocol"], let text = spoken.text else { return }
        let name = IpProtocol.named(text)
        if name == nil, Int(text) == nil {
          return report.report(
            at: spoken, "\(Reader.quoted(text)) is not a protocol of a security group rule",
            help: IpProtocol.suggestion(for: text))
        }
        guard let name, name != .icmpv6 else { return }
        let (from, to) = (rule["FromPort"], rule["ToPort"])
        switch (from, to) {
        case (nil, nil) where rule.lacksPorts:
          report.report(at: spoken, "a rule for \(name.word) requires `FromPort` and `ToPort`", help: name.help)
        case (let known?, nil) where rule.lacks("ToPort"), (nil, let known?) where rule.lacks("FromPort"):
          let other = from == nil ? "FromPort" : "ToPort"
          report.report(
            at: known.key, "a rule for \(name.word) requires `\(other)` as well",
            help: known.text.map { "add `\(other): \($0)`" })
        case (let from?, let to?) where name == .transport:
          report.checkRange(from, to)
        default: break
        }
      }
    })

  /// Ports that have no effect.
  static let ignoredPorts = Rule(
    id: "NET013",
    severity: .warning,
    summary: "ports of a security group rule that EC2 ignores",
    why: """
      A rule for all protocols (`-1`), or for another one than TCP, UDP and ICMP, opens all ports, whatever `FromPort` and
      `ToPort` are.
      """,
    source: "CloudFormation's page of AWS::EC2::SecurityGroupIngress: IpProtocol",
    example: """
      resources:
        Tasks:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Tasks
            VpcId: vpc-12345678
            SecurityGroupIngress:
              - {IpProtocol: ⟪"-1" → tcp⟫, ⟦FromPort⟧: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
      """,
    check: { model, report in
      model.forEachSecurityGroupRule { rule in
        guard let number = rule["IpProtocol"]?.number, IpProtocol.named(String(number)) == nil,
          let from = rule["FromPort"], let first = from.number, let last = rule["ToPort"]?.number ?? from.number,
          !(first <= 1 && (last == first || last == 65_535))
        else { return }
        report.report(
          at: from.key, "the rule opens all ports: the protocol \(number == -1 ? "`-1`" : "\(number)") has none",
          help: "write `IpProtocol: tcp`, or remove the ports")
      }
    })
}

extension Rule.Report {
  /// The range of ports of a rule for TCP or UDP.
  fileprivate mutating func checkRange(_ from: Model.Property, _ to: Model.Property) {
    guard let first = from.number, let last = to.number, !(first == -1 && last == -1) else { return }
    for (port, number) in [(from, first), (to, last)] where !(0...65_535).contains(number) {
      return report(at: port, "\(number) is not a port", help: "a port is 0 to 65535")
    }
    if first > last {
      report(
        at: from, "the range of ports begins at \(first), above its end \(last)",
        help: "write `FromPort: \(last)` and `ToPort: \(first)`")
    }
  }
}

extension IpProtocol {
  /// The help for a name that EC2 does not know.
  fileprivate static func suggestion(for text: String) -> String {
    if ["all", "any", "*"].contains(text.lowercased()) { return "write `\"-1\"` for all protocols" }
    return Suggestion.help(
      for: text, among: names.keys, or: "write `tcp`, `udp`, `icmp`, `icmpv6`, `\"-1\"` for all protocols, or a number")
  }

  fileprivate var word: String { self == .transport ? "TCP or UDP" : "ICMP" }

  /// The help where its ports are missing.
  fileprivate var help: String {
    self == .transport
      ? "add both, for example `FromPort: 443, ToPort: 443`" : "add both; `-1` is for all types and codes"
  }
}

extension Model.Property {
  /// Whether it surely has no ports.
  fileprivate var lacksPorts: Bool {
    lacks("FromPort") && lacks("ToPort") && !members.contains { $0.name.hasPrefix("Fn::") }
  }
}
