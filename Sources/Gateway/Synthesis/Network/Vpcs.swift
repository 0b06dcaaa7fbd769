import CloudFormation
import SpecReading
import TextSearch

extension Synthesis {
  /// A VPC with its subnets, their ways in and out, and its endpoints.
  mutating func write(_ element: Named<VpcElement>) {
    guard case .created(let vpc) = element.value.form else { return }
    let name = element.name
    let layout = SubnetLayout(vpc)
    var properties = Object()
    properties.add("CidrBlock", vpc.cidr, default: "10.0.0.0/16") { value($0) }
    properties.add("EnableDnsHostnames", true)
    properties.add("EnableDnsSupport", true)
    properties.add("Tags", nameTag(vpc.name.map { value($0) } ?? .string(name)))
    let id = write(.vpc(name), .vpc, properties, .main(vpc.options))
    var writer = VpcWriter(name: name, vpc: vpc, id: id, layout: layout)
    writer.write(in: &self)
    _ = each(vpc.availabilityZones)
    for group in vpc.subnets ?? [] {
      guard let cidrs = group.value.cidrs, cidrs.items.count != layout.zones else { continue }
      _ = each(cidrs)
      fail(
        .subnetsWithoutRoom, at: cidrs.mark,
        "`cidrs` has \(cidrs.items.count) blocks for \(layout.zones) Availability Zones",
        help: "write one block for each zone, or set `maxAzs`")
    }
    if layout.hasUnequalBlocks {
      fail(
        .subnetsWithoutRoom, at: vpc.cidr?.mark ?? element.mark, "all groups must have the same `mask` here",
        help: "set the same `mask`: the result of a function is divided into blocks of equal size")
    }
    if layout.unplaced > 0 {
      fail(
        .subnetsWithoutRoom, at: vpc.cidr?.mark ?? element.mark,
        "\(layout.unplaced) of the \(layout.unplaced + layout.subnets.count) subnets do not fit into the VPC",
        help: "use a larger `cidr`, fewer zones, or a `mask` for each group")
    }
  }

  /// The `Name` tag, by which the console lists networks.
  func nameTag(_ name: Value) -> Value { [["Key": "Name", "Value": name]] }
}

/// Writes the parts of one VPC.
private struct VpcWriter {
  let name: String
  let vpc: CreatedVpc
  let id: String
  let layout: SubnetLayout
  private var routeTables: [String] = []
  private var attachment: String?

  init(name: String, vpc: CreatedVpc, id: String, layout: SubnetLayout) {
    self.name = name
    self.vpc = vpc
    self.id = id
    self.layout = layout
  }

  mutating func write(in synthesis: inout Synthesis) {
    if !layout.of(.public).isEmpty { writeGateway(in: &synthesis) }
    var gateways: [String] = []
    for subnet in layout.of(.public) { writeSubnet(subnet, nat: nil, in: &synthesis) }
    let wanted = min(vpc.natGateways?.literal ?? 0, layout.of(.public).count)
    for subnet in layout.of(.public).prefix(wanted) { gateways.append(writeNat(subnet, in: &synthesis)) }
    for subnet in layout.subnets where subnet.type != .public {
      let nat = subnet.type == .private && !gateways.isEmpty ? gateways[(subnet.number - 1) % gateways.count] : nil
      writeSubnet(subnet, nat: nat, in: &synthesis)
    }
    for endpoint in vpc.endpoints?.items ?? [] { writeEndpoint(endpoint, in: &synthesis) }
  }

  private var part: Synthesis.Extras { .part(vpc.options) }

  private mutating func writeGateway(in synthesis: inout Synthesis) {
    var gateway = Object()
    gateway.add("Tags", synthesis.nameTag(.string(name)))
    let gatewayId = synthesis.write(
      .vpcPart(name, "internetGateway", "VpcGateway"), .internetGateway, gateway, part)
    var properties = Object()
    properties.add("VpcId", .ref(id))
    properties.add("InternetGatewayId", .ref(gatewayId))
    attachment = synthesis.write(
      .vpcPart(name, "gatewayAttachment", "VpcAttachment"), .gatewayAttachment, properties, part)
  }

  private mutating func writeSubnet(_ subnet: SubnetLayout.Subnet, nat: String?, in synthesis: inout Synthesis) {
    var properties = Object()
    properties.add("VpcId", .ref(id))
    addZone(subnet.number, to: &properties, in: synthesis)
    if let written = subnet.written {
      properties.add("CidrBlock", written) { synthesis.value($0) }
    } else {
      properties.add("CidrBlock", block(of: subnet))
    }
    properties.add("MapPublicIpOnLaunch", .bool(subnet.type == .public))
    properties.add("Tags", synthesis.nameTag(.string("\(name)/\(subnet.group)\(subnet.number)")))
    let subnetId = synthesis.write(.subnet(name, subnet.group, subnet.number), .subnet, properties, part)
    var table = Object()
    table.add("VpcId", .ref(id))
    table.add("Tags", synthesis.nameTag(.string("\(name)/\(subnet.group)\(subnet.number)")))
    let tableId = synthesis.write(
      .subnet(name, subnet.group, subnet.number, kind: "RouteTable", part: ".routeTable"), .routeTable,
      table, part)
    routeTables.append(tableId)
    var association = Object()
    association.add("SubnetId", .ref(subnetId))
    association.add("RouteTableId", .ref(tableId))
    synthesis.write(
      .subnet(name, subnet.group, subnet.number, kind: "TableAssociation", part: ".routeTableAssociation"),
      .routeTableAssociation, association, part)
    writeWayOut(subnet, tableId, nat: nat, in: &synthesis)
  }

  private func block(of subnet: SubnetLayout.Subnet) -> Value {
    guard let bits = layout.hostBits else { return .string(subnet.cidr) }
    let count = (layout.subnets.last.map(layout.blockIndex) ?? 0) + 1
    let blocks: Value = ["Fn::Cidr": [.getAtt(id, "CidrBlock"), .int(count), .int(bits)]]
    return ["Fn::Select": [.int(layout.blockIndex(of: subnet)), blocks]]
  }

  private func addZone(_ number: Int, to properties: inout Object, in synthesis: Synthesis) {
    guard let zones = vpc.availabilityZones?.items, zones.indices.contains(number - 1) else {
      return properties.add("AvailabilityZone", ["Fn::Select": [.int(number - 1), ["Fn::GetAZs": ""]]])
    }
    // Ids end in `-az1`, names in the region's number and a letter.
    let isId = zones[number - 1].literal?.mentions("-az") ?? false
    properties.add(isId ? "AvailabilityZoneId" : "AvailabilityZone", zones[number - 1]) { synthesis.value($0) }
  }

  private func writeWayOut(
    _ subnet: SubnetLayout.Subnet, _ tableId: String, nat: String?, in synthesis: inout Synthesis
  ) {
    guard subnet.type == .public || nat != nil else { return }
    var route = Object()
    route.add("RouteTableId", .ref(tableId))
    route.add("DestinationCidrBlock", "0.0.0.0/0")
    var extras = part
    if subnet.type == .public {
      route.add("GatewayId", .ref(synthesis.names.id(.vpcPart(name, "internetGateway", "VpcGateway"))))
      extras.dependsOn = attachment.map { [$0] } ?? []
    } else if let nat {
      route.add("NatGatewayId", .ref(nat))
    }
    synthesis.write(
      .subnet(name, subnet.group, subnet.number, kind: "WayOut", part: ".defaultRoute"), .vpcRoute, route,
      extras)
  }

  private func writeNat(_ subnet: SubnetLayout.Subnet, in synthesis: inout Synthesis) -> String {
    var address = Object()
    address.add("Domain", "vpc")
    var extras = part
    // An address for a gateway can only be had once the VPC has its way out.
    extras.dependsOn = attachment.map { [$0] } ?? []
    let addressId = synthesis.write(
      .subnet(name, subnet.group, subnet.number, kind: "NatAddress", part: ".natAddress"), .elasticAddress, address,
      extras)
    var properties = Object()
    properties.add("AllocationId", .getAtt(addressId, "AllocationId"))
    properties.add("SubnetId", .ref(synthesis.names.id(.subnet(name, subnet.group, subnet.number))))
    properties.add("Tags", synthesis.nameTag(.string("\(name)/\(subnet.group)\(subnet.number)")))
    return synthesis.write(
      .subnet(name, subnet.group, subnet.number, kind: "NatGateway", part: ".natGateway"), .natGateway,
      properties, extras)
  }

  /// S3 and DynamoDB have gateway endpoints, which cost nothing; every other service an interface in the subnets.
  private func writeEndpoint(_ endpoint: Given<String>, in synthesis: inout Synthesis) {
    guard let service = endpoint.literal else { return }
    var properties = Object()
    properties.add("VpcId", .ref(id))
    properties.add("ServiceName", .sub("com.amazonaws.\(Value.region).\(service)"))
    if service == "s3" || service == "dynamodb" {
      properties.add("VpcEndpointType", "Gateway")
      properties.add("RouteTableIds", .list(routeTables.map { .ref($0) }))
    } else {
      // One network interface a zone is all that AWS takes.
      let inner = [SubnetType.private, .isolated, .public].lazy.map(layout.onePerZone).first { !$0.isEmpty } ?? []
      var group = Object()
      let known = synthesis.names.formerName(name, in: "vpcs")
      group.add("GroupDescription", .string("Endpoint of \(service) in VPC \(known)"))
      group.add("VpcId", .ref(id))
      group.add(
        "SecurityGroupIngress",
        [["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": .getAtt(id, "CidrBlock")]])
      let groupId = synthesis.write(
        .vpcEndpointGroup(name, service), .securityGroup, group, part)
      properties.add("VpcEndpointType", "Interface")
      properties.add("PrivateDnsEnabled", true)
      properties.add(
        "SubnetIds", .list(inner.map { .ref(synthesis.names.id(.subnet(name, $0.group, $0.number))) }))
      properties.add("SecurityGroupIds", [.getAtt(groupId, "GroupId")])
    }
    synthesis.write(.vpcEndpoint(name, service), .vpcEndpoint, properties, part)
  }
}
