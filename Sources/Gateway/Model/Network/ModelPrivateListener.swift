import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A load balancer's listener that an integration reaches through a VPC link.
  final class PrivateListener {
    let integration: Integration
    let name: String
    /// The listener and its load balancer, if the stack creates them.
    let resource: Resource?
    let balancer: Resource?
    private let target: (any ListenerTarget)?
    private let known: ResolvedListener?
    /// Its port, if it is known.
    private(set) lazy var port = resource?["Port"]?.number ?? known?.listener?.value.port?.literal
    /// Its port, if a listener can have it: another one is reported at the listener.
    var validPort: Int? { port.flatMap { 1...65_535 ~= $0 ? $0 : nil } }
    /// The security groups of the load balancer; nil in the place of one that the stack does not create.
    private(set) lazy var groups = findGroups()

    fileprivate init?(_ integration: Integration) {
      let model = integration.resource.model
      self.integration = integration
      target = integration.target?.integration.asPrivate?.asListener
      if let target, !target.serves(integration.isWebSocket == true ? .websocket : .http) { return nil }
      let known = target.flatMap { model.names.listener($0.name) }.flatMap { $0.listener == nil ? nil : $0 }
      let own = known.flatMap { known in
        known.listener.map { model.names.id(.listener(known.balancerName, $0.name)) }
      }
      let listener = model.resource(integration["IntegrationUri"]) ?? own.flatMap(model.resource)
      resource = listener?.type == "AWS::ElasticLoadBalancingV2::Listener" ? listener : nil
      let balancer = known.flatMap { model.resource(model.names.id(.loadBalancer($0.balancerName))) }
      self.balancer = model.resource(resource?["LoadBalancerArn"]) ?? balancer
      self.known = known
      guard let name = resource?.name ?? known?.listener?.name else { return nil }
      self.name = name
    }
  }

  /// The listeners that integrations reach through VPC links.
  func makePrivateListeners() -> [PrivateListener] {
    apis.integrations.compactMap { $0.isPrivate == true ? PrivateListener($0) : nil }
  }
}

extension Model.PrivateListener {
  private var model: Model { integration.resource.model }

  /// Where it is written.
  var mark: Mark { resource?.mark ?? known?.listener?.mark ?? integration.mark }

  /// The name of its load balancer, for messages.
  var balancerName: String { balancer?.name ?? known?.balancerName ?? name }

  /// Its protocol, if it is known.
  var speaks: ListenerProtocol? {
    if let resource { return resource["Protocol"]?.text.flatMap(ListenerProtocol.init) }
    return known?.listener?.value.surelySpeaks(on: known?.balancer?.type.literal)
  }

  /// The host of the certificate that API Gateway requires, and where it is written; nil where it speaks plain HTTP.
  var serverName: (text: String?, mark: Mark)? {
    if let name = integration["TlsConfig"]?["ServerNameToVerify"] { return (name.text, name.mark) }
    return target?.network.tls.map { ($0.literal, $0.mark) }
  }

  /// Whether the VPC link of the integration has no security group that could be allowed.
  var linkHasNoGroup: Bool {
    guard let link = model.resource(integration["ConnectionId"]), link.isRaw else { return false }
    return link.lacks("SecurityGroupIds") || link["SecurityGroupIds"]?.items?.isEmpty == true
  }

  /// The security groups that limit access to the load balancer.
  var openTo: Given<OpenTo>? { known?.balancer?.openTo }

  fileprivate func findGroups() -> [Model.SecurityGroup?] {
    if let groups = balancer?["SecurityGroups"] { return groups.list.map(model.securityGroup) }
    return (known?.balancer?.securityGroups?.items ?? []).map { name in
      guard case .element(let index) = model.names.find(.securityGroup, name) else { return nil }
      return model.securityGroups[model.names.id(.securityGroup(model.names.spec.securityGroups[index].name))]
    }
  }

  /// The inbound rules for everyone of the load balancer's security groups, and those that the stack adds to existing
  /// groups.
  var openIngress: [Model.SecurityGroup.Rule] {
    let existing = (known?.balancer?.securityGroups?.items ?? []).compactMap(\.literal)
    return groups.flatMap { $0?.ingress.filter(\.isForEveryone) ?? [] }
      + existing.flatMap { model.rulesOfExistingGroups[$0]?.filter(\.isForEveryone) ?? [] }
  }

  /// Whether a security group of the load balancer admits the VPC link.
  var isOpened: Bool {
    guard let port else { return false }
    let link = linkGroups ?? []
    return groups.contains { $0?.ingress.contains { $0.admits(port) && $0.mayBe(for: link) } ?? false }
  }

  /// Whether all of its security groups are in the spec, and none of their rules admits the VPC link. Groups of the
  /// language without any rule get theirs elsewhere.
  var isClosed: Bool {
    let groups = groups.compactMap { $0 }
    guard let port, !groups.isEmpty, groups.count == self.groups.count, let link = linkGroups else { return false }
    if !groups.allSatisfy(\.hasKnownIngress) { return false }
    if !groups.contains(where: { !$0.ingress.isEmpty }) {
      // A group that something else refers to may be let in, or opened, elsewhere.
      if balancer?.isRaw != true || model.mayOpenElsewhere(link.union(groups.map(\.resource.id))) { return false }
    }
    return !groups.contains { $0.ingress.contains { $0.admits(port) && $0.mayBe(for: link) } }
  }

  /// The VPC link, if the stack creates it.
  var link: Model.Resource? {
    guard let link = model.resource(integration["ConnectionId"]) else { return nil }
    return link.type == ResourceType.prefix + "VpcLink" ? link : nil
  }

  /// The logical IDs of the security groups of the VPC link; nil where they are not all known.
  var linkGroups: Set<String>? {
    guard let ids = link?["SecurityGroupIds"]?.items else { return nil }
    let known = ids.compactMap(\.target)
    return known.count == ids.count ? Set(known) : nil
  }

  /// The VPC of the load balancer, and where it is written.
  var home: (vpc: VpcIdentity, mark: Mark)? {
    if let balancer, let attachment = model.attachment(of: balancer) {
      return attachment.home.map { ($0, attachment.vpcMark ?? balancer.mark) }
    }
    guard let given = known?.balancer?.vpc, let vpc = model.spec.identity(ofVpc: given) else { return nil }
    return (vpc, given.mark)
  }

  /// The VPC of the VPC link.
  var linkHome: VpcIdentity? {
    if let link { return model.attachment(of: link)?.home }
    guard let target, let (_, given) = model.spec.linkVpc(of: target) else { return nil }
    return model.spec.identity(ofVpc: given)
  }
}

extension Model {
  /// Whether traffic may be let into security groups by something other than their rules in the template.
  fileprivate func mayOpenElsewhere(_ groups: Set<String>) -> Bool {
    hasUnseenResources || !groups.isDisjoint(with: namedBeyondGroups)
  }

  /// Finds the logical IDs that outputs refer to, and resources whose use of a security group is not known.
  func findNamesBeyondGroups() -> Set<String> {
    var names: Set<String> = []
    Value.object(template.outputs).forEachReference { names.insert($0) }
    for type in types where !Model.membersOfGroups.contains(type) {
      for resource in resources(type) {
        Value.object(resource.record.properties).forEachReference { names.insert($0) }
      }
    }
    return names
  }

  /// The types of resources that are in security groups, or are rules of them.
  private static let membersOfGroups: Set = [
    ResourceType.prefix + "VpcLink", ResourceType.loadBalancer.name, ResourceType.securityGroup.name,
    ResourceType.ingress.name, ResourceType.egress.name, "AWS::ECS::Service", "AWS::Lambda::Function",
  ]
}
