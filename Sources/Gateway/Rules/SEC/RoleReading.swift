import CloudFormation
import TextSearch
import YAMLTree

/// The rights of a role of the template and the principals that may assume it, if known. Unknown ones count as allowed.
struct RoleReading {
  /// The mark of the role.
  let mark: Mark
  private let properties: Object
  /// Whether policies are defined elsewhere: managed ones that are not known, or resources that name the role in another way.
  private let hasOthers: Bool
  /// The actions that its managed policies allow, if all are known.
  private let managed: [String]
  /// The documents of its policies; nil for one that is not known.
  private let documents: [Object?]

  init?(_ id: String, in model: Model) {
    guard let role = model.resource(id), role.type == "AWS::IAM::Role" else { return nil }
    mark = role.mark
    properties = role.record.properties
    let managed = RoleReading.actions(ofManaged: properties["ManagedPolicyArns"])
    self.managed = managed ?? []
    var documents = RoleReading.documents(of: properties["Policies"])
    var hasOthers = managed == nil
    for policy in RoleReading.policies.flatMap(model.resources) {
      let roles = (policy["Roles"] ?? policy["RoleName"])?.list ?? []
      if roles.contains(where: { $0.target == id || ($0.text != nil && $0.text == role["RoleName"]?.text) }) {
        documents.append(policy["PolicyDocument"]?.value.object)
      } else {
        Value.object(policy.record.properties).forEachReference { if $0 == id { hasOthers = true } }
      }
    }
    self.hasOthers = hasOthers
    self.documents = documents
  }

  private static func documents(of policies: Value?) -> [Object?] {
    guard let policies else { return [] }
    guard case .list(let items) = policies else { return [nil] }
    return items.map { $0.object?["PolicyDocument"]?.object }
  }

  private static let policies = ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"]

  private static let logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
  private static let traces = [
    "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    "xray:GetSamplingStatisticSummaries",
  ]

  /// The actions of AWS's managed policies, of those that roles of functions and APIs often have (source: IAM's managed
  /// policies).
  private static let managedActions: [String: [String]] = [
    "AWSLambdaBasicExecutionRole": logs,
    "AWSLambdaDynamoDBExecutionRole": logs + [
      "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
    ],
    "AWSLambdaKinesisExecutionRole": logs + [
      "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator",
      "kinesis:ListShards", "kinesis:ListStreams", "kinesis:SubscribeToShard",
    ],
    "AWSLambdaSQSQueueExecutionRole": logs + ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    "AWSLambdaVPCAccessExecutionRole": logs + [
      "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
      "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
    ],
    "AWSXRayDaemonWriteAccess": traces,
    "AWSXrayWriteOnlyAccess": traces,
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
    return documents.contains { document in
      guard let document else { return true }
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
    if case .list(let items) = value { return items.map(\.knownText) }
    return [value.knownText]
  }
}
