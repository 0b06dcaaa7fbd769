import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A service ID where an ARN is expected.
  static let serviceId = Rule(
    id: "SVC001",
    severity: .error,
    summary: "ID of a Cloud Map service instead of its ARN",
    why: """
      `!Ref` of a Cloud Map service gives its ID (`srv-…`), but API Gateway needs its ARN: "integration uri should be a valid
      ELB listener ARN or a valid Cloud Map service ARN".
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
    check: { model, report in
      for service in model.cloudMapServices {
        for user in service.users {
          guard let uri = user["IntegrationUri"],
            [.ref(service.resource.id), .getAtt(service.resource.id, "Id")].contains(uri.value)
          else { continue }
          report.report(
            at: uri, "this is the ID of the service; API Gateway needs its ARN",
            help: "write `\(user.target == nil ? "!GetAtt \(service.resource.id).Arn" : service.resource.name)`")
        }
      }
    })

  /// Instances in another VPC than the link.
  static let serviceOfOtherVpc = Rule(
    id: "SVC007",
    severity: .error,
    summary: "VPC link in another VPC than the service's instances",
    why: """
      A private namespace gives addresses in its own VPC. A link in another VPC cannot reach them, and every request fails with
      503.
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
    check: { model, report in
      for service in model.cloudMapServices {
        guard let vpc = service.namespace?["Vpc"] else { continue }
        for user in service.users {
          guard let link = model.vpc(ofLink: user), link.value != vpc.value else { continue }
          report.report(
            at: user["ConnectionId"]?.mark ?? user.mark,
            "the VPC link is in \(model.name(ofVpc: link)), the instances of the service are in \(model.name(ofVpc: vpc))",
            related: [Related(message: "VPC of the service", mark: vpc.mark)],
            help: "use a VPC link in \(model.name(ofVpc: vpc))")
        }
      }
    })
}

extension Model {
  /// The VPC of an integration's link, where its security groups or subnets show it.
  fileprivate func vpc(ofLink integration: Integration) -> Property? {
    guard let link = resource(integration["ConnectionId"]) else { return nil }
    let parts = (link["SecurityGroupIds"]?.list ?? []) + (link["SubnetIds"]?.list ?? [])
    return parts.lazy.compactMap { self.resource($0)?["VpcId"] }.first
  }

  /// A VPC in a message: its name in the spec, or its ID.
  fileprivate func name(ofVpc vpc: Property) -> String {
    if let resource = resource(vpc) { return "`\(resource.name)`" }
    let element = names.spec.vpcs.first { element in
      if case .imported(let imported) = element.value.form { return spec.values.value(imported.id) == vpc.value }
      return false
    }
    return (element?.name ?? vpc.text).map { "`\($0)`" } ?? "another VPC"
  }
}
