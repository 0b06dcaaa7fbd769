import CloudFormation

extension Model {
  /// A security group that the stack creates, with the rules of its own and those that are resources.
  final class SecurityGroup {
    let resource: Resource
    fileprivate(set) var ingress: [Rule]
    fileprivate(set) var egress: [Rule]

    fileprivate init(_ resource: Resource) {
      self.resource = resource
      ingress = (resource["SecurityGroupIngress"]?.list ?? []).compactMap(Rule.init)
      egress = (resource["SecurityGroupEgress"]?.list ?? []).compactMap(Rule.init)
    }

    /// A rule, for one peer. Each listener looks at all rules of its groups, so they know their ports.
    final class Rule {
      /// A block of addresses, a prefix list or a security group.
      let peer: Property
      /// The ports on which it is for TCP, or may be; nil for none.
      private let ports: ClosedRange<Int>?
      /// Whether it allows every address.
      let isForEveryone: Bool
      /// Protocol, first and last port.
      private let values: [Value?]

      /// A rule, if its peer is known by its kind.
      fileprivate init?(_ rule: Property) {
        guard let peer = Self.peers.lazy.compactMap({ rule[$0] }).first else { return nil }
        self.peer = peer
        isForEveryone = peer.text == "0.0.0.0/0" || peer.text == "::/0"
        let (spoken, from, to) = (rule["IpProtocol"], rule["FromPort"], rule["ToPort"])
        values = [spoken?.value, from?.value, to?.value]
        switch spoken?.text {
        case "-1": ports = Int.min...Int.max
        case "tcp", "6", nil:
          if let from = from?.number, let to = to?.number, from <= to, to <= 65_535 {
            ports = from...to
          } else {
            ports = Int.min...Int.max
          }
        // An invalid one may be a misspelled `tcp`.
        case let text?: ports = IpProtocol.named(text) == nil && Int(text) == nil ? Int.min...Int.max : nil
        }
      }
    }
  }

  /// Every rule of a security group, its own or a resource: the mapping with its properties.
  func forEachSecurityGroupRule(_ body: (Property) -> Void) {
    for group in resources("AWS::EC2::SecurityGroup") {
      for name in ["SecurityGroupIngress", "SecurityGroupEgress"] { group[name]?.list.forEach(body) }
    }
    for type in ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"] {
      for rule in resources(type) { body(rule.properties) }
    }
  }

  /// The inbound rules that the stack adds to existing security groups, by the ID of the group.
  func findRulesOfExistingGroups() -> [String: [SecurityGroup.Rule]] {
    var found: [String: [SecurityGroup.Rule]] = [:]
    for rule in resources("AWS::EC2::SecurityGroupIngress") {
      guard let id = rule["GroupId"]?.text, let rule = SecurityGroup.Rule(rule.properties) else { continue }
      found[id, default: []].append(rule)
    }
    return found
  }

  /// The security groups that the stack creates, by logical ID.
  func makeSecurityGroups() -> [String: SecurityGroup] {
    var groups: [String: SecurityGroup] = [:]
    for resource in resources("AWS::EC2::SecurityGroup") { groups[resource.id] = SecurityGroup(resource) }
    if groups.isEmpty { return [:] }
    for rule in resources("AWS::EC2::SecurityGroupIngress") {
      guard let id = rule["GroupId"]?.target, let rule = SecurityGroup.Rule(rule.properties) else { continue }
      groups[id]?.ingress.append(rule)
    }
    for rule in resources("AWS::EC2::SecurityGroupEgress") {
      guard let id = rule["GroupId"]?.target, let rule = SecurityGroup.Rule(rule.properties) else { continue }
      groups[id]?.egress.append(rule)
    }
    return groups
  }
}

extension Model.SecurityGroup {
  /// Whether all of its own inbound rules are known.
  var hasKnownIngress: Bool {
    guard let rules = resource["SecurityGroupIngress"] else { return true }
    return !rules.isFunction
      && rules.list.allSatisfy { rule in !rule.isFunction && Rule.peers.contains { rule[$0] != nil } }
  }
}

extension Model.SecurityGroup.Rule {
  static let peers = [
    "CidrIp", "CidrIpv6", "SourceSecurityGroupId", "DestinationSecurityGroupId", "SourcePrefixListId",
    "DestinationPrefixListId",
  ]

  /// Whether it is for TCP on a port, or may be.
  func admits(_ port: Int) -> Bool { ports?.contains(port) ?? false }

  /// Whether it is for one of some security groups, or may be: addresses and IDs may be anything's.
  func mayBe(for groups: Set<String>) -> Bool {
    guard peer.name.hasSuffix("SecurityGroupId"), let id = peer.target else { return true }
    return groups.contains(id)
  }

  /// Whether it is for one of some security groups.
  func isSurely(for groups: Set<String>) -> Bool {
    peer.name.hasSuffix("SecurityGroupId") && peer.target.map(groups.contains) ?? false
  }

  /// The properties that EC2 holds unique in a group; nil if a function gives one of them.
  var identity: [Value]? {
    let parts = (values + [peer.value]).map { $0 ?? .null }
    let isKnown = parts.dropLast().allSatisfy { !$0.isFunction } && (peer.target != nil || !peer.isFunction)
    return isKnown ? parts : nil
  }
}
