import CloudFormation

/// How resources take their tags (source: the `tagging` part of CloudFormation's resource schemas of 2026-10-20).
enum Tagging {
  /// The form of the `Tags` property.
  enum Style {
    /// A mapping from key to value.
    case map
    /// A list of `Key` and `Value`.
    case list
  }

  /// The form that a type takes; nil for one without tags.
  static func style(of type: String) -> Style? { styles[type] }

  private static let styles: [String: Style] = [
    "AWS::ApiGateway::ApiKey": .list, "AWS::ApiGateway::UsagePlan": .list, "AWS::ApiGateway::VpcLink": .list,
    "AWS::ApiGatewayV2::Api": .map, "AWS::ApiGatewayV2::DomainName": .map, "AWS::ApiGatewayV2::Stage": .map,
    "AWS::ApiGatewayV2::VpcLink": .map,
    "AWS::CertificateManager::Certificate": .list, "AWS::Cognito::UserPool": .map, "AWS::EC2::EIP": .list,
    "AWS::EC2::InternetGateway": .list, "AWS::EC2::NatGateway": .list,
    "AWS::EC2::RouteTable": .list, "AWS::EC2::SecurityGroup": .list, "AWS::EC2::Subnet": .list,
    "AWS::EC2::VPC": .list, "AWS::EC2::VPCEndpoint": .list,
    "AWS::ElasticLoadBalancingV2::Listener": .list, "AWS::ElasticLoadBalancingV2::ListenerRule": .list,
    "AWS::ElasticLoadBalancingV2::LoadBalancer": .list, "AWS::ElasticLoadBalancingV2::TargetGroup": .list,
    "AWS::IAM::Role": .list, "AWS::Lambda::Function": .list, "AWS::Logs::LogGroup": .list,
    "AWS::ServiceDiscovery::HttpNamespace": .list, "AWS::ServiceDiscovery::PrivateDnsNamespace": .list,
    "AWS::ServiceDiscovery::PublicDnsNamespace": .list, "AWS::ServiceDiscovery::Service": .list,
  ]

  /// The property that holds them.
  static func property(of type: String) -> String { type == "AWS::Cognito::UserPool" ? "UserPoolTags" : "Tags" }

  /// Tags in the form that a type takes.
  static func value(_ tags: Object, _ style: Style) -> Value {
    switch style {
    case .map: .object(tags)
    case .list: .list(tags.members.map { ["Key": .string($0.key), "Value": $0.value] })
    }
  }

  /// The tags of a property in either form.
  static func members(_ value: Value?) -> Object {
    switch value {
    case .object(let tags): return tags
    case .list(let entries):
      var tags = Object()
      for entry in entries {
        if let key = entry.object?["Key"]?.text { tags[key] = entry.object?["Value"] }
      }
      return tags
    default: return Object()
    }
  }
}
