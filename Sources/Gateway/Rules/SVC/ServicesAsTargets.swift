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
    example: """
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
            POST /orders: {cloudMap: ⟦!Ref Orders → Orders⟧, vpcLink: inner}
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
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
        ⟪
        other: {id: vpc-87654321, privateSubnets: [subnet-cccc3333, subnet-dddd4444]}
        →⟫
      securityGroups:
        link: {vpc: ⟪other → main⟫}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: ⟪other → main⟫, securityGroups: link}
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
