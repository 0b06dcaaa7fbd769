import SpecReading
import TextSearch

/// Managed policies of AWS by their names.
enum ManagedPolicies {
  /// The path and name in the ARN of a policy. Policies for the roles of services have a path in front of their name.
  static func path(of name: String) -> String { ofServiceRoles.contains(name) ? "service-role/\(name)" : name }

  private static func isArn(_ text: String) -> Bool {
    let arn = Arn(text)
    return text.hasPrefix("arn:") && arn.service == "iam" && arn.resource.hasPrefix("policy/")
  }

  /// The message and the help for an ARN, as `Fn::Sub` writes it, of a policy that AWS does not have.
  static func flaw(ofArn text: String) -> Flaw? {
    if let flaw = Arn.flawOfParts(in: text) { return flaw }
    if text.contains(":"), !text.contains("{"), !isArn(text) {
      return (
        "\(Reader.quoted(text)) is not the ARN of a managed policy",
        "it has the form `arn:aws:iam::aws:policy/NAME`, or your account before `:policy/`"
      )
    }
    guard let start = text.firstRange(of: ":iam::aws:policy/")?.upperBound else {
      if text.contains(":") || text.contains("{") { return nil }
      let name = text.split(separator: "/").last.map(String.init) ?? text
      return (
        "\(Reader.quoted(text)) is the name of a policy, not its ARN",
        "write `arn:aws:iam::aws:policy/\(path(of: name))`"
      )
    }
    let path = String(text[start...])
    let name = String(path.dropFirst(path.hasPrefix("service-role/") ? "service-role/".count : 0))
    guard let near = known(name), self.path(of: near) != path else { return nil }
    return (message(about: path), "write `\(text[..<start])\(self.path(of: near))`")
  }

  /// The message and the help for a name that AWS does not have.
  static func flaw(ofName name: String) -> (message: String, help: String)? {
    guard let near = known(name), near != name else { return nil }
    return (message(about: name), "write `\(near)`")
  }

  private static func message(about policy: String) -> String {
    "AWS does not have a managed policy \(Reader.quoted(policy))"
  }

  /// The listed policy that a name is for; the name may be misspelled.
  private static func known(_ name: String) -> String? {
    if ofServiceRoles.contains(name) || others.contains(name) { return name }
    // Most names have the same first and last word: `AmazonS3ReadOnlyAccess`.
    let whole = ["\(name)Access", "Amazon\(name)", "Amazon\(name)Access"].first(where: others.contains)
    if ofServiceRoles.contains("\(name)Role") { return "\(name)Role" }
    return whole ?? Suggestion.certain(for: name, among: ofServiceRoles) ?? Suggestion.certain(for: name, among: others)
  }

  /// Policies that functions use, and those that differ from them by a letter; their ARN has no path (source: as below).
  private static let others: Set<String> = [
    "AWSLambdaExecute", "AWSLambda_FullAccess", "AWSStepFunctionsFullAccess", "AWSXRayDaemonWriteAccess",
    "AWSXrayWriteOnlyAccess", "AmazonAPIGatewayInvokeFullAccess", "AmazonAthenaFullAccess", "AmazonBedrockFullAccess",
    "AmazonCognitoPowerUser", "AmazonCognitoReadOnly", "AmazonDynamoDBFullAccess", "AmazonDynamoDBReadOnlyAccess",
    "AmazonEC2FullAccess", "AmazonECS_FullAccess", "AmazonESFullAccess", "AmazonESReadOnlyAccess",
    "AmazonEventBridgeFullAccess", "AmazonKinesisFirehoseFullAccess", "AmazonKinesisFullAccess",
    "AmazonKinesisReadOnlyAccess", "AmazonMCSFullAccess", "AmazonRDSDataFullAccess", "AmazonRekognitionFullAccess",
    "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "AmazonSESFullAccess", "AmazonSESReadOnlyAccess",
    "AmazonSNSFullAccess", "AmazonSNSReadOnlyAccess", "AmazonSQSFullAccess", "AmazonSQSReadOnlyAccess",
    "AmazonSSMFullAccess", "AmazonSSMReadOnlyAccess", "AmazonTextractFullAccess", "CloudWatchFullAccess",
    "CloudWatchFullAccessV2", "CloudWatchLambdaInsightsExecutionRolePolicy", "CloudWatchLogsFullAccess",
    "CloudWatchLogsReadOnlyAccess", "CloudWatchReadOnlyAccess", "SecretsManagerReadWrite",
  ]

  /// The policies whose ARN begins with `policy/service-role/` (source: AWS Managed Policy Reference Guide,
  /// the ARN on the page of each).
  private static let ofServiceRoles: Set<String> = [
    "AWSConfigRulesExecutionRole", "AWSLambdaBasicDurableExecutionRolePolicy", "AWSLambdaBasicExecutionRole",
    "AWSLambdaDynamoDBExecutionRole", "AWSLambdaENIManagementAccess", "AWSLambdaKinesisExecutionRole",
    "AWSLambdaMSKExecutionRole", "AWSLambdaRole", "AWSLambdaSQSQueueExecutionRole", "AWSLambdaVPCAccessExecutionRole",
    "AmazonAPIGatewayPushToCloudWatchLogs", "AmazonECSTaskExecutionRolePolicy",
    "AmazonS3ObjectLambdaExecutionRolePolicy",
  ]
}
