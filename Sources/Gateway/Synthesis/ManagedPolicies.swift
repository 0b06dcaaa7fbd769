/// Managed policies of AWS by their names.
enum ManagedPolicies {
  /// The path and name in the ARN of a policy. Policies for the roles of services have a path in front of their name.
  static func path(of name: String) -> String { ofServiceRoles.contains(name) ? "service-role/\(name)" : name }

  /// The policies for functions whose ARN begins with `policy/service-role/` (source: AWS Managed Policy Reference Guide,
  /// the ARN on the page of each).
  private static let ofServiceRoles: Set<String> = [
    "AWSConfigRulesExecutionRole", "AWSLambdaBasicDurableExecutionRolePolicy", "AWSLambdaBasicExecutionRole",
    "AWSLambdaDynamoDBExecutionRole", "AWSLambdaENIManagementAccess", "AWSLambdaKinesisExecutionRole",
    "AWSLambdaMSKExecutionRole", "AWSLambdaRole", "AWSLambdaSQSQueueExecutionRole", "AWSLambdaVPCAccessExecutionRole",
    "AmazonS3ObjectLambdaExecutionRolePolicy",
  ]
}
