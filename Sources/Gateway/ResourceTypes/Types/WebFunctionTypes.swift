/// Web functions of Lambda, with their revisions and endpoints.
extension ResourceType {
  static let webFunction = ResourceType(
    "AWS::Lambda::WebFunction",
    properties: .described("FunctionName!: text(1-256), Tags: tags([{Key!, Value!}])"))

  static let webFunctionEndpoint = ResourceType(
    "AWS::Lambda::WebFunctionEndpoint",
    properties: .described(
      """
      AuthType!: ApplicationManaged|IamAuth, Description: text(0-256), EndpointName!: text(1-256)
      EndpointType!: HomeRegion|MultiRegion|PerRegion, FunctionName!: text(1-256), Regions: [text]
      RevisionWeights: [{RevisionId!: text(1-256), Weight!: integer(1-100)}], ScalingConfig: {MaxEnvironments: integer}
      ThrottleConfig: {RateLimit: integer}
      """))

  static let webFunctionRevision = ResourceType(
    "AWS::Lambda::WebFunctionRevision",
    properties: .described(
      """
      BuildConfig!: {
        CodeConfig!: {S3Object!: {Bucket!: text(3-63), Key!: text(1-1024), VersionId}}
        RuntimeConfig!: {Runtime!: text(1-30)}
      }
      Description: text(0-256), FunctionName!: text(1-256), KmsKeyArn: text(20-2048)
      ServiceConfig!: {
        EgressNetworkConnectorArn: text(1-2048), EnvironmentVariables: map(text(1-4096)), ExecutionRoleArn!: text(20-2048)
        MaxConcurrencyPerEnvironment: integer(1-128)
        TelemetryConfig: {
          LoggingConfig: {
            ApplicationLogLevel: TRACE|DEBUG|INFO|WARN|ERROR|FATAL, LogGroup: text(1-500), SystemLogLevel: DEBUG|INFO|WARN
          }
        }
        TimeoutSeconds: integer(3-900)
      }
      """))
}
