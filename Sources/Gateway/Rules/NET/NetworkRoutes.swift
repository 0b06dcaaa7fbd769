import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The address of a NAT gateway.
  static let rawNetwork = Rule(
    id: "NET003",
    severity: .error,
    summary: "public NAT gateway without an elastic IP, or private one with it",
    why: "EC2 rejects a public NAT gateway without the allocation of an elastic IP, and a private one with it.",
    source: "Amazon EC2, found by deployments (cdk-preflight: ec2-natgw-allocation)",
    example: """
      vpcs:
        main:
      apis:
        store:
          routes:
            $default: https://books.example.com
      resources:
        ⟪→
        Address: {Type: AWS::EC2::EIP, Properties: {Domain: vpc}}
        ⟫
        ⟦WayOut⟧:
          Type: AWS::EC2::NatGateway
          Properties: {SubnetId: !Ref vpcs.main.publicSubnets.0⟪→ , AllocationId: !GetAtt Address.AllocationId⟫}
      """,
    check: { model, report in
      // A regional gateway gets its addresses by itself.
      for gateway in model.resources("AWS::EC2::NatGateway")
      where gateway.isPlain && gateway["AvailabilityMode"] == nil {
        let type = gateway["ConnectivityType"]?.text ?? (gateway["ConnectivityType"] == nil ? "public" : nil)
        if type == "public", gateway.lacks("AllocationId") {
          report.report(
            at: gateway.mark, "this public NAT gateway does not have an address",
            help: "set `AllocationId: !GetAtt ADDRESS.AllocationId`, of an `AWS::EC2::EIP`")
        } else if type == "private", let allocation = gateway["AllocationId"] {
          report.report(at: allocation, "a private NAT gateway does not have an `AllocationId`", help: "remove it")
        }
      }
    })

  /// The target of a route.
  static let vpcRouteTarget = Rule(
    id: "NET007",
    severity: .error,
    summary: "VPC route without exactly one target",
    why: "EC2 rejects a route of a route table unless it has exactly one target, such as a gateway.",
    source: "Amazon EC2, found by deployments (cdk-preflight: ec2-route-target-exactly-one)",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
      resources:
        ⟦Peers⟧:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: rtb-12345678
            DestinationCidrBlock: 10.1.0.0/16
            VpcPeeringConnectionId: pcx-12345678
            ⟪
            TransitGatewayId: tgw-12345678
            →⟫
      """,
    check: { model, report in
      for route in model.resources("AWS::EC2::Route") where route.isPlain {
        let given = routeTargets.filter { route[$0] != nil }
        if given.count == 1 { continue }
        report.report(
          at: route.mark,
          given.isEmpty ? "this route does not have a target" : "this route has \(given.count) targets",
          help: given.isEmpty ? "set one target, such as `NatGatewayId`" : "keep one of " + Suggestion.list(given))
      }
    })

  /// The targets of a route (source: CloudFormation's page of AWS::EC2::Route).
  private static let routeTargets = [
    "CarrierGatewayId", "CoreNetworkArn", "EgressOnlyInternetGatewayId", "GatewayId", "InstanceId", "LocalGatewayId",
    "NatGatewayId", "NetworkInterfaceId", "TransitGatewayId", "VpcEndpointId", "VpcPeeringConnectionId",
  ]

  /// The internet gateway of a VPC.
  static let secondInternetGateway = Rule(
    id: "NET008",
    severity: .error,
    summary: "second internet gateway of a VPC",
    why: """
      EC2 rejects a second internet gateway for a VPC. The language creates one for a VPC with public subnets.
      """,
    source: "Amazon EC2, found by deployments (cdk-preflight: ec2-vpc-single-igw)",
    example: """
      vpcs:
        main:
      apis:
        store:
          routes:
            $default: https://books.example.com
      resources:
        ⟪
        Gateway: {Type: AWS::EC2::InternetGateway}
        ⟦Attachment⟧:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties: {VpcId: !Ref vpcs.main, InternetGatewayId: !Ref Gateway}
        →
        Peering: {Type: AWS::EC2::VPCPeeringConnection, Properties: {VpcId: !Ref vpcs.main, PeerVpcId: vpc-12345678}}
        ⟫
      """,
    check: { model, report in
      var owners: [String: Model.Resource] = [:]
      for attachment in model.resources("AWS::EC2::VPCGatewayAttachment") where attachment.isPlain {
        guard attachment["InternetGatewayId"] != nil, let vpc = attachment["VpcId"]?.target,
          model.resource(vpc) != nil
        else { continue }
        if let owner = owners[vpc] {
          report.report(
            at: attachment.mark,
            owner.isRaw
              ? "the VPC `\(vpc)` has an internet gateway already"
              : "`vpcs.\(owner.name)` has an internet gateway already, for its public subnets",
            related: [Related(message: "the other gateway", mark: owner.mark)],
            help: "remove this one, with its `AWS::EC2::InternetGateway`")
        } else if attachment.condition == nil {
          owners[vpc] = attachment
        }
      }
    })
}

extension Model.Resource {
  /// Whether its properties are known by name: a condition does not remove one, and a macro does not add one.
  fileprivate var isPlain: Bool {
    isWhole
      && record.properties.members.allSatisfy { member in
        !member.value.isNothing && !member.key.hasPrefix("Fn::") && member.value.choice == nil
      }
  }
}
