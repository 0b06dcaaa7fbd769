import CloudFormation
import SpecReading

extension Rule {
  /// Networks of `resources`.
  static let rawNetwork = Rule(
    id: "NET003",
    severity: .error,
    summary: "a NAT gateway, a route or an internet gateway in `resources` that EC2 refuses",
    why: """
      A public NAT gateway needs the allocation of an elastic IP, and a private one has none. A route leads to one target.
      A VPC has one internet gateway; one that the stack creates with public subnets has it already.
      """,
    source: """
      Amazon EC2, found by deployments (cdk-preflight: ec2-natgw-allocation, ec2-route-target-exactly-one, \
      ec2-vpc-single-igw)
      """,
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
    check: { spec, report in
      for gateway in spec.rawResources("AWS::EC2::NatGateway") where gateway.isPlain {
        // A regional gateway gets its addresses by itself.
        if gateway["AvailabilityMode"] != nil { continue }
        let type = gateway["ConnectivityType"]
        if type == nil || type?.text == "public", gateway["AllocationId"] == nil {
          report.report(
            at: gateway.mark, "this NAT gateway has no address",
            help: "write `AllocationId: !GetAtt ADDRESS.AllocationId`, of an `AWS::EC2::EIP`")
        } else if type?.text == "private", gateway["AllocationId"] != nil {
          report.report(
            at: gateway["AllocationId"]?.mark ?? gateway.mark, "a private NAT gateway has no `AllocationId`",
            help: "leave it out")
        }
      }
      for route in spec.rawResources("AWS::EC2::Route") where route.isPlain {
        let given = routeTargets.filter { route[$0] != nil }
        if given.count == 1 { continue }
        report.report(
          at: route.mark,
          given.isEmpty ? "this route leads nowhere" : "this route has \(given.count) targets, and a route has one",
          help: given.isEmpty
            ? "write one target, such as `NatGatewayId`" : "keep one of " + Suggestion.list(given))
      }
      var owners: [String: String] = [:]
      for element in spec.names.spec.vpcs {
        guard case .created(let vpc) = element.value.form, !SubnetLayout(vpc).of(.public).isEmpty else { continue }
        owners[spec.names.id(.vpc(element.name))] = "`vpcs.\(element.name)` has one already, for its public subnets"
      }
      for attachment in spec.rawResources("AWS::EC2::VPCGatewayAttachment") {
        guard attachment["InternetGatewayId"] != nil, let vpc = attachment["VpcId"]?.target, attachment.isPlain,
          !spec.names.parameters.contains(vpc)
        else { continue }
        if let owner = owners[vpc] {
          report.report(
            at: attachment.mark, "a second internet gateway for one VPC: \(owner)",
            help: "leave this one out, with its `AWS::EC2::InternetGateway`")
        } else if attachment.attributes["Condition"] == nil {
          owners[vpc] = "`\(attachment.id)` attaches one"
        }
      }
    })

  /// What a route may lead to (source: CloudFormation's page of AWS::EC2::Route).
  private static let routeTargets = [
    "CarrierGatewayId", "CoreNetworkArn", "EgressOnlyInternetGatewayId", "GatewayId", "InstanceId", "LocalGatewayId",
    "NatGatewayId", "NetworkInterfaceId", "TransitGatewayId", "VpcEndpointId", "VpcPeeringConnectionId",
  ]
}

extension RawResource {
  /// Whether it is known which properties there are: none that a condition may take away, or a macro may add.
  fileprivate var isPlain: Bool {
    (properties.value.object?.members ?? []).allSatisfy { member in
      if member.value == .ref("AWS::NoValue") || member.key.hasPrefix("Fn::") { return false }
      return member.value.object?["Fn::If"] == nil
    }
  }
}
