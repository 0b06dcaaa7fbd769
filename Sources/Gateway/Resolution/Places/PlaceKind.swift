import CloudFormation

/// A kind of place, for the reference: names in capitals vary. A test compares the list with the places of all examples.
struct PlaceKind: Sendable {
  let path: String
  /// The types of its resource; empty for a list of IDs.
  let types: [String]

  private init(_ path: String, _ types: String...) { (self.path, self.types) = (path, types) }

  /// A place whose type is one of API Gateway's.
  private static func gateway(_ path: String, _ type: String) -> PlaceKind {
    PlaceKind(path, "AWS::ApiGatewayV2::\(type)")
  }
  private static func ec2(_ path: String, _ type: String) -> PlaceKind { PlaceKind(path, "AWS::EC2::\(type)") }
  private static func balancing(_ path: String, _ type: String) -> PlaceKind {
    PlaceKind(path, "AWS::ElasticLoadBalancingV2::\(type)")
  }

  /// All of them, in the order of the language reference.
  static let all: [PlaceKind] = [
    PlaceKind("functions.NAME", "AWS::Lambda::Function"), PlaceKind("functions.NAME.role", "AWS::IAM::Role"),
    PlaceKind("functions.NAME.logs", "AWS::Logs::LogGroup"), PlaceKind("functions.NAME.alias", "AWS::Lambda::Alias"),
    PlaceKind("functions.NAME.version", "AWS::Lambda::Version"),
    .ec2("functions.NAME.securityGroup", "SecurityGroup"),
    .ec2("vpcs.NAME", "VPC"), PlaceKind("vpcs.NAME.privateSubnets"), PlaceKind("vpcs.NAME.publicSubnets"),
    PlaceKind("vpcs.NAME.isolatedSubnets"), PlaceKind("vpcs.NAME.subnets.GROUP"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER", "Subnet"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER.routeTable", "RouteTable"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER.routeTableAssociation", "SubnetRouteTableAssociation"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER.defaultRoute", "Route"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER.natGateway", "NatGateway"),
    .ec2("vpcs.NAME.subnets.GROUP.NUMBER.natAddress", "EIP"),
    .ec2("vpcs.NAME.internetGateway", "InternetGateway"), .ec2("vpcs.NAME.gatewayAttachment", "VPCGatewayAttachment"),
    .ec2("vpcs.NAME.endpoints.SERVICE", "VPCEndpoint"),
    .ec2("vpcs.NAME.endpoints.SERVICE.securityGroup", "SecurityGroup"),
    .gateway("vpcs.NAME.vpcLink", "VpcLink"), .ec2("vpcs.NAME.vpcLink.securityGroup", "SecurityGroup"),
    .ec2("securityGroups.NAME", "SecurityGroup"), .ec2("securityGroups.NAME.ingress.RULE", "SecurityGroupIngress"),
    .ec2("securityGroups.NAME.egress.RULE", "SecurityGroupEgress"),
    PlaceKind("vpcLinks.NAME", "AWS::ApiGatewayV2::VpcLink", "AWS::ApiGateway::VpcLink"),
    .ec2("vpcLinks.NAME.securityGroup", "SecurityGroup"),
    .balancing("loadBalancers.NAME", "LoadBalancer"), .ec2("loadBalancers.NAME.securityGroup", "SecurityGroup"),
    PlaceKind("loadBalancers.NAME.vpcLink", "AWS::ApiGateway::VpcLink"),
    .balancing("loadBalancers.NAME.listeners.NAME", "Listener"),
    .balancing("loadBalancers.NAME.listeners.NAME.targetGroup", "TargetGroup"),
    .balancing("loadBalancers.NAME.listeners.NAME.extraCertificates", "ListenerCertificate"),
    .balancing("loadBalancers.NAME.listeners.NAME.rules.PRIORITY", "ListenerRule"),
    .balancing("loadBalancers.NAME.listeners.NAME.rules.PRIORITY.targetGroup", "TargetGroup"),
    .ec2("loadBalancers.NAME.listeners.NAME.ingress.RULE", "SecurityGroupIngress"),
    .balancing("targetGroups.NAME", "TargetGroup"),
    PlaceKind(
      "cloudMapNamespaces.NAME", "AWS::ServiceDiscovery::PrivateDnsNamespace",
      "AWS::ServiceDiscovery::PublicDnsNamespace", "AWS::ServiceDiscovery::HttpNamespace"),
    PlaceKind("cloudMapServices.NAME", "AWS::ServiceDiscovery::Service"),
    PlaceKind("cloudMapServices.NAME.instances.ID", "AWS::ServiceDiscovery::Instance"),
    PlaceKind("userPools.NAME", "AWS::Cognito::UserPool"),
    PlaceKind("userPools.NAME.clients.NAME", "AWS::Cognito::UserPoolClient"),
    .gateway("domains.NAME", "DomainName"),
    PlaceKind("domains.NAME.certificate", "AWS::CertificateManager::Certificate"),
    PlaceKind("domains.NAME.records.TYPE", "AWS::Route53::RecordSet"),
    PlaceKind("apiKeys.NAME", "AWS::ApiGateway::ApiKey"), PlaceKind("usagePlans.NAME", "AWS::ApiGateway::UsagePlan"),
    PlaceKind("usagePlans.NAME.keys.NAME", "AWS::ApiGateway::UsagePlanKey"),
    PlaceKind("account", "AWS::ApiGateway::Account"), PlaceKind("account.logRole", "AWS::IAM::Role"),
    .gateway("apis.NAME", "Api"), .gateway("apis.NAME.authorizers.NAME", "Authorizer"),
    PlaceKind("apis.NAME.authorizers.NAME.permission", "AWS::Lambda::Permission"),
    .gateway("apis.NAME.integrations.NAME", "Integration"),
    .gateway("apis.NAME.integrations.NAME.responses.KEY", "IntegrationResponse"),
    .gateway("apis.NAME.targets.KIND.TARGET", "Integration"),
    .gateway("apis.NAME.targets.KIND.TARGET.responses.KEY", "IntegrationResponse"),
    .gateway("apis.NAME.routes.KEY", "Route"), .gateway("apis.NAME.routes.KEY.response", "RouteResponse"),
    .gateway("apis.NAME.models.NAME", "Model"), .gateway("apis.NAME.stages.NAME", "Stage"),
    PlaceKind("apis.NAME.stages.NAME.logs", "AWS::Logs::LogGroup"), .gateway("apis.NAME.domain", "ApiMapping"),
    .gateway("apis.NAME.stages.NAME.domain", "ApiMapping"), .gateway("apis.NAME.deployment", "Deployment"),
    PlaceKind("apis.NAME.permissions.FUNCTION", "AWS::Lambda::Permission"),
    PlaceKind("apis.NAME.senders.FUNCTION", "AWS::IAM::Policy"),
    PlaceKind("apis.NAME.roles.ACTION", "AWS::IAM::Role"),
  ]
}

extension PlaceKind {
  /// The section of the language reference about places.
  static var reference: String {
    var text = """

      ## Places

      References (`!Ref`, `!GetAtt`, `!Sub`), `dependsOn`, `DependsOn` and `overrides` accept places.
      `apigw-synth ids --attributes` lists those of a spec. An existing resource gives its ARN or ID. A stage also has the
      attribute `Url`, and that of a WebSocket API `CallbackUrl`.

      The subnets of a group count from 1: `vpcs.main.subnets.app.1` is the first one of `app`. Items of a list of IDs count from
      0, as in `!Select`: `vpcs.main.privateSubnets.0` is the first private subnet.

      | place | resource | `!Ref` | `!GetAtt` |
      | --- | --- | --- | --- |

      """
    for kind in all {
      let type = kind.types.first.flatMap(ResourceType.named)
      let attributes = type?.attributeNames ?? []
      let cells = [
        "`\(kind.path)`", kind.types.map { "`\($0)`" }.joined(separator: ", "),
        kind.types.isEmpty ? "list of subnet IDs" : type?.ref?.noun ?? "",
        attributes.map { "`\($0)`" }.joined(separator: ", "),
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }
}
