import CloudFormation
import TextSearch
import YAMLTree

/// The rights of a role of `resources` and the principals that may assume it, if known. Unknown ones count as allowed.
struct RoleReading {
  /// The mark of the role.
  let mark: Mark
  private let properties: Object
  /// Whether policies may be defined elsewhere: managed ones that are not known, or resources that name the role.
  private let hasOthers: Bool
  /// The actions that its managed policies allow, if all are known.
  private let managed: [String]

  init?(_ id: String, in spec: ResolvedSpec) {
    guard let element = spec.names.spec.resources.first(where: { $0.name == id }),
      let properties = spec.values.properties(ofResource: id)
    else { return nil }
    mark = element.mark
    self.properties = properties
    let managed = RoleReading.actions(ofManaged: properties["ManagedPolicyArns"])
    self.managed = managed ?? []
    var isNamed = managed == nil
    for resource in spec.names.spec.resources
    where RoleReading.policies.contains(spec.names.resourceTypes[resource.name] ?? "") {
      spec.values.value(resource.value.node).forEachReference { if $0 == id { isNamed = true } }
    }
    hasOthers = isNamed
  }

  private static let policies: Set<String> = ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"]

  /// The actions of AWS's managed policies, of those that roles of functions and APIs often have (source: IAM's managed
  /// policies).
  private static let managedActions: [String: [String]] = [
    "AWSLambdaBasicExecutionRole": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    "AWSXRayDaemonWriteAccess": [
      "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
      "xray:GetSamplingStatisticSummaries",
    ],
    "AmazonAPIGatewayPushToCloudWatchLogs": ["logs:*"],
    "AmazonDynamoDBFullAccess": ["dynamodb:*"],
    "AmazonS3ReadOnlyAccess": ["s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:*"],
    "AmazonSQSFullAccess": ["sqs:*"],
  ]

  /// The actions that managed policies allow; nil where not all of them are known.
  private static func actions(ofManaged arns: Value?) -> [String]? {
    guard let arns else { return [] }
    guard case .list(let items) = arns else { return nil }
    var actions: [String] = []
    for item in items {
      guard let text = item.spelled, let name = text.split(separator: "/").last, text.mentions(":iam::aws:policy/"),
        let known = managedActions[String(name)]
      else { return nil }
      actions += known
    }
    return actions
  }

  /// Whether a service may take the role.
  func mayTrust(_ service: String) -> Bool {
    guard let document = properties["AssumeRolePolicyDocument"]?.object else { return true }
    return statements(of: document).contains { statement in
      guard let statement, statement["Effect"] == "Allow" else { return statement == nil }
      guard let principal = statement["Principal"]?.object else { return statement["Principal"] != nil }
      guard let services = principal["Service"] else { return false }
      // Some services have a principal for each region as well: `states.eu-west-1.amazonaws.com`.
      let start = service.prefix { $0 != "." } + "."
      return texts(services).contains { $0?.hasPrefix(start) ?? true }
    }
  }

  /// Whether a policy of the role allows an action, on a resource with this ARN if that is known.
  func mayAllow(_ action: String, on arn: Value? = nil) -> Bool {
    if hasOthers || managed.contains(where: { WildcardText.matches($0.lowercased(), action.lowercased()) }) {
      return true
    }
    guard let policies = properties["Policies"] else { return false }
    guard case .list(let items) = policies else { return true }
    return items.contains { item in
      guard let document = item.object?["PolicyDocument"]?.object else { return true }
      return statements(of: document).contains { statement in
        guard let statement else { return true }
        guard statement["Effect"] == "Allow" else { return false }
        guard let actions = statement["Action"] else { return true }
        return texts(actions).contains { $0.map { WildcardText.matches($0.lowercased(), action.lowercased()) } ?? true }
          && RoleReading.mayBe(arn, among: statement["Resource"])
      }
    }
  }

  /// Whether an ARN may be one of those of a statement. The ARN of a resource in the template and a literal may be equal.
  private static func mayBe(_ arn: Value?, among resources: Value?) -> Bool {
    guard let arn, let resources else { return true }
    let allowed: [Value] = if case .list(let items) = resources { items } else { [resources] }
    return allowed.contains { one in
      switch (one, arn) {
      case (.string(let pattern), .string(let text)): pattern.mentions("?") || WildcardText.matches(pattern, text)
      case (.getAtt(let one, "Arn"), .getAtt(let other, "Arn")): one == other
      default: true
      }
    }
  }

  /// The statements of a policy; nil for one that is not known.
  private func statements(of document: Object) -> [Object?] {
    switch document["Statement"] {
    case .list(let items): items.map { $0.object.flatMap { $0["Effect"] == nil ? nil : $0 } }
    case .object(let statement): [statement["Effect"] == nil ? nil : statement]
    default: [nil]
    }
  }

  private func texts(_ value: Value) -> [String?] {
    if case .list(let items) = value { return items.map(\.text) }
    return [value.text]
  }
}
