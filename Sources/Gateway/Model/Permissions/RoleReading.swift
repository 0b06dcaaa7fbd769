import CloudFormation
import TextSearch
import YAMLTree

extension Model {
  /// The role of the template that a property names.
  func role(_ property: Property?) -> RoleReading? { property?.target.flatMap { RoleReading($0, in: self) } }
}

/// The rights of a role of the template and the principals that may assume it, if known. Unknown ones count as allowed.
struct RoleReading {
  /// The mark of the role.
  let mark: Mark
  private let properties: Object
  /// Whether policies are defined elsewhere: managed ones that are not known, or resources that name the role in another way.
  private let hasOthers: Bool
  /// The actions that its managed policies allow, if all are known.
  private let managed: [String]
  private let policies: [PolicyDocument]

  init?(_ id: String, in model: Model) {
    guard let role = model.resource(id, of: "AWS::IAM::Role") else { return nil }
    mark = role.mark
    properties = role.record.properties
    let managed = RoleReading.actions(ofManaged: properties["ManagedPolicyArns"])
    self.managed = managed ?? []
    let attached = model.rolePolicies.policies(of: role)
    hasOthers = managed == nil || attached.hasOthers
    policies =
      RoleReading.policies(in: properties["Policies"])
      + attached.policies.map { PolicyDocument($0["PolicyDocument"]?.value) }
  }

  private static func policies(in property: Value?) -> [PolicyDocument] {
    guard let property else { return [] }
    guard case .list(let items) = property else { return [PolicyDocument(nil)] }
    return items.map { PolicyDocument($0.object?["PolicyDocument"]) }
  }

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
    PolicyDocument(properties["AssumeRolePolicyDocument"]).mayAllow(to: service)
  }

  /// Whether a policy of the role allows an action, on a resource with this ARN if that is known.
  func mayAllow(_ action: String, on arn: Value? = nil) -> Bool {
    hasOthers || managed.contains { WildcardText.matches($0.lowercased(), action.lowercased()) }
      || policies.contains { $0.mayAllow(action, on: arn) }
  }
}
