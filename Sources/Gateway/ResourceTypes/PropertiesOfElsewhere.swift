import SpecReading

extension ForeignWords {
  /// Keys of other tools, and properties of AWS.
  public static let all = elsewhere.with(property: PropertiesOfElsewhere.help)
}

/// Properties of CloudFormation that the language has no key for, written as keys of an element: `recursiveLoop: Allow`.
enum PropertiesOfElsewhere {
  /// The type of an element by a key that only it has.
  private static let types = [
    ("handler", "AWS::Lambda::Function"), ("setIdentifier", "AWS::ApiGatewayV2::DomainName"),
    ("natGateways", "AWS::EC2::VPC"), ("ingress", "AWS::EC2::SecurityGroup"),
    ("deregistrationDelay", "AWS::ElasticLoadBalancingV2::TargetGroup"),
    ("deletionProtection", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
    ("sslPolicy", "AWS::ElasticLoadBalancingV2::Listener"), ("customHealthCheck", "AWS::ServiceDiscovery::Service"),
    ("clients", "AWS::Cognito::UserPool"),
  ]

  /// The help for a word that is such a property, apart from case.
  static func help(_ word: String, known: [String]) -> String? {
    guard known.contains("properties"), let type = types.first(where: { known.contains($0.0) }),
      let properties = ResourceType.named(type.1)?.properties,
      let name = Suggestion.same(as: word, among: properties.map(\.name))
    else { return nil }
    return "write `properties: {\(name): …}`"
  }
}
