import CloudFormation
import SpecReading

/// A part that is written along with an element: what its place is called behind the element's, and what it is.
struct PlacePart {
  let name: String
  let place: Place
  let type: String

  init(_ name: String, _ place: Place, _ type: String) {
    self.name = name
    self.place = place
    self.type = type
  }
}

extension PlacePart {
  static func parts(ofFunction name: String) -> [PlacePart] {
    [
      PlacePart("role", .functionPart(name, "role", "FunctionRole"), "AWS::IAM::Role"),
      PlacePart("alias", .functionAlias(name), "AWS::Lambda::Alias"),
      PlacePart("logs", .functionPart(name, "logs", "FunctionLogs"), "AWS::Logs::LogGroup"),
      PlacePart("securityGroup", .functionPart(name, "securityGroup", "FunctionGroup"), "AWS::EC2::SecurityGroup"),
    ]
  }

  static func parts(ofVpcLink name: String) -> [PlacePart] {
    [PlacePart("securityGroup", .vpcLinkGroup(name), "AWS::EC2::SecurityGroup")]
  }

  static func parts(ofLoadBalancer name: String) -> [PlacePart] {
    [
      PlacePart("securityGroup", .loadBalancerGroup(name), "AWS::EC2::SecurityGroup"),
      PlacePart("vpcLink", .balancerLink(name), "AWS::ApiGateway::VpcLink"),
    ]
  }

  /// The link that all targets in a VPC share, and its group, which others may have to let in.
  static func sharedLink(ofVpc name: String) -> [PlacePart] {
    [
      PlacePart("vpcLink", .vpcPart(name, "vpcLink", "VpcSharedLink"), "AWS::ApiGatewayV2::VpcLink"),
      PlacePart(
        "vpcLink.securityGroup", .vpcPart(name, "vpcLink.securityGroup", "VpcSharedLinkGroup"),
        "AWS::EC2::SecurityGroup"),
    ]
  }

  static func parts(ofVpc name: String, _ vpc: CreatedVpc) -> [PlacePart] {
    var parts = [
      PlacePart("internetGateway", .vpcPart(name, "internetGateway", "VpcGateway"), "AWS::EC2::InternetGateway"),
      PlacePart(
        "gatewayAttachment", .vpcPart(name, "gatewayAttachment", "VpcAttachment"), "AWS::EC2::VPCGatewayAttachment"),
    ]
    for subnet in SubnetLayout(vpc).subnets {
      let path = "subnets.\(subnet.group).\(subnet.number)"
      func part(_ kind: String, _ part: String, _ type: String) {
        parts.append(
          PlacePart(
            path + part, .subnet(name, subnet.group, subnet.number, kind: kind, part: part), "AWS::EC2::\(type)"))
      }
      part("Subnet", "", "Subnet")
      part("RouteTable", ".routeTable", "RouteTable")
      part("WayOut", ".defaultRoute", "Route")
      part("NatGateway", ".natGateway", "NatGateway")
      part("NatAddress", ".natAddress", "EIP")
    }
    for endpoint in vpc.endpoints?.literals() ?? [] {
      parts.append(PlacePart("endpoints.\(endpoint)", .vpcEndpoint(name, endpoint), "AWS::EC2::VPCEndpoint"))
      parts.append(
        PlacePart(
          "endpoints.\(endpoint).securityGroup", .vpcEndpointGroup(name, endpoint), "AWS::EC2::SecurityGroup"))
    }
    return parts
  }
}

extension PlaceFinder {
  /// One of the parts that are written along with an element.
  func part(
    of element: Section.Element, _ path: String, among parts: @autoclosure () -> [PlacePart]
  ) -> (target: PlaceTarget, rest: String)? {
    guard case .created = element.resource else { return nil }
    return find(path, among: parts())
  }

  /// The longest of some parts that a path begins with, and what of it is left over.
  func find(_ path: String, among parts: [PlacePart]) -> (target: PlaceTarget, rest: String)? {
    let fitting = parts.filter { path == $0.name || path.hasPrefix($0.name + ".") }
    guard let part = fitting.max(by: { $0.name.count < $1.name.count }) else { return nil }
    let rest = String(path.dropFirst(part.name.count + 1))
    return (.resource(id: names.id(part.place), type: part.type), rest)
  }
}
