import CloudFormation

/// The properties of SAM's resource types, and those that `Globals` may set.
///
/// From the schemas of SAM's transform that cfn-lint bundles (aws-sam-translator); names only.
enum SamProperties {
  /// The properties of a type; nil if it is not a type of SAM.
  static func of(_ type: String) -> [String]? {
    type.hasPrefix(prefix) ? names(types[String(type.dropFirst(prefix.count))]) : nil
  }

  /// The properties that a section of `Globals` may set; nil if there is no such section.
  static func ofGlobals(_ section: String) -> [String]? { names(globals[section]) }

  /// The sections of `Globals`.
  static let globalSections = globals.keys.sorted()

  /// SAM's types.
  static let all = types.keys.sorted().map { prefix + $0 }

  static let prefix = "AWS::Serverless::"

  /// The type of what SAM creates beside a resource of a type, and references name after it, as in `Books.Version`; nil if it
  /// creates nothing of this name.
  static func part(_ name: String, of type: String) -> String? {
    guard names(parts[type])?.contains(name) ?? false else { return nil }
    let owner = UpdateFacts.deployed(type)
    return owner.dropLast(CloudFormation.Resource.noun(ofType: owner).utf8.count) + name
  }

  /// From the referable properties of SAM's transform.
  private static let parts = [
    "AWS::Serverless::Api": "ApiKey Deployment DomainName Stage UsagePlan UsagePlanKey",
    "AWS::Serverless::Function": "Alias DestinationQueue DestinationTopic Version",
    "AWS::Serverless::HttpApi": "DomainName Stage",
    "AWS::Serverless::WebSocketApi": "DomainName Stage",
  ]

  private static func names(_ text: String?) -> [String]? { text?.split(separator: " ").map(String.init) }

  private static let types: [String: String] = [
    "Api": """
    AccessLogSetting AlwaysDeploy ApiKeySourceType Auth BinaryMediaTypes CacheClusterEnabled \
    CacheClusterSize CanarySetting Cors DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint \
    Domain EndpointAccessMode EndpointConfiguration FailOnWarnings GatewayResponses MergeDefinitions \
    MethodSettings MinimumCompressionSize Mode Models Name OpenApiVersion Policy PropagateTags \
    SecurityPolicy StageName Tags TracingEnabled Variables
    """,
    "Application": """
    Location NotificationARNs Parameters Tags TimeoutInMinutes
    """,
    "CapacityProvider": """
    CapacityProviderName InstanceRequirements KmsKeyArn LoggingConfig ManagedResourceTags OperatorRole \
    PropagateTags ScalingConfig Tags VpcConfig
    """,
    "Connector": """
    Destination Permissions Source
    """,
    "Function": """
    Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties \
    AutoPublishCodeSha256 CapacityProviderConfig CodeSigningConfigArn CodeUri DeadLetterQueue \
    DeploymentPreference Description DurableConfig Environment EphemeralStorage EventInvokeConfig Events \
    FileSystemConfigs FunctionName FunctionScalingConfig FunctionUrlConfig Handler ImageConfig ImageUri \
    InlineCode KmsKeyArn Layers LoggingConfig MemorySize PackageType PermissionsBoundary Policies \
    PropagateTags ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop \
    ReservedConcurrentExecutions Role RolePath Runtime RuntimeManagementConfig SnapStart SourceKMSKeyArn \
    Tags TenancyConfig Timeout Tracing VersionDeletionPolicy VersionDescription VpcConfig
    """,
    "GraphQLApi": """
    ApiKeys Auth Cache DataSources DomainName Functions IntrospectionConfig Logging Name OwnerContact \
    QueryDepthLimit ResolverCountLimit Resolvers SchemaInline SchemaUri Tags Visibility XrayEnabled
    """,
    "HttpApi": """
    AccessLogSettings Auth CorsConfiguration DefaultRouteSettings DefinitionBody DefinitionUri Description \
    DisableExecuteApiEndpoint Domain FailOnWarnings Name PropagateTags RouteSettings StageName \
    StageVariables Tags
    """,
    "LayerVersion": """
    CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName LicenseInfo \
    PublishLambdaVersion RetentionPolicy
    """,
    "MicrovmImage": """
    AdditionalOsCapabilities BaseImageArn BaseImageVersion BuildRoleArn CodeUri CpuConfigurations \
    Description EgressNetworkConnectors EnvironmentVariables Hooks Logging Name PropagateTags Resources Tags
    """,
    "NetworkConnector": """
    ComputeTypes Name OperatorRole PropagateTags Tags VpcConfig
    """,
    "SimpleTable": """
    PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput SSESpecification TableName Tags
    """,
    "StateMachine": """
    AutoPublishAlias Definition DefinitionSubstitutions DefinitionUri DeploymentPreference Events Logging \
    Name PermissionsBoundary Policies PropagateTags Role RolePath Tags Tracing Type UseAliasAsEventTarget
    """,
    "WebFunction": """
    AuthType AutoDeploymentMode CodeUri EgressNetworkConnectorArn EndpointDescription EndpointName \
    EndpointType EntryPoint EnvironmentVariables ExecutionRoleArn FunctionName InlineCode KmsKeyArn \
    LoggingConfig MaxConcurrencyPerEnvironment ReplicaRegions RevisionDescription RevisionWeights Runtime \
    ScalingConfig Tags ThrottleConfig Timeout
    """,
    "WebSocketApi": """
    AccessLogSettings ApiKeySelectionExpression Auth DefaultRouteSettings Description \
    DisableExecuteApiEndpoint DisableSchemaValidation Domain IpAddressType Name PropagateTags \
    RouteSelectionExpression RouteSettings Routes StageName StageVariables Tags
    """,
  ]

  private static let globals: [String: String] = [
    "Api": """
    AccessLogSetting AlwaysDeploy Auth BinaryMediaTypes CacheClusterEnabled CacheClusterSize CanarySetting \
    Cors DefinitionUri Domain EndpointConfiguration GatewayResponses MergeDefinitions MethodSettings \
    MinimumCompressionSize Name OpenApiVersion PropagateTags SecurityPolicy TracingEnabled Variables
    """,
    "CapacityProvider": """
    InstanceRequirements KmsKeyArn OperatorRole PropagateTags ScalingConfig Tags VpcConfig
    """,
    "Function": """
    Architectures AssumeRolePolicyDocument AutoPublishAlias CapacityProviderConfig CodeUri DeadLetterQueue \
    DeploymentPreference Description DurableConfig Environment EphemeralStorage EventInvokeConfig \
    FunctionScalingConfig Handler KmsKeyArn Layers LoggingConfig MemorySize PermissionsBoundary \
    PropagateTags ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop \
    ReservedConcurrentExecutions RolePath Runtime RuntimeManagementConfig SnapStart SourceKMSKeyArn Tags \
    TenancyConfig Timeout Tracing VersionDeletionPolicy VpcConfig
    """,
    "HttpApi": """
    AccessLogSettings Auth CorsConfiguration DefaultRouteSettings Domain FailOnWarnings PropagateTags \
    RouteSettings StageVariables Tags
    """,
    "LayerVersion": """
    PublishLambdaVersion
    """,
    "SimpleTable": """
    SSESpecification
    """,
    "StateMachine": """
    PropagateTags
    """,
    "WebSocketApi": """
    AccessLogSettings ApiKeySelectionExpression DefaultRouteSettings DisableExecuteApiEndpoint \
    DisableSchemaValidation Domain IpAddressType PropagateTags RouteSelectionExpression RouteSettings \
    StageVariables Tags
    """,
  ]
}
