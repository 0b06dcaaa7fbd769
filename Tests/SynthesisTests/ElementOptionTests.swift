import CloudFormation
import Support
import Testing

@testable import Gateway

/// Deletion policies, overrides by type, logical IDs in place of values.
@Suite struct ElementOptionTests {
  @Test(arguments: [
    ("functions.f", "functions: {f: {runtime: a, handler: h, code: {inline: x}, deletionPolicy: Retain}}"),
    ("apis.s", "apis: {s: {deletionPolicy: Retain, routes: {GET /a: https://example.com}}}"),
    ("vpcs.v", "vpcs: {v: {deletionPolicy: Retain}}"),
    ("loadBalancers.l", "vpcs: {v: {}}\nloadBalancers: {l: {type: application, vpc: v, deletionPolicy: Retain}}"),
    ("functions.f.role", "functions: {f: {runtime: a, handler: h, code: {inline: x}, deletionPolicy: Retain}}"),
    (
      "functions.f.securityGroup",
      "vpcs: {v: {}}\nfunctions: {f: {runtime: a, handler: h, code: {inline: x}, vpc: v, deletionPolicy: Retain}}"
    ),
    ("vpcLinks.l.securityGroup", "vpcs: {v: {}}\nvpcLinks: {l: {vpc: v, deletionPolicy: Retain}}"),
    (
      "loadBalancers.l.securityGroup",
      "vpcs: {v: {}}\nloadBalancers: {l: {type: application, vpc: v, deletionPolicy: Retain}}"
    ),
    (
      "domains.a.example.com.records.A",
      "domains: {a.example.com: {certificate: true, hostedZone: Z1EXAMPLE, deletionPolicy: Retain}}"
    ),
    (
      "functions.f.alias",
      "functions: {f: {runtime: a, handler: h, code: {inline: x}, alias: a, deletionPolicy: Retain}}"
    ),
    ("userPools.u.clients.web", "userPools: {u: {clients: web, deletionPolicy: Retain}}"),
  ])
  func deletionPolicy(_ place: String, _ text: String) {
    let spec = Compiled(text)
    #expect(spec[place]?.deletionPolicy == "Retain")
    #expect(spec[place]?.attributes["UpdateReplacePolicy"] == "Retain")
  }

  @Test func deletionPolicyIsOfTheResourceItself() {
    let spec =
      "functions: {f: {runtime: a, handler: h, code: {inline: x}, deletionPolicy: Retain}}\napis: {s: {routes: {GET /a: f}}}"
    #expect(Compiled(spec)["apis.s.permissions.f"]?.deletionPolicy == nil)
    #expect(Compiled("userPools: {u: {deletionPolicy: Delete}}")["userPools.u"]?.deletionPolicy == "Delete")
  }

  @Test func overridesOfUnusedTypesAreForOtherSpecs() {
    let spec =
      "functions: {f: {runtime: a, handler: h, code: {inline: x}}}\noverrides: {AWS::SQS::Queue: {Metadata: {a: b}}}"
    #expect(Compiled(spec).errors == [])
    #expect(
      Compiled(spec.replacing("SQS::Queue", with: "Lambda::Functon")).errors == [
        "REF001 there is no resource `AWS::Lambda::Functon` to override"
      ])
  }

  @Test func overridesOfTypesReachLoops() {
    let spec = """
      transform: AWS::LanguageExtensions
      resources:
        Fn::ForEach::Topics: [N, [A, B], {"Topic${N}": {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub "orders-${N}"}}}]
      overrides:
        AWS::SNS::Topic: {Properties: {DisplayName: Orders}}
      """
    #expect(Compiled(spec).errors == [])
    let topics = Compiled(spec).split.root.withLoopsWrittenOut.resources.filter { $0.type == "AWS::SNS::Topic" }
    #expect(topics.map(\.properties["DisplayName"]) == ["Orders", "Orders"])
    #expect(
      Compiled(spec.replacing("AWS::SNS::Topic: {Prop", with: "TopicA: {Prop")).errors == [
        "REF001 `TopicA` is created by the loop `Fn::ForEach::Topics`"
      ])
  }

  @Test func logicalIdsAsOutputsAndInPolicies() {
    let spec = Compiled(
      """
      functions:
        f:
          runtime: nodejs24.x
          handler: h
          code: {inline: x}
          policies: {allow: "sqs:SendMessage", on: [Queue, Topic, !GetAtt Table.Arn]}
          logs: {retention: 30d, kmsKey: Key}
      resources:
        Queue: {Type: AWS::SQS::Queue}
        Topic: {Type: AWS::SNS::Topic}
        Table: {Type: AWS::DynamoDB::Table}
        Key: {Type: AWS::KMS::Key}
      outputs: {Q: Queue, T: !GetAtt Topic.TopicArn, V: {Value: Queue}}
      """)
    let policy = spec.property("functions.f.role", "Policies")?.items?.first?.object?["PolicyDocument"]?.object
    #expect(
      policy?["Statement"]?.items?.first?.object?["Resource"] == [
        .getAtt("Queue", "Arn"), .ref("Topic"), .getAtt("Table", "Arn"),
      ])
    #expect(spec.property("functions.f.logs", "KmsKeyId") == .getAtt("Key", "Arn"))
    #expect(spec.output("Q") == .ref("Queue"))
    #expect(spec.output("T") == .getAtt("Topic", "TopicArn"))
    #expect(spec.output("V") == "Queue")
  }

  @Test func integrationsThatOnlyOtherPartsReferTo() {
    let spec = Compiled(
      """
      functions: {f: {runtime: nodejs24.x, handler: h, code: {inline: x}}}
      apis:
        s:
          integrations: {one: {lambda: f}, two: {http: "https://example.com"}, three: {http: "https://example.org"}}
          routes: {GET /a: https://example.net}
      resources:
        R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.s, RouteKey: GET /r, Target: !Sub "integrations/${apis.s.integrations.one}"}}
      outputs: {I: {Value: !Ref apis.s.integrations.two}}
      """)
    #expect(spec.errors == [])
    #expect(spec.property("apis.s.integrations.one", "IntegrationType") == "AWS_PROXY")
    #expect(spec.output("I") == .ref(spec["apis.s.integrations.two"]?.id ?? ""))
    #expect(spec["apis.s.integrations.three"] == nil)
    #expect(spec.resources("AWS::Lambda::Permission").count == 1)
  }
}
