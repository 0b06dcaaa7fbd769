import CloudFormation
import Support
import Testing

struct PrivateTargetTests {
  private static let network = """
    vpcs: {main: {}, other: {}}
    securityGroups: {old: {id: sg-0a}, own: {vpc: main}}
    loadBalancers:
      web: {type: application, vpc: main, listeners: {http: {port: 80, fixedResponse: {statusCode: 200}}}}
      net: {type: network, vpc: other, listeners: {tcp: {port: 81, forward: {ips: 10.0.0.9}}}}
      old: {type: application, arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/old/1", vpc: main, securityGroups: [old, own], listeners: {http: {arn: "arn:aws:li", port: 82}}}
      shut: {type: application, vpc: main, openTo: none, listeners: {http: {port: 83, fixedResponse: {statusCode: 200}}}}

    """

  @Test func oneLinkForEachVpc() {
    let compiled = Compiled(
      PrivateTargetTests.network + """
        apis:
          a: {routes: {GET /w: {alb: web}, GET /n: {nlb: net}, GET /o: {alb: old.http}}}
          b: {routes: {GET /w: {alb: web.http}, GET /n: {nlb: net.tcp}}}
        """)
    #expect(compiled.errors == [])
    #expect(compiled.resources("AWS::ApiGatewayV2::VpcLink").map(\.id) == ["MainVpcSharedLink", "OtherVpcSharedLink"])
    let rules = compiled.resources("AWS::EC2::SecurityGroupIngress")
    #expect(rules.map { $0.properties["FromPort"] } == [80, 81, 82, 82])
    #expect(
      rules.map { $0.properties["GroupId"] } == [
        .getAtt("WebLoadBalancerGroup", "GroupId"), .getAtt("NetLoadBalancerGroup", "GroupId"), "sg-0a",
        .getAtt("OwnSecurityGroup", "GroupId"),
      ])
    #expect(rules[0].properties["SourceSecurityGroupId"] == .getAtt("MainVpcSharedLinkGroup", "GroupId"))
  }

  @Test func noRulesWithOpenToNone() {
    let compiled = Compiled(PrivateTargetTests.network + "apis: {a: {routes: {GET /s: {alb: shut}}}}")
    #expect(compiled.errors == [])
    #expect(compiled.resources("AWS::EC2::SecurityGroupIngress").isEmpty)
  }

  @Test func aSharedGroupAllowsItself() {
    let compiled = Compiled(
      """
      vpcs: {main: {}}
      securityGroups: {both: {vpc: main}}
      vpcLinks: {link: {vpc: main, securityGroups: both}}
      loadBalancers: {web: {type: application, vpc: main, securityGroups: both, listeners: {http: {port: 80, fixedResponse: {statusCode: 200}}}}}
      apis: {a: {routes: {GET /a: {alb: web, vpcLink: link}}}}
      """)
    let rules = compiled.resources("AWS::EC2::SecurityGroupIngress")
    #expect(rules.count == 1)
    #expect(rules[0].properties["GroupId"] == rules[0].properties["SourceSecurityGroupId"])
  }

  @Test func aLinkByName() {
    let compiled = Compiled(
      PrivateTargetTests.network + """
        vpcLinks: {mine: {vpc: main, name: n}, gone: {id: abc, securityGroups: sg-0b}}
        apis: {a: {routes: {GET /a: {alb: web, vpcLink: mine}, GET /b: {alb: web, vpcLink: gone}, GET /c: {alb: web, vpcLink: !ImportValue L}}}}
        """)
    #expect(compiled.errors == [])
    #expect(
      compiled.resources("AWS::ApiGatewayV2::Integration").map { $0.properties["ConnectionId"] }
        == [.ref("MineVpcLink"), "abc", ["Fn::ImportValue": "L"]])
    #expect(
      compiled.resources("AWS::EC2::SecurityGroupIngress").map { $0.properties["SourceSecurityGroupId"] }
        == [.getAtt("MineVpcLinkGroup", "GroupId"), "sg-0b"])
  }
}

struct VpcTests {
  private func cidrs(_ vpc: String) -> [Value?] {
    let compiled = Compiled("parameters: {Cidr: {Type: String}}\nvpcs: {v: \(vpc)}")
    #expect(compiled.errors == [])
    return compiled.resources("AWS::EC2::Subnet").map { $0.properties["CidrBlock"] }
  }

  @Test func aGrid() {
    #expect(cidrs("{}") == ["10.0.0.0/22", "10.0.4.0/22", "10.0.32.0/22", "10.0.36.0/22"])
    #expect(cidrs("{cidr: 10.1.0.0/20, maxAzs: 1}") == ["10.1.0.0/26", "10.1.2.0/26"])
  }

  @Test func equalSharesWhereTheGridHasNoRoom() {
    #expect(cidrs("{cidr: 10.1.0.0/27, maxAzs: 1}") == ["10.1.0.0/28", "10.1.0.16/28"])
  }

  @Test func masks() {
    #expect(
      cidrs(
        "{cidr: 10.1.0.0/20, maxAzs: 1, subnets: {a: {type: public, mask: 28}, b: {type: private}, c: {type: isolated, mask: 26}}}"
      )
        == ["10.1.0.0/28", "10.1.2.0/26", "10.1.4.0/26"])
  }

  @Test func aCidrThatIsAFunction() {
    let blocks: Value = ["Fn::Cidr": [.getAtt("VVpc", "CidrBlock"), 2, 6]]
    #expect(
      cidrs("{cidr: !Ref Cidr, subnets: {a: {type: private, mask: 26}}}")
        == [["Fn::Select": [0, blocks]], ["Fn::Select": [1, blocks]]])
  }

  @Test func vpcIsTooSmall() {
    let compiled = Compiled(
      "vpcs: {v: {cidr: 10.0.0.0/27, subnets: {a: {type: private, mask: 28}, b: {type: private, mask: 28}}}}")
    #expect(compiled.errors == ["NET001 2 of the 4 subnets do not fit into the VPC"])
  }

  @Test func zones() {
    func zone(_ text: String, _ property: String) -> [Value?] {
      Compiled("vpcs: {v: {\(text), subnets: {a: {type: isolated}}}}").resources("AWS::EC2::Subnet").map {
        $0.properties[property]
      }
    }
    #expect(zone("availabilityZones: [eu-west-1a, eu-west-1c]", "AvailabilityZone") == ["eu-west-1a", "eu-west-1c"])
    #expect(zone("availabilityZones: [euw1-az1, euw1-az2]", "AvailabilityZoneId") == ["euw1-az1", "euw1-az2"])
    #expect(zone("maxAzs: 1", "AvailabilityZone") == [["Fn::Select": [0, ["Fn::GetAZs": ""]]]])
  }

  @Test func internetAccess() {
    let none = Compiled("vpcs: {v: {}}")
    #expect(none.resources("AWS::EC2::NatGateway").isEmpty)
    #expect(none.resources("AWS::EC2::Route").count == 2)
    let nat = Compiled("vpcs: {v: {natGateways: 1}}")
    #expect(nat.resources("AWS::EC2::NatGateway").count == 1)
    #expect(nat["vpcs.v.subnets.private.2.defaultRoute"]?.properties["NatGatewayId"] == .ref("VPublic1NatGateway"))
    let isolated = Compiled("vpcs: {v: {subnets: {a: {type: isolated}}}}")
    #expect(isolated.resources("AWS::EC2::Route").isEmpty)
    #expect(isolated.resources("AWS::EC2::InternetGateway").isEmpty)
  }

  @Test func oneSubnetPerZoneForLoadBalancersAndEndpoints() {
    let compiled = Compiled(
      """
      vpcs: {v: {endpoints: sqs, subnets: {a: {type: private}, b: {type: private}}}}
      loadBalancers: {l: {type: application, vpc: v, listeners: {h: {port: 80, fixedResponse: {statusCode: 200}}}}}
      """)
    let expected: Value = [.ref("VA1Subnet"), .ref("VA2Subnet")]
    #expect(compiled.property("loadBalancers.l", "Subnets") == expected)
    #expect(compiled.property("vpcs.v.endpoints.sqs", "SubnetIds") == expected)
  }
}

struct InferenceTests {
  private func listener(_ type: String, _ text: String) -> (Resource?, Resource?) {
    let compiled = Compiled(
      "vpcs: {v: {}}\nloadBalancers: {l: {type: \(type), vpc: v, listeners: {h: {\(text), forward: {type: ip}}}}}")
    return (compiled["loadBalancers.l.listeners.h"], compiled["loadBalancers.l.listeners.h.targetGroup"])
  }

  @Test(arguments: [
    ("application", "port: 80", "HTTP", "HTTP", 80), ("application", "port: 8080", "HTTP", "HTTP", 8_080),
    ("application", "port: 443, certificate: \"arn:aws:acm:a\"", "HTTPS", "HTTP", 80),
    ("application", "port: 81, protocol: HTTPS", "HTTPS", "HTTP", 80), ("network", "port: 443", "TCP", "TCP", 443),
    ("network", "port: 443, certificate: \"arn:aws:acm:a\"", "TLS", "TCP", 80),
    ("network", "port: 53, protocol: UDP", "UDP", "UDP", 53),
    ("network", "port: 53, protocol: TCP_UDP", "TCP_UDP", "TCP_UDP", 53),
  ])
  func protocols(_ type: String, _ text: String, _ listens: String, _ targets: String, _ port: Int) {
    let (listener, group) = listener(type, text)
    #expect(listener?.properties["Protocol"] == .string(listens))
    #expect(group?.properties["Protocol"] == .string(targets))
    #expect(group?.properties["Port"] == .int(port))
  }

  @Test(arguments: [
    ("ips: 10.0.0.1", "ip"), ("instances: i-0a", "instance"), ("type: ip", "ip"), ("{}", "instance"),
    ("lambda: books", "lambda"), ("alb: l", "alb"),
  ])
  func targetTypes(_ text: String, _ type: String) {
    let compiled = Compiled(
      books + """
        vpcs: {v: {}}
        targetGroups: {g: {\(text == "{}" ? "" : text + ", ")\(text.hasPrefix("lambda") ? "" : "vpc: v")}}
        loadBalancers: {l: {type: application, vpc: v, listeners: {h: {port: 80, fixedResponse: {statusCode: 200}}}}}
        """)
    #expect(compiled.errors == [])
    #expect(compiled.property("targetGroups.g", "TargetType") == .string(type))
  }
}

/// Conditions and changes of listener rules.
@Suite("Listener rules")
struct ListenerRuleTests {
  @Test("Regular expressions and rewrites")
  func regex() {
    let spec = Compiled(
      """
      vpcs: {main: {}}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http:
              port: 80
              fixedResponse: {statusCode: 404}
              rules:
                10:
                  pathRegex: ^/v1/(.*)$
                  headerRegex: {x-client: ^app}
                  rewrite: {path: {regex: ^/v1/(.*)$, replace: /$1}, host: {regex: ^api, replace: app}}
                  forward: {type: ip, port: 8080}
      """)
    let rule = spec["loadBalancers.web.listeners.http.rules.10"]?.properties
    #expect(
      rule?["Conditions"] == [
        ["Field": "path-pattern", "PathPatternConfig": ["RegexValues": ["^/v1/(.*)$"]]],
        ["Field": "http-header", "HttpHeaderConfig": ["HttpHeaderName": "x-client", "RegexValues": ["^app"]]],
      ])
    #expect(
      rule?["Transforms"] == [
        ["Type": "url-rewrite", "UrlRewriteConfig": ["Rewrites": [["Regex": "^/v1/(.*)$", "Replace": "/$1"]]]],
        [
          "Type": "host-header-rewrite",
          "HostHeaderRewriteConfig": ["Rewrites": [["Regex": "^api", "Replace": "app"]]],
        ],
      ])
  }
}

/// The issuer of user pools.
@Suite("Issuers of user pools")
struct UserPoolIssuerTests {
  private func issuer(_ pools: String, _ name: String = "users") -> Value? {
    let spec = Compiled(
      """
      \(pools)
      apis:
        store:
          authorizers: {users: {userPool: \(name)}}
          routes: {GET /a: {http: https://a.example.com, auth: users}}
      """)
    return spec.resources("Authorizer").first?.properties["JwtConfiguration"]?.object?["Issuer"]
  }

  @Test("The updated issuer has another host")
  func updated() {
    #expect(
      issuer("userPools: {users: {issuer: updated}}")
        == ["Fn::Sub": "https://issuer-cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${UsersUserPool}"])
    #expect(
      issuer("userPools: {users: {id: eu-west-1_AbCdEf123, clients: a, issuer: updated}}")
        == "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123")
    #expect(
      issuer(
        "resources: {Pool: {Type: AWS::Cognito::UserPool, Properties: {IssuerConfiguration: {Type: UPDATED}}}}", "Pool")
        == ["Fn::Sub": "https://issuer-cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${Pool}"])
  }
}
