import CloudFormation
import Support
import Testing

/// Lists that are functions, wholly or in part.
struct FunctionListTests {
  private func subnets(_ written: String) -> (Value?, [String]) {
    let compiled = Compiled(
      """
      parameters: {Many: {Type: "List<AWS::EC2::Subnet::Id>"}, One: {Type: String}}
      conditions: {C: !Equals [!Ref One, a]}
      resources: {Raw: {Type: AWS::EC2::Subnet}}
      vpcs: {main: {subnets: {web: {type: public}, app: {type: private}, more: {type: private}}}}
      vpcLinks: {link: {vpc: main, subnets: \(written)}}
      """)
    return (compiled.property("vpcLinks.link", "SubnetIds"), compiled.errors)
  }

  static let cases: [(String, Value)] = [
    ("app", [.ref("MainApp1Subnet"), .ref("MainApp2Subnet")]),
    ("[app, web]", [.ref("MainApp1Subnet"), .ref("MainApp2Subnet"), .ref("MainWeb1Subnet"), .ref("MainWeb2Subnet")]),
    ("public", [.ref("MainWeb1Subnet"), .ref("MainWeb2Subnet")]),
    ("subnet-0a", ["subnet-0a"]), ("Raw", [.ref("Raw")]), ("!Ref One", [.ref("One")]), ("!Ref Many", .ref("Many")),
    ("[!Ref Many]", .ref("Many")), ("!GetAtt Raw.SubnetId", [.getAtt("Raw", "SubnetId")]),
    ("!Ref vpcs.main.publicSubnets", [.ref("MainWeb1Subnet"), .ref("MainWeb2Subnet")]),
    ("[!Ref vpcs.main.publicSubnets.0, subnet-0a]", [.ref("MainWeb1Subnet"), "subnet-0a"]),
    ("!Split [',', !Ref One]", ["Fn::Split": [",", .ref("One")]]),
    ("!If [C, !Ref One, subnet-0a]", [["Fn::If": ["C", .ref("One"), "subnet-0a"]]]),
    ("!If [C, !Ref Many, [subnet-0a]]", ["Fn::If": ["C", .ref("Many"), ["subnet-0a"]]]),
    (
      "[subnet-0a, !Ref Many]",
      ["Fn::Split": [",", ["Fn::Join": [",", ["subnet-0a", ["Fn::Join": [",", .ref("Many")]]]]]]]
    ),
  ]

  @Test(arguments: cases)
  func subnetsOfALink(_ written: String, _ expected: Value) {
    let (value, errors) = subnets(written)
    #expect(errors == [])
    #expect(value == expected)
  }

  @Test(arguments: [
    ("nothing", "REF001 `vpcs.main` has no group of subnets named `nothing`"),
    ("isolated", "VPC009 the VPC has no isolated subnets in the spec"),
  ])
  func unknownOnes(_ written: String, _ error: String) { #expect(subnets(written).1 == [error]) }

  @Test func itemsThatBecomeResources() {
    let compiled = Compiled(
      """
      parameters: {Many: {Type: CommaDelimitedList}, Group: {Type: "AWS::EC2::SecurityGroup::Id"}, Cidr: {Type: String}}
      vpcs: {main: {}}
      securityGroups: {a: {vpc: main, ingress: [{port: 80, from: !Ref Group}, {port: 81, from: !Ref Cidr}]}}
      """)
    #expect(compiled.errors == [])
    #expect(
      compiled.property("securityGroups.a", "SecurityGroupIngress")
        == [["IpProtocol": "tcp", "FromPort": 81, "ToPort": 81, "CidrIp": .ref("Cidr")]])
    #expect(
      compiled.resources("AWS::EC2::SecurityGroupIngress").map { $0.properties["SourceSecurityGroupId"] } == [
        .ref("Group")
      ])
    let wrong = Compiled(
      """
      parameters: {Many: {Type: CommaDelimitedList}}
      vpcs: {main: {}}
      securityGroups: {a: {vpc: main, ingress: {port: 80, from: !Ref Many}}}
      """)
    #expect(wrong.errors == ["SPEC003 this is a list; only single items are supported here"])
  }

  @Test func aForwardedFunctionIsATargetGroup() {
    let compiled = Compiled(
      """
      parameters: {Group: {Type: String}}
      vpcs: {main: {}}
      loadBalancers: {web: {type: application, vpc: main, listeners: {http: {port: 80, forward: !Ref Group}}}}
      """)
    #expect(compiled.errors == [])
    #expect(
      compiled.property("loadBalancers.web.listeners.http", "DefaultActions")
        == [["Type": "forward", "TargetGroupArn": .ref("Group")]])
  }
}
