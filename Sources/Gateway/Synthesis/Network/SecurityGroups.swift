import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Synthesis {
  /// A security group. Rules that name a group of the template are resources of their own, so that groups may name
  /// each other.
  mutating func write(_ element: Named<SecurityGroupElement>) {
    guard case .created(let group) = element.value.form else { return }
    let name = element.name
    let id = names.id(.securityGroup(name))
    var ingress: [Value] = []
    var egress: [Value] = []
    for rule in group.ingress?.items ?? [] {
      let ports = RulePorts(rule.port, rule.protocol, self)
      for peer in each(rule.from) {
        ingress += self.rule(.ingress, peer, ports, rule.description, of: name, id, group.options)
      }
    }
    for rule in group.egress?.items ?? [] {
      let ports = RulePorts(rule.port, rule.protocol, self)
      for peer in each(rule.to) {
        egress += self.rule(.egress, peer, ports, rule.description, of: name, id, group.options)
      }
    }
    // Without a rule of its own CloudFormation lets everything out; one that matches nothing keeps it from that.
    if group.egress != nil, egress.isEmpty {
      egress = [["IpProtocol": "icmp", "FromPort": 252, "ToPort": 86, "CidrIp": "255.255.255.255/32"]]
    }
    var properties = Object()
    let known = names.formerName(name, in: "securityGroups")
    properties.add("GroupDescription", group.description, default: .string(known)) { value($0) }
    properties.add("VpcId", group.vpc) { values.reference(.vpc, $0) }
    properties.add("SecurityGroupIngress", group.ingress) { _ in ingress.isEmpty ? nil : .list(ingress) }
    properties.add("SecurityGroupEgress", group.egress) { _ in .list(egress) }
    write(.securityGroup(name), .securityGroup, properties, .main(group.options))
  }

  private mutating func rule(
    _ side: RuleSide, _ peer: Given<String>, _ ports: RulePorts, _ description: Given<String>?, of name: String,
    _ id: String, _ options: ElementOptions
  ) -> [Value] {
    var rule = ports.object
    rule.add("Description", description) { value($0) }
    let isGroup: Bool
    switch names.find(.peer, peer) {
    case .literal(let text) where text.hasPrefix("pl-"):
      rule.add(side.prefixListKey, peer) { _ in .string(text) }
      isGroup = false
    case .literal(let text) where !text.hasPrefix("sg-"):
      rule.add(text.contains(":") ? "CidrIpv6" : "CidrIp", peer) { _ in .string(text) }
      isGroup = false
    case .resource(let id) where names.resourceTypes[id] == "AWS::EC2::PrefixList":
      rule.add(side.prefixListKey, peer) { values.reference(.peer, $0) }
      isGroup = false
    case .intrinsic(let node) where !givesGroup(values.value(node)):
      rule.add("CidrIp", peer) { _ in values.value(node) }
      isGroup = false
    case nil: return []
    default:
      rule.add(side.groupKey, peer) { values.reference(.securityGroup, $0) }
      isGroup = true
    }
    guard isGroup else { return [.object(rule)] }
    var properties = Object()
    properties.add("GroupId", .getAtt(id, "GroupId"))
    for member in rule.members { properties.set(member) }
    let text = text(ofPeer: peer, rule[side.groupKey])
    let path = "securityGroups.\(name).\(side.rawValue).\(text) \(ports.text)"
    write(
      Place(hashed: path, side == .ingress ? "GroupIngress" : "GroupEgress", name),
      side == .ingress ? .ingress : .egress, properties, .part(options))
    return []
  }

  /// The text of a rule's group that does not depend on how it is written: the ID of an existing one, the name of an
  /// element.
  private func text(ofPeer peer: Given<String>, _ group: Value?) -> String {
    switch group?.canonical.identity {
    case .string(let id)?: return id
    case .ref(let id)?:
      if let index = names.index(ofId: id, in: "securityGroups") {
        return names.formerName(names.spec.securityGroups[index].name, in: "securityGroups")
      }
    default: break
    }
    return peer.literal ?? value(peer).fingerprint
  }

  /// Whether a function gives a security group's id: a group's attribute, a group, or a parameter that asks for one.
  /// An unknown value is treated as a CIDR block; for a group, `securityGroups` has `id`.
  private func givesGroup(_ value: Value) -> Bool {
    switch value {
    case .getAtt(_, let attribute): return attribute.hasSuffix("GroupId") || attribute.hasSuffix("SecurityGroup")
    case .ref(let id):
      if let type = names.resourceTypes[id] { return type == "AWS::EC2::SecurityGroup" }
      if names.parameters.contains(id) { return values.parameterType(id)?.mentions("SecurityGroup") ?? false }
      // What else can be referred to is a place, and of those only groups give addresses a rule could mean.
      return true
    case .string(let text): return text.hasPrefix("sg-")
    case .object(let object):
      guard object.members.count == 1, case .list(let parts) = object.members[0].value else { return false }
      switch object.members[0].key {
      case "Fn::If": return parts.count == 3 && (givesGroup(parts[1]) || givesGroup(parts[2]))
      case "Fn::Select": return parts.count == 2 && givesGroup(parts[1])
      default: return false
      }
    default: return false
    }
  }

  /// The security group that the program writes at a place.
  func group(at place: Place) -> GroupRef { GroupRef(id: .getAtt(names.id(place), "GroupId"), path: place.path) }

  /// Writes a security group without rules of its own.
  mutating func writeGroup(_ place: Place, _ description: String, in vpc: Given<String>, _ extras: Extras) {
    var properties = Object()
    properties.add("GroupDescription", .string(description))
    properties.add("VpcId", values.reference(.vpc, vpc))
    write(place, .securityGroup, properties, extras)
  }

  /// A rule that lets one security group's traffic into another one's port.
  mutating func admit(
    _ source: GroupRef, into target: GroupRef, port: Value, path: String, description: String,
    _ extras: Extras
  ) {
    var properties = Object()
    properties.add("GroupId", target.id, origin: target.origin)
    properties.add("SourceSecurityGroupId", source.id, origin: source.origin)
    properties.add("IpProtocol", "tcp")
    properties.add("FromPort", port)
    properties.add("ToPort", port)
    properties.add("Description", .string(description))
    // EC2 identifies a rule by its groups and its port. Listeners that share them share the rule.
    let identity = [target.id, source.id, port].map(\.fingerprint).joined(separator: " ")
    var words = ""
    if case .getAtt(let id, _) = target.id { words = id }
    let place = Place(
      "\(path).\(target.path).\(source.path)", id: Place(hashed: identity, "ListenerIngress", words).id)
    let id = names.id(place)
    guard let other = template[id] else {
      admitted.insert(id)
      return _ = write(place, .ingress, properties, extras)
    }
    let elements = extras.owners + [extras.options].compactMap { $0 }
    let condition = anyOf([other.condition, allOf(elements.map { $0.condition?.literal })])
    template[id]?.condition = condition
  }
}

/// A security group's ID, and its path, which is unique.
struct GroupRef {
  let id: Value
  let path: String
  /// Where the ID of an existing group is written.
  var origin = Origin.none
}

/// Which way a rule's traffic goes.
private enum RuleSide: String {
  case ingress, egress

  var groupKey: String { self == .ingress ? "SourceSecurityGroupId" : "DestinationSecurityGroupId" }
  var prefixListKey: String { self == .ingress ? "SourcePrefixListId" : "DestinationPrefixListId" }
}

/// The protocol and ports of a rule.
private struct RulePorts {
  var object = Object()
  let text: String

  init(_ port: Given<String>?, _ written: Given<RuleProtocol>?, _ synthesis: Synthesis) {
    let name = written.map { synthesis.value($0) } ?? (port == nil ? "all" : "tcp")
    object.add("IpProtocol", name == "all" ? "-1" : name)
    let bounds = port?.literal.flatMap(PortRangeSchema.bounds)
    switch (name, bounds, port) {
    case (_, let bounds?, _):
      object.add("FromPort", port) { _ in .int(bounds.lowerBound) }
      object.add("ToPort", port) { _ in .int(bounds.upperBound) }
    case (_, nil, let port?):
      object.add("FromPort", port) { synthesis.value($0) }
      object.add("ToPort", port) { synthesis.value($0) }
    case ("all", nil, nil): break
    case (_, nil, nil):
      // For ICMP these are types and codes, of which -1 is every one.
      object.add("FromPort", name == "icmp" ? -1 : 0)
      object.add("ToPort", name == "icmp" ? -1 : 65_535)
    }
    // One range, however it is written.
    let range = bounds.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    text =
      "\(written?.literal?.rawValue ?? name.text ?? name.fingerprint) \(range ?? port.map { synthesis.value($0).fingerprint } ?? "")"
  }
}
