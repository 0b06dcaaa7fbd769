import CloudFormation
import Foundation
import Support
import Testing

@testable import Gateway

/// The descriptions of resource types against CloudFormation's schemas, so that what AWS changes shows once cfn-lint is
/// updated, and against what the program itself writes.
struct ResourceTypeTests {
  /// Where a description differs on purpose, and why.
  private static let deliberate = [
    "AWS::Lambda::Function Runtime": "Lambda's runtimes are listed with their dates in LambdaRuntimes",
    "AWS::Lambda::Function SnapStartResponse: missing": "an object, of which `Fn::GetAtt` gives the parts",
    "AWS::AutoScaling::AutoScalingGroup Tags": "each says whether instances get it",
    "AWS::EC2::VPC VpcEncryptionControl.": "nothing refers to the states of a VPC's encryption",
    "AWS::ElasticLoadBalancingV2::ListenerRule Actions.*.AuthenticateCognitoConfig.SessionTimeout":
      "a text in the schema of listeners, which have the same actions",
    "AWS::ElasticLoadBalancingV2::ListenerRule Actions.*.AuthenticateOidcConfig.SessionTimeout": "the same",
    "AWS::Events::Rule Ref": "CloudFormation's page: the ID of the rule, such as mystack-ScheduledRule-ABCDEFGHIJK",
    "AWS::Events::Rule EventBusName: pattern": "an ARN has colons",
    "AWS::Logs::MetricFilter LogGroupName: pattern": "the pattern of log groups, without its end",
  ]

  @Test(
    .enabled(if: ResourceSchema.folder != nil, "cfn-lint is not installed; `make test` installs it"),
    arguments: ResourceType.all.map(\.name))
  func aDescriptionAgreesWithItsSchema(_ name: String) throws {
    let type = try #require(ResourceType.named(name))
    let schema = try #require(ResourceSchema(name), "CloudFormation has no such type")
    let deliberate = ResourceTypeTests.deliberate.keys.filter { $0.hasPrefix(name + " ") }
    let found = SchemaDifferences(type, schema).all
    #expect(found.filter { found in !deliberate.contains { found.hasPrefix($0) } } == [])
    #expect(deliberate.allSatisfy { path in found.contains { $0.hasPrefix(path) } }, "a difference is gone")
  }

  /// What the language writes without a key of its own, or what an example gives by `properties`.
  private static let uncovered = [
    "AWS::EC2::VPC": ["EnableDnsHostnames", "EnableDnsSupport"],
    "AWS::Cognito::UserPool": ["AutoVerifiedAttributes", "UsernameAttributes"],
  ]

  @Test(
    arguments: TemplateSizeTests.examples + [TemplateSizeTests.root.appending(path: "Tests/judges/properties.yaml")])
  func whatTheLanguageWritesOfAnElementIsCovered(_ spec: URL) throws {
    let compiled = try Compiled(file: spec)
    for placed in compiled.placed where !placed.path.hasPrefix("resources.") {
      guard let resource = compiled.template[placed.id] else { continue }
      let type = try #require(ResourceType.named(resource.type), "\(resource.type) is written and not described")
      #expect(type.isComplete)
      let isElement = type.properties.contains { $0.key != nil && !$0.traits.contains(.tags) }
      for member in resource.properties.members {
        let property = try #require(type[member.key], "\(type.name) has no \(member.key)")
        let isUncovered = ResourceTypeTests.uncovered[type.name]?.contains(member.key) ?? false
        #expect(!isElement || property.key != nil || isUncovered, "\(type.name) \(member.key)")
      }
    }
  }

  @Test(.enabled(if: ResourceSchema.folder != nil), arguments: TaggedTypes.lists.union(TaggedTypes.maps).sorted())
  func typesInResourcesTakeTags(_ type: String) throws {
    let schema = try #require(ResourceSchema(type))
    let tags = try #require(ResourceSchema.Part(schema.all, schema).properties?["Tags"])
    if TaggedTypes.lists.contains(type) {
      #expect(tags.types.contains("array"))
      #expect(tags.items?.properties?["Key"] != nil && tags.items?.properties?["Value"] != nil)
    } else {
      #expect(tags.types.contains("object"))
    }
  }

  @Test func listAttributesAreThoseOfAllTypes() {
    let all = ResourceType.all.flatMap { ($0.attributes ?? []) + $0.readable }.filter(\.isList)
    #expect(ResourceType.listAttributes == Set(all.map(\.name)))
  }

  @Test(arguments: ["ApiId", "Target", "RouteKey"])
  func anOverriddenPropertyOfARouteIsFound(_ name: String) {
    let found = Compiled(
      """
      apis:
        store:
          routes:
            GET /books: {http: "https://books.example.com", properties: {\(name): x}}
      """)
    #expect(found.findings.map(\.id).contains("SPEC010"))
  }
}
