import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An id where the ARN is due.
  static let serviceId = Rule(
    id: "SVC001",
    severity: .error,
    summary: "`cloudMap` gets the id of a service, not its ARN",
    why: """
      `!Ref` of a Cloud Map service gives its id (`srv-…`), and API Gateway wants the ARN: "integration uri should be a
      valid ELB listener ARN or a valid Cloud Map service ARN".
      """,
    source: "CloudFormation's page of AWS::ServiceDiscovery::Service; API Gateway's CreateIntegration",
    bad: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      resources:
        Orders: {Type: AWS::ServiceDiscovery::Service, Properties: {NamespaceId: ns-1234567890abcdef}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: ⟦!Ref Orders⟧, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    good: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      resources:
        Orders: {Type: AWS::ServiceDiscovery::Service, Properties: {NamespaceId: ns-1234567890abcdef}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: Orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      let services = spec.names.spec.cloudMapServices.map { (spec.names.id(.service($0.name)), $0.name) }
      let own = Dictionary(services) { first, _ in first }
      spec.forEachPrivateTarget { _, target in
        guard target is CloudMapTarget, case .intrinsic(let node) = target.name.content else { return }
        let id: String
        switch spec.values.value(node) {
        case .ref(let name), .getAtt(let name, "Id"): id = name
        default: return
        }
        guard own[id] != nil || spec.names.resourceTypes[id] == "AWS::ServiceDiscovery::Service" else { return }
        report.report(
          at: target.name.mark, "this gives the id of the service, and API Gateway wants its ARN",
          help: "write `\(own[id] ?? id)`: the ARN is taken")
      }
    })

  /// An instance without a way to it.
  static let instanceWithoutAddress = Rule(
    id: "SVC003",
    severity: .warning,
    summary: "an instance behind an API without an address or a port",
    why: """
      API Gateway calls an instance at the address and the port that Cloud Map has of it. An instance that lacks one of
      them is never called.
      """,
    source: "API Gateway's page on private integrations",
    bad: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      cloudMapNamespaces:
        shop: {type: http, name: shop}
      cloudMapServices:
        orders: {namespace: shop, instances: {id: first, ipv4: ⟦10.0.1.7⟧}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    good: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      cloudMapNamespaces:
        shop: {type: http, name: shop}
      cloudMapServices:
        orders: {namespace: shop, instances: {id: first, ipv4: 10.0.1.7, port: 8080}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      var targets: Set<String> = []
      spec.forEachPrivateTarget { _, target in
        if target is CloudMapTarget, let name = target.name.literal { targets.insert(name) }
      }
      spec.forEachCreatedService { found in
        guard targets.contains(found.element.name) else { return }
        for instance in found.service.instances?.items ?? [] {
          let attributes = Set(instance.attributes.map(\.name))
          let address = instance.ipv4 != nil || !attributes.isDisjoint(with: addresses)
          let port = instance.port != nil || attributes.contains("AWS_INSTANCE_PORT")
          guard !address || !port else { continue }
          let marks = [instance.ipv4?.mark, instance.port?.mark, instance.id?.mark, instance.attributes.first?.mark]
          report.report(
            at: marks.compactMap(\.self).first ?? found.element.mark,
            address ? "no port is known of this instance" : "no address is known of this instance",
            help: address ? "write `port`" : "write `ipv4`")
        }
      }
    })

  /// What an instance may be reached by (source: Cloud Map's RegisterInstance).
  private static let addresses: Set<String> = [
    "AWS_INSTANCE_IPV4", "AWS_INSTANCE_IPV6", "AWS_INSTANCE_CNAME", "AWS_ALIAS_DNS_NAME", "AWS_EC2_INSTANCE_ID",
  ]

  /// Two services of one name.
  static let serviceNameTwice = Rule(
    id: "SVC006",
    severity: .error,
    summary: "two services of one name in a namespace, where case does not tell them apart",
    why: """
      The name of a service is a DNS name within its namespace, and DNS does not look at case. Cloud Map refuses the second
      one.
      """,
    source: "Cloud Map's CreateService; found by deployments (cdk-preflight)",
    bad: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop, name: orders}
        returns: {namespace: shop, name: ⟦Orders⟧}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
        Returns: {Value: !GetAtt cloudMapServices.returns.Arn}
      """,
    good: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop, name: orders}
        returns: {namespace: shop, name: returns}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
        Returns: {Value: !GetAtt cloudMapServices.returns.Arn}
      """,
    check: { spec, report in
      var seen: [String: Mark] = [:]
      spec.forEachCreatedService { found in
        guard let given = found.service.name, let name = given.literal,
          let owner = found.service.namespace.literal
        else { return }
        let key = "\(owner)/" + (found.namespace == .http ? name : name.lowercased())
        guard let other = seen.updateValue(given.mark, forKey: key) else { return }
        report.report(
          at: given.mark, "the namespace `\(owner)` has a service of this name already",
          related: [Related(message: "the other service", mark: other)], help: "give one of them another name")
      }
    })

  /// Two namespaces of one name.
  static let namespaceTwice = Rule(
    id: "SVC008",
    severity: .warning,
    summary: "two private namespaces of one name in a VPC",
    why: """
      A private namespace is a hosted zone of its name, and a VPC is associated with one zone of a name alone. Creating the
      second one fails.
      """,
    source: "general knowledge: Route 53's ConflictingDomainExists",
    bad: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
        other: {type: private, name: ⟦Shop.internal⟧, vpc: main}
      outputs:
        Shop: {Value: !GetAtt cloudMapNamespaces.shop.Arn}
        Other: {Value: !GetAtt cloudMapNamespaces.other.Arn}
      """,
    good: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
        other: {type: private, name: other.internal, vpc: main}
      outputs:
        Shop: {Value: !GetAtt cloudMapNamespaces.shop.Arn}
        Other: {Value: !GetAtt cloudMapNamespaces.other.Arn}
      """,
    check: { spec, report in
      var seen: [String: Mark] = [:]
      for element in spec.names.spec.cloudMapNamespaces {
        guard case .created(let namespace) = element.value.form, let vpc = namespace.vpc?.literal,
          let name = namespace.name.literal, element.value.type?.literal ?? .private == .private,
          let other = seen.updateValue(namespace.name.mark, forKey: "\(vpc)/\(name.lowercased())")
        else { continue }
        report.report(
          at: namespace.name.mark, "the VPC `\(vpc)` has a namespace of this name already",
          related: [Related(message: "the other namespace", mark: other)],
          help: "put the services of both in one, or give one of them another name")
      }
    })

  /// Addresses of one VPC, called from another.
  static let serviceOfOtherVpc = Rule(
    id: "SVC007",
    severity: .error,
    summary: "a VPC link into another VPC than the one that a service's instances stand in",
    why: """
      The addresses that a private namespace gives are addresses within its VPC. From a link that stands in another one
      nothing is there, and every request fails with 503.
      """,
    source: "Cloud Map's page on private namespaces; API Gateway's page on private integrations",
    bad: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
        other: {id: vpc-87654321, privateSubnets: [subnet-cccc3333, subnet-dddd4444]}
      securityGroups:
        link: {vpc: other}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: other, securityGroups: link}
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: ⟦inner⟧}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    good: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      spec.forEachPrivateTarget { _, target in
        guard target is CloudMapTarget, let home = target.vpc(in: spec.names),
          let (mark, there) = spec.linkVpc(of: target),
          let homeName = spec.names.vpc(home)?.name, let thereName = spec.names.vpc(there)?.name, homeName != thereName
        else { return }
        report.report(
          at: mark, "the link stands in the VPC `\(thereName)`, and the service's instances in `\(homeName)`",
          related: [Related(message: "the VPC of the service", mark: home.mark)],
          help: "reach it through a link in `\(homeName)`")
      }
    })
}

extension ResolvedSpec {
  /// The VPC that a target's link is said to stand in, and where it is said.
  func linkVpc(of target: some PrivateTarget) -> (Mark, Given<String>)? {
    guard let link = target.network.vpcLink else { return target.network.vpc.map { ($0.mark, $0) } }
    guard case .element(let index) = names.find(.vpcLink, link) else { return nil }
    switch names.spec.vpcLinks[index].value.form {
    case .created(let created): return (link.mark, created.vpc)
    case .imported(let imported): return imported.vpc.map { (link.mark, $0) }
    case .toBalancer, nil: return nil
    }
  }
}
