/// The properties of SAM's events, by type; `!` is behind required ones.
///
/// From aws-sam-translator 1.115. Those of functions and of state machines are together.
extension SamProperties {
  /// The names of an event's properties; nil for an unknown type.
  static func ofEvent(_ type: String) -> (all: [String], required: [String])? {
    guard let text = events[type] else { return nil }
    let names = text.split(separator: " ").map(String.init) + (polled.contains(type) ? ofPolled : [])
    let required = names.filter { $0.hasSuffix("!") }.map { String($0.dropLast()) }
    return (names.map { $0.hasSuffix("!") ? String($0.dropLast()) : $0 }, required)
  }

  /// Keys of `CorsConfiguration` of an HTTP API.
  static let cors = ["AllowOrigins", "AllowHeaders", "AllowMethods", "ExposeHeaders", "MaxAge", "AllowCredentials"]
  /// Keys of `Auth` of an HTTP API.
  static let auth = ["Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer"]

  /// Keys of an authorizer of an HTTP API that calls a function.
  static let authorizerOfFunction = [
    "FunctionArn", "FunctionInvokeRole", "Identity", "AuthorizerPayloadFormatVersion", "EnableSimpleResponses",
    "EnableFunctionDefaultPermissions",
  ]
  /// Keys of an authorizer of an HTTP API.
  static let authorizer = authorizerOfFunction + ["JwtConfiguration", "IdentitySource", "AuthorizationScopes"]
  /// Keys of `Identity` of an authorizer.
  static let identity = ["Headers", "QueryStrings", "StageVariables", "Context", "ReauthorizeEvery"]

  /// Keys of `Auth` of an `HttpApi` event.
  static let authOfEvents = ["Authorizer", "AuthorizationScopes"]
  /// Keys of `Domain` of an HTTP or WebSocket API.
  static let domain = [
    "BasePath", "CertificateArn", "DomainName", "EndpointConfiguration", "MutualTlsAuthentication",
    "OwnershipVerificationCertificateArn", "Route53", "SecurityPolicy",
  ]
  /// Keys of `Route53` of a domain.
  static let recordsOfDomain = [
    "DistributionDomainName", "EvaluateTargetHealth", "HostedZoneId", "HostedZoneName", "IpV6", "Region",
    "SetIdentifier",
  ]

  /// Keys of `Auth` of a WebSocket API.
  static let authOfWebSockets = ["AuthArn", "AuthType", "IdentitySource", "InvokeRole", "Name"]
  /// Keys of a route of a WebSocket API.
  static let routeOfWebSockets = [
    "ApiKeyRequired", "FunctionArn", "IntegrationTimeout", "ModelSelectionExpression", "OperationName", "RequestModels",
    "RequestParameters", "RouteResponseSelectionExpression",
  ]

  private static let polled: Set = ["DocumentDB", "DynamoDB", "Kinesis", "MQ", "MSK", "SQS", "SelfManagedKafka"]

  /// Those of all event source mappings.
  private static let ofPolled = """
    BatchSize BisectBatchOnFunctionError ConsumerGroupId DestinationConfig Enabled FilterCriteria \
    FunctionResponseTypes KafkaBootstrapServers KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds \
    MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig ParallelizationFactor ProvisionedPollerConfig \
    Queues ScalingConfig SchemaRegistryConfig SecretsManagerKmsKeyId SourceAccessConfigurations StartingPosition \
    StartingPositionTimestamp Topics TumblingWindowInSeconds
    """.split(separator: " ").map(String.init)

  private static let rule = """
    DeadLetterConfig Enabled EventBusName Input InputPath InputTransformer Pattern RetryPolicy RuleName State Target
    """

  private static let events = [
    "AlexaSkill": "SkillId",
    "Api": """
    Auth Method! Path! RequestModel RequestParameters ResponseTransferMode RestApiId Stage TimeoutInMillis \
    UnescapeMappingTemplate
    """,
    "CloudWatchEvent": rule,
    "CloudWatchLogs": "FilterPattern! LogGroupName!",
    "Cognito": "Trigger! UserPool!",
    "DocumentDB": "Cluster! CollectionName DatabaseName! FullDocument",
    "DynamoDB": "Stream!",
    "EventBridgeRule": rule,
    "HttpApi": "ApiId Auth Method Path PayloadFormatVersion RouteSettings Stage TimeoutInMillis",
    "IoTRule": "AwsIotSqlVersion Sql!",
    "Kinesis": "Stream!",
    "MQ": "Broker! DynamicPolicyName",
    "MSK": "Stream!",
    "S3": "Bucket! Events! Filter",
    "SNS": "FilterPolicy FilterPolicyScope RedrivePolicy Region SqsSubscription Topic!",
    "SQS": "Queue!",
    "Schedule": """
    DeadLetterConfig Description Enabled Input Name RetryPolicy RoleArn RuleName Schedule! State Target
    """,
    "ScheduleV2": """
    DeadLetterConfig Description EndDate FlexibleTimeWindow GroupName Input KmsKeyArn Name OmitName \
    PermissionsBoundary RetryPolicy RoleArn ScheduleExpression! ScheduleExpressionTimezone StartDate State
    """,
    "SelfManagedKafka": "",
  ]
}
