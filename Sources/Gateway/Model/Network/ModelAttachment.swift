import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A resource with network interfaces in subnets of a VPC: a VPC link of version 2, a load balancer or a function.
  struct Attachment {
    enum Kind {
      case link, balancer, function
    }

    let kind: Kind
    let resource: Resource
    /// The name for messages.
    let words: String
    /// The VPC that the language gives it, and where.
    let vpc: VpcIdentity?
    let vpcMark: Mark?
    private let subnetIds: Property?
    private let groupIds: Property?
    /// The subnets, as far as they are known.
    let subnets: [Subnet]

    /// A subnet that something is attached to.
    struct Subnet {
      /// Its ID.
      let id: Property
      /// Its resource, if the stack creates it.
      let resource: Resource?
      /// The VPC that it is a part of, if that is known.
      let home: VpcIdentity?
    }
  }

  /// VPC links, load balancers and functions in subnets.
  func makeAttachments() -> [Attachment] {
    let links = resources("VpcLink")
    let balancers = resources("AWS::ElasticLoadBalancingV2::LoadBalancer")
    let functions = functions.filter { $0["VpcConfig"] != nil }
    if links.isEmpty, balancers.isEmpty, functions.isEmpty { return [] }
    let known = AttachmentFacts(self)
    return links.map { Attachment(.link, $0, $0["SubnetIds"], $0["SecurityGroupIds"], known) }
      + balancers.map { Attachment(.balancer, $0, $0["Subnets"], $0["SecurityGroups"], known) }
      + functions.map {
        Attachment(.function, $0, $0["VpcConfig"]?["SubnetIds"], $0["VpcConfig"]?["SecurityGroupIds"], known)
      }
  }

  /// The attachment of a resource to subnets, if it has one.
  func attachment(of resource: Resource) -> Attachment? {
    attachmentsById[resource.id].flatMap { $0.resource === resource ? $0 : nil }
  }

  /// The VPC that a security group of the stack belongs to, if it is known.
  func vpc(ofGroup id: Property) -> VpcIdentity? {
    securityGroup(id)?.resource["VpcId"].flatMap { VpcIdentity($0.value, spec.values) }
  }

  /// The security group of the stack that a property names.
  func securityGroup(_ id: Property) -> SecurityGroup? { id.target.flatMap { securityGroups[$0] } }
}

extension Model.Attachment {
  fileprivate init(
    _ kind: Kind, _ resource: Model.Resource, _ subnetIds: Model.Property?, _ groupIds: Model.Property?,
    _ known: AttachmentFacts
  ) {
    self.kind = kind
    self.resource = resource
    self.subnetIds = subnetIds
    self.groupIds = groupIds
    let given = known.vpcs[resource.id]
    vpc = given.flatMap { VpcIdentity($0, resource.model.spec.values) }
    vpcMark = given?.mark
    subnets = (subnetIds?.list ?? []).compactMap(known.subnet)
    words =
      switch kind {
      case .link where given == nil && !resource.isRaw: "the VPC link into `\(resource.name)`"
      case .link: "the VPC link `\(resource.name)`"
      case .balancer: "the load balancer `\(resource.name)`"
      case .function: "the function `\(resource.name)`"
      }
  }

  /// Where its subnets are decided: its own list, or that of its VPC.
  var mark: Mark {
    guard let subnetIds, subnetIds.isWritten else { return vpcMark ?? resource.mark }
    return subnetIds.listMark
  }

  /// Whether the list of its subnets is its own.
  var choosesSubnets: Bool { subnetIds.map { $0.isRaw || $0.word == $0.writtenKey } ?? false }

  /// Whether its subnets are known, all of them.
  var hasKnownSubnets: Bool { subnetIds?.items?.count == subnets.count }

  /// Whether it is an application load balancer with one subnet, where it needs two.
  var needsSecondZone: Bool {
    // A list that a condition chooses in the language is one item in the template.
    let first = subnetIds?.items?.first?.value
    let isList = first?.choice != nil && !resource.isRaw || first?.text.map { !$0.hasPrefix("subnet-") } ?? false
    return kind == .balancer && subnets.count == 1 && hasKnownSubnets && !isList
      && resource["Type"]?.text ?? "application" == "application"
  }

  /// The IDs of its security groups.
  var groups: [Model.Property] { groupIds?.list ?? [] }

  /// The first subnet that is surely not in the VPC of the others.
  var stray: (subnet: Subnet, home: VpcIdentity, expected: VpcIdentity)? {
    var expected = vpc
    for subnet in subnets {
      guard let home = subnet.home else { continue }
      if let expected, home.surelyDiffers(from: expected) { return (subnet, home, expected) }
      expected = expected ?? home
    }
    return nil
  }

  /// The VPC that it is attached to, if it is known.
  var home: VpcIdentity? { vpc ?? subnets.lazy.compactMap(\.home).first }
}

extension Model.Attachment.Subnet {
  /// Its Availability Zone, if it is always the same.
  var zone: Model.Property? {
    let zone = resource.flatMap { $0["AvailabilityZoneId"] ?? $0["AvailabilityZone"] }
    return zone?.value.choice == nil ? zone : nil
  }
}

/// Subnets of the language, and the resources in them.
private struct AttachmentFacts {
  /// The VPCs that the language gives to what it creates, by logical ID.
  private(set) var vpcs: [String: Given<String>] = [:]
  /// The VPCs of existing subnets; nil of those that several VPCs list.
  private var homes: [String: VpcIdentity?] = [:]
  private let model: Model

  init(_ model: Model) {
    self.model = model
    let names = model.names
    for element in names.spec.vpcLinks {
      if case .created(let link) = element.value.form { vpcs[names.id(.vpcLink(element.name))] = link.vpc }
    }
    for element in names.spec.loadBalancers {
      if case .created(let balancer) = element.value.form {
        vpcs[names.id(.loadBalancer(element.name))] = balancer.vpc
      }
    }
    for own in model.spec.createdFunctions { vpcs[names.id(.function(own.element.name))] = own.function.vpc }
    for element in names.spec.vpcs {
      guard case .imported(let vpc) = element.value.form else { continue }
      let home = VpcIdentity(element, model.spec.values)
      for item in SubnetType.allCases.flatMap({ vpc.subnets($0)?.items ?? [] }) {
        guard let id = item.literal else { continue }
        homes[id] = .some(homes[id] == nil ? home : nil)
      }
    }
  }

  /// A known subnet; nil if a function may give any.
  func subnet(_ id: Model.Property) -> Model.Attachment.Subnet? {
    if let text = id.text { return Model.Attachment.Subnet(id: id, resource: nil, home: homes[text] ?? nil) }
    guard let resource = model.resource(id, of: "AWS::EC2::Subnet") else { return nil }
    let home = resource["VpcId"].flatMap { VpcIdentity($0.value, model.spec.values) }
    return Model.Attachment.Subnet(id: id, resource: resource, home: home)
  }
}

extension Model.Property {
  /// The key that is written.
  fileprivate var writtenKey: String? {
    guard let node = origin.valueNode, let key = resource.tree.key(of: node) else { return nil }
    return resource.tree.string(key)
  }
}
