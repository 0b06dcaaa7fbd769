import SpecReading
import TextSearch
import YAMLTree

/// The kinds of elements that a name may refer to. Those of services are declared in `Integrations/Services`.
public final class Kind: ReferenceKind {
  /// The noun in messages.
  public let article: String
  /// The section that defines elements of this kind, if there is one.
  let section: String?
  /// The types in `resources` of this kind, with the attribute that AWS expects (nil for `Ref`).
  let resourceTypes: [String: String?]
  /// The identifiers of a service's resource; nil for other kinds.
  let service: ServiceResource?
  private let hasForm: @Sendable (String) -> Bool

  init(
    _ article: String, section: String? = nil, resources: [String: String?] = [:],
    isLiteral: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    (self.article, self.section, resourceTypes) = (article, section, resources)
    (service, hasForm) = (nil, isLiteral)
  }

  init(_ article: String, resources: [String: String?], service: ServiceResource) {
    (self.article, section, resourceTypes) = (article, nil, resources)
    (self.service, hasForm) = (service, { service.form(of: $0) != nil })
  }

  /// Whether a text is the element's ARN or ID in AWS.
  func isLiteral(_ text: String) -> Bool { hasForm(text) }

  /// Whether AWS takes the ARN of an element, not its ID.
  var hasArn: Bool { isLiteral("arn:") }

  /// For conditions, the name in `!Condition NAME`, or where an expression belongs.
  public func help(forFunction node: Node, _ reader: Reader) -> String? {
    if self != .condition { return nil }
    let text = reader.text(in: node)
    return text.contains(" ") || text.isEmpty || reader.arguments(ofIf: node) != nil
      ? "define it in `conditions: {NAME: …}`, and write the name" : "write `\(text)`"
  }

  /// Elements are defined in their section. For a VPC, it may be the subnets that the Serverless Framework has there.
  public func help(forMappingWith keys: Set<String>) -> String {
    if self == .vpc, !keys.isDisjoint(with: ["subnetids", "securitygroupids", "subnets", "securitygroups"]) {
      return "write `subnets` and `securityGroups` with their IDs in place of `vpc`"
    }
    return section.map { "define it in `\($0)`, and write its name here" }
      ?? "define it under a name, and write the name here"
  }
}

extension Schema {
  /// A block that may depend on a condition: `!If [CONDITION, {…}, !Ref AWS::NoValue]`.
  static func block<S: Schema>(_ base: S) -> Self where Self == ConditionalSchema<S, Kind> {
    .conditional(base, on: Kind.condition)
  }

  /// A list of blocks that may depend on conditions.
  static func blocks<S: Schema>(_ base: S) -> Self where Self == ConditionalListSchema<S, Kind> {
    .conditionalList(base, on: Kind.condition)
  }
}

extension Reader.Reference {
  /// The kind of the target; it is always a `Kind`.
  var namedKind: Kind { unsafeDowncast(kind, to: Kind.self) }
}

extension Kind: Equatable {
  /// Each kind is declared once, and compared by identity.
  public static func == (one: Kind, other: Kind) -> Bool { one === other }
}

extension Kind {
  static let function = Kind(
    "a function", section: "functions",
    resources: [
      "AWS::Lambda::Function": "Arn", "AWS::Lambda::Alias": nil, "AWS::Lambda::Version": nil,
      "AWS::Serverless::Function": "Arn",
    ], isLiteral: isArn)
  static let vpc = Kind("a VPC", section: "vpcs", resources: ["AWS::EC2::VPC": nil]) { $0.hasPrefix("vpc-") }
  static let subnet = Kind("a subnet", resources: ["AWS::EC2::Subnet": nil]) { $0.hasPrefix("subnet-") }
  static let securityGroup = Kind(
    "a security group", section: "securityGroups", resources: ["AWS::EC2::SecurityGroup": "GroupId"]
  ) { $0.hasPrefix("sg-") }
  static let peer = Kind(
    "a security group, a CIDR block or a prefix list", section: "securityGroups",
    resources: ["AWS::EC2::SecurityGroup": "GroupId", "AWS::EC2::PrefixList": "PrefixListId"]
  ) { $0.hasPrefix("sg-") || $0.hasPrefix("pl-") || $0.contains("/") || $0.mentions("::") }
  static let vpcLink = Kind(
    "a VPC link", section: "vpcLinks",
    resources: ["AWS::ApiGatewayV2::VpcLink": nil, "AWS::ApiGateway::VpcLink": nil])
  static let loadBalancer = Kind(
    "a load balancer", section: "loadBalancers", resources: ["AWS::ElasticLoadBalancingV2::LoadBalancer": nil],
    isLiteral: isArn)
  static let listener = Kind(
    "a listener (`LOADBALANCER.LISTENER`)", section: "loadBalancers",
    resources: ["AWS::ElasticLoadBalancingV2::Listener": nil], isLiteral: isArn)
  static let targetGroup = Kind(
    "a target group", section: "targetGroups", resources: ["AWS::ElasticLoadBalancingV2::TargetGroup": nil],
    isLiteral: isArn)
  static let namespace = Kind(
    "a Cloud Map namespace", section: "cloudMapNamespaces",
    resources: [
      "AWS::ServiceDiscovery::PrivateDnsNamespace": nil, "AWS::ServiceDiscovery::PublicDnsNamespace": nil,
      "AWS::ServiceDiscovery::HttpNamespace": nil,
    ]
  ) { $0.hasPrefix("ns-") }
  static let service = Kind(
    "a Cloud Map service", section: "cloudMapServices", resources: ["AWS::ServiceDiscovery::Service": "Arn"],
    isLiteral: isArn)
  static let webFunction = Kind(
    "the endpoint of a web function", resources: ["AWS::Lambda::WebFunctionEndpoint": "DomainName"]
  ) { $0.hasSuffix(".on.aws") }
  static let stage = Kind("a stage (`API.STAGE`)")
  static let apiKey = Kind("an API key", section: "apiKeys", resources: ["AWS::ApiGateway::ApiKey": nil])
  static let clientCertificate = Kind(
    "a client certificate", resources: ["AWS::ApiGateway::ClientCertificate": nil]
  ) { $0.isMade(ofLettersDigitsAnd: "") && $0 == $0.lowercased() }
  static let role = Kind("a role", resources: ["AWS::IAM::Role": "Arn"], isLiteral: isArn)
  static let kmsKey = Kind(
    "a KMS key", resources: ["AWS::KMS::Key": "Arn", "AWS::KMS::ReplicaKey": "Arn"], isLiteral: isArn)
  static let certificate = Kind(
    "a certificate", resources: ["AWS::CertificateManager::Certificate": nil], isLiteral: isArn)
  static let hostedZone = Kind("a hosted zone", resources: ["AWS::Route53::HostedZone": nil]) {
    $0.hasPrefix("Z") && $0.utf8.count <= 32 && $0 == $0.uppercased()
  }
  static let condition = Kind("a condition", section: "conditions")
  static let userPool = Kind("a user pool", section: "userPools", resources: ["AWS::Cognito::UserPool": nil])
  static let logGroup = Kind("a log group", resources: ["AWS::Logs::LogGroup": "Arn"], isLiteral: isArn)
  static let layer = Kind(
    "a layer version", resources: ["AWS::Lambda::LayerVersion": nil, "AWS::Serverless::LayerVersion": nil],
    isLiteral: isArn)
  static let instance = Kind("an EC2 instance", resources: ["AWS::EC2::Instance": nil]) { $0.hasPrefix("i-") }

  @Sendable private static func isArn(_ text: String) -> Bool { text.hasPrefix("arn:") }
}
