import CloudFormation

extension Model {
  /// A security group that the stack creates, with the rules of its own and those that are resources.
  struct SecurityGroup {
    let resource: Resource
    fileprivate(set) var ingress: [Rule]
    fileprivate(set) var egress: [Rule]

    /// A rule, for one peer.
    struct Rule {
      /// A block of addresses, a prefix list or a security group.
      let peer: Property
      private let spoken: Property?
      private let from: Property?
      private let to: Property?
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
  fileprivate init(_ resource: Model.Resource) {
    self.resource = resource
    ingress = (resource["SecurityGroupIngress"]?.list ?? []).compactMap(Rule.init)
    egress = (resource["SecurityGroupEgress"]?.list ?? []).compactMap(Rule.init)
  }
}

extension Model.SecurityGroup.Rule {
  /// A rule, if its peer is known by its kind.
  fileprivate init?(_ rule: Model.Property) {
    guard let peer = Self.peers.lazy.compactMap({ rule[$0] }).first else { return nil }
    self.peer = peer
    spoken = rule["IpProtocol"]
    from = rule["FromPort"]
    to = rule["ToPort"]
  }

  private static let peers = [
    "CidrIp", "CidrIpv6", "SourceSecurityGroupId", "DestinationSecurityGroupId", "SourcePrefixListId",
    "DestinationPrefixListId",
  ]

  /// Whether it allows every address.
  var isForEveryone: Bool { peer.text == "0.0.0.0/0" || peer.text == "::/0" }

  /// Whether it is for TCP on a port, or may be.
  func admits(_ port: Int) -> Bool {
    switch spoken?.text {
    case "-1": return true
    case "tcp", "6", nil: break
    default: return false
    }
    guard let from = from?.number, let to = to?.number else { return true }
    return from <= port && port <= to
  }

  /// Whether it is for one of some security groups, or may be: addresses and IDs may be anything's.
  func mayBe(for groups: Set<String>) -> Bool {
    guard peer.name.hasSuffix("SecurityGroupId"), let id = peer.target else { return true }
    return groups.contains(id)
  }

  /// The properties that EC2 holds unique in a group; nil if a function gives one of them.
  var identity: [Value]? {
    let parts = [spoken?.value, from?.value, to?.value, peer.value].map { $0 ?? .null }
    let isKnown = parts.dropLast().allSatisfy { !$0.isFunction } && (peer.target != nil || !peer.isFunction)
    return isKnown ? parts : nil
  }
}
