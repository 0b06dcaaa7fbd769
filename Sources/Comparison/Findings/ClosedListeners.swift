import CloudFormation
import Diagnostics
import Gateway

/// Listeners that a VPC link reached before the update, and that the security groups of their load balancer close to it.
struct ClosedListeners {
  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    guard changes.all.contains(where: { $0.action != .added && ClosedListeners.types.contains($0.type) }) else {
      return
    }
    let (old, new) = (ClosedListeners.paths(in: changes.old.template), ClosedListeners.paths(in: changes.new.template))
    var left = Set(old.filter(\.isOpen).map(\.listener))
    for path in new where !path.isOpen && left.remove(path.listener) != nil {
      let groups = path.groups.map { "`\($0)`" }.joined(separator: ", ")
      notes.append(
        UpdateNote(
          .updateDeletesUsed,
          "`\(path.integration)` can no longer reach `\(path.listener)`: no rule of the security group \(groups) admits "
            + "`\(path.link)` to the port \(path.port)",
          topic: .other, id: path.integration,
          help: "keep the security group rule, unless there is another one outside of the stack"))
    }
  }

  private static let types: Set = [
    "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::ApiGatewayV2::VpcLink", "AWS::ApiGatewayV2::Integration",
  ]

  /// The way of the requests of an integration through a VPC link.
  private struct Path {
    let integration: String
    let link: String
    let listener: String
    let port: Int
    /// The security groups of the load balancer.
    let groups: [String]
    let isOpen: Bool
  }

  /// The ways to load balancers whose security groups are all in the template.
  private static func paths(in template: Template) -> [Path] {
    let rules = Rules(template)
    return template.resources.compactMap { resource in
      guard resource.type == "AWS::ApiGatewayV2::Integration",
        let link = resource.properties["ConnectionId"]?.identity.reference,
        let sources = template[link]?.properties["SecurityGroupIds"]?.identities,
        let id = resource.properties["IntegrationUri"]?.identity.reference, let listener = template[id]?.properties,
        let port = listener["Port"]?.scalar.flatMap({ Int($0) }),
        let balancer = listener["LoadBalancerArn"]?.identity.reference,
        let groups = template[balancer]?.properties["SecurityGroups"]?.identities?.map(\.reference), !groups.isEmpty,
        groups.allSatisfy({ $0.map { template[$0] != nil } ?? false })
      else { return nil }
      let known = groups.compactMap(\.self)
      return Path(
        integration: resource.id, link: link, listener: id, port: port, groups: known,
        isOpen: known.contains { rules.admit(sources, to: $0, port) })
    }
  }
}

/// The rules for incoming requests of the security groups in a template.
private struct Rules {
  private var byGroup: [String: [Object]] = [:]
  /// Groups with rules that are not known.
  private var unknown: Set<String> = []

  init(_ template: Template) {
    for resource in template.resources {
      switch resource.type {
      case "AWS::EC2::SecurityGroupIngress":
        guard let group = resource.properties["GroupId"]?.identity.reference else { continue }
        byGroup[group, default: []].append(resource.properties)
      case "AWS::EC2::SecurityGroup":
        guard let inline = resource.properties["SecurityGroupIngress"] else { continue }
        guard case .list(let items) = inline, items.allSatisfy({ $0.object != nil && !$0.isFunction }) else {
          unknown.insert(resource.id)
          continue
        }
        byGroup[resource.id, default: []] += items.compactMap(\.object)
      default: break
      }
    }
  }

  /// Whether a rule lets some of these security groups in; also a rule for addresses, which may be theirs.
  func admit(_ sources: [Value], to group: String, _ port: Int) -> Bool {
    unknown.contains(group)
      || (byGroup[group] ?? []).contains { rule in
        let ports = ["FromPort", "ToPort"].map { rule[$0]?.scalar.flatMap { Int($0) } ?? port }
        let isOfAll = rule["IpProtocol"]?.scalar == "-1"
        guard isOfAll || ports[0] <= port && port <= ports[1], rule["IpProtocol"]?.text != "udp" else { return false }
        return rule["SourceSecurityGroupId"].map { sources.contains($0.identity) } ?? true
      }
  }
}

extension Value {
  /// The items of a list, references written in one way; nil for what is not known.
  fileprivate var identities: [Value]? {
    guard case .list(let items) = self, items.allSatisfy({ $0.choice == nil }) else { return nil }
    return items.map(\.identity)
  }
}
