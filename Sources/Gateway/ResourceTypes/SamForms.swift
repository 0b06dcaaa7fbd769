/// The kinds of the values that SAM's transform checks itself, before CloudFormation does (source: aws-sam-translator 1.115).
///
/// An entry is a path of names, `!` if SAM requires it, and a kind: `text`, `flag`, `integer`, `list`, `map`, `object` with parts of
/// kinds of their own, words (`^` in upper or lower case), a list of words, a range, or `=TYPE.PROPERTY` for a property that SAM
/// passes on. `any` is a name without a kind, and `*` every name of a mapping.
enum SamForms {
  /// The properties of a type of SAM without its prefix that have a kind.
  static func properties(of type: String) -> [ResourceType.Property] { properties(types[type]) }

  /// The properties of a type of events that have a kind.
  static func properties(ofEvent type: String) -> [ResourceType.Property] {
    properties(polled.contains(type) ? ofPolled : events[type])
  }

  /// A path with what follows it.
  private typealias Entry = (path: ArraySlice<Substring>, isRequired: Bool, kind: Substring)

  private static func properties(_ text: String?) -> [ResourceType.Property] {
    let entries = text?.split(separator: " ").map { (entry) -> Entry in
      let colon = entry.firstIndex(of: ":") ?? entry.endIndex
      let path = entry[..<colon]
      let isRequired = path.last == "!"
      return (
        (isRequired ? path.dropLast() : path).split(separator: ".")[...], isRequired, entry[colon...].dropFirst()
      )
    }
    return properties(entries ?? [])
  }

  private static func properties(_ entries: [Entry]) -> [ResourceType.Property] {
    var names: [Substring] = []
    var parts: [Substring: [Entry]] = [:]
    for entry in entries {
      guard let name = entry.path.first else { continue }
      if parts[name] == nil { names.append(name) }
      parts[name, default: []].append((entry.path.dropFirst(), entry.isRequired, entry.kind))
    }
    return names.map { name in
      let entries = parts[name] ?? []
      let own = entries.first { $0.path.isEmpty }
      return .init(
        String(name), own.map { form($0.kind) } ?? object(name, entries), own?.isRequired == true ? .required : [])
    }
  }

  private static func object(_ name: Substring, _ entries: [Entry]) -> PropertyForm {
    let properties = properties(entries)
    let isOpen = properties.contains { $0.name == ResourceType.Property.others }
    if isOpen, properties.count == 1 { return .map(properties[0].form) }
    return .object(
      isOpen || closed.contains(name) ? properties : properties + [.init(ResourceType.Property.ignored, .any)])
  }

  /// Objects in which an unknown key is rejected; in the others, SAM ignores it.
  private static let closed: Set<Substring> = ["Cors", "Filter", "PrimaryKey", "RetryPolicy", "S3Key"]

  private static func form(_ kind: Substring) -> PropertyForm {
    switch kind {
    case "text": return .exactly(.text)
    case "flag": return .exactly(.flag)
    case "integer": return .exactly(.integer)
    case "list": return .list(.any)
    case "map": return .map(.any)
    case "object": return .object([.init(ResourceType.Property.others, .any)])
    case "any": return .any
    case _ where kind.first == "=":
      let parts = kind.dropFirst().split(separator: ".")
      return ResourceType.named("AWS::\(parts[0])")?[String(parts[1])]?.form ?? .any
    case _ where kind.first == "^": return .anyCase(words(kind.dropFirst()))
    case _ where kind.first == "[": return .list(.words(words(kind.dropFirst().dropLast())))
    default:
      let ends = kind.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? .integer(ends[0]...ends[1]) : .words(words(kind))
    }
  }

  private static func words(_ kind: Substring) -> [String] { kind.split(separator: "|").map(String.init) }

  private static let types = [
    "Application": "Location!:any Parameters:map Tags:map",
    "Connector": "Source!:map " + connector,
    "Function": """
    AssumeRolePolicyDocument:map AutoPublishAlias:text AutoPublishAliasAllProperties:flag AutoPublishCodeSha256:text \
    DeadLetterQueue.TargetArn!:any DeadLetterQueue.Type!:SQS|SNS DeploymentPreference.Alarms:list \
    DeploymentPreference.Enabled:any DeploymentPreference.Hooks.PostTraffic:any DeploymentPreference.Hooks.PreTraffic:any \
    DeploymentPreference.PassthroughCondition:any DeploymentPreference.Role:any \
    DeploymentPreference.TriggerConfigurations:any DeploymentPreference.Type:any \
    EventInvokeConfig.DestinationConfig.OnFailure.Destination:any \
    EventInvokeConfig.DestinationConfig.OnFailure.Type!:SQS|SNS|EventBridge|Lambda|S3Bucket \
    EventInvokeConfig.DestinationConfig.OnSuccess.Destination:any \
    EventInvokeConfig.DestinationConfig.OnSuccess.Type!:SQS|SNS|EventBridge|Lambda|S3Bucket \
    EventInvokeConfig.MaximumEventAgeInSeconds:60-21600 EventInvokeConfig.MaximumRetryAttempts:0-2 Events:object \
    FunctionUrlConfig.AuthType!:AWS_IAM|NONE FunctionUrlConfig.Cors.AllowCredentials:flag \
    FunctionUrlConfig.Cors.AllowHeaders:list FunctionUrlConfig.Cors.AllowMethods:list \
    FunctionUrlConfig.Cors.AllowOrigins:list FunctionUrlConfig.Cors.ExposeHeaders:list \
    FunctionUrlConfig.Cors.MaxAge:integer FunctionUrlConfig.InvokeMode:BUFFERED|RESPONSE_STREAM PermissionsBoundary:text \
    PropagateTags:flag ProvisionedConcurrencyConfig:=Lambda::Alias.ProvisionedConcurrencyConfig Tags:map \
    Tracing:Active|PassThrough|Disabled VersionDeletionPolicy:Delete|Retain
    """,
    "HttpApi": """
    AccessLogSettings:=ApiGatewayV2::Stage.AccessLogSettings Auth.Authorizers.*.AuthorizationScopes:list \
    Auth.Authorizers.*.EnableFunctionDefaultPermissions:flag Auth.Authorizers.*.Identity:map \
    Auth.Authorizers.*.*:any Auth.*:any \
    DefaultRouteSettings:=ApiGatewayV2::Stage.DefaultRouteSettings DefinitionBody:map Description:text \
    DisableExecuteApiEndpoint:flag FailOnWarnings:flag PropagateTags:flag \
    RouteSettings:=ApiGatewayV2::Stage.RouteSettings StageName:text
    """,
    "LayerVersion": """
    CompatibleArchitectures:=Lambda::LayerVersion.CompatibleArchitectures \
    CompatibleRuntimes:=Lambda::LayerVersion.CompatibleRuntimes Description:text LayerName:text LicenseInfo:text \
    PublishLambdaVersion:flag RetentionPolicy:^RETAIN|DELETE
    """,
    "SimpleTable": """
    PointInTimeRecoverySpecification:=DynamoDB::Table.PointInTimeRecoverySpecification PrimaryKey.Name!:text \
    PrimaryKey.Type!:String|Number|Binary ProvisionedThroughput:=DynamoDB::Table.ProvisionedThroughput \
    SSESpecification:=DynamoDB::Table.SSESpecification TableName:text Tags:map
    """,
    "StateMachine": """
    Definition:map DefinitionSubstitutions:map Events:object Logging:=StepFunctions::StateMachine.LoggingConfiguration \
    Name:text PermissionsBoundary:text PropagateTags:flag Role:text Tags:map \
    Tracing:=StepFunctions::StateMachine.TracingConfiguration UseAliasAsEventTarget:flag
    """,
    "WebSocketApi": """
    AccessLogSettings:=ApiGatewayV2::Stage.AccessLogSettings \
    DefaultRouteSettings:=ApiGatewayV2::Stage.DefaultRouteSettings Description:text DisableExecuteApiEndpoint:flag \
    DisableSchemaValidation:flag Name:text PropagateTags:flag RouteSettings:=ApiGatewayV2::Stage.RouteSettings \
    Routes.*:map StageName:text
    """,
  ]

  /// The properties of a connector that is an attribute of its source.
  static var ofConnectors: [ResourceType.Property] { properties(connector) }

  private static let connector = "Destination!:any Permissions!:[Read|Write]"

  private static let polled: Set = ["DocumentDB", "DynamoDB", "Kinesis", "MQ", "MSK", "SQS", "SelfManagedKafka"]

  private static let ofPolled = """
    BatchSize:integer BisectBatchOnFunctionError:flag Enabled:flag FunctionResponseTypes:list \
    MaximumBatchingWindowInSeconds:integer MaximumRecordAgeInSeconds:integer MaximumRetryAttempts:integer \
    ParallelizationFactor:integer Queues:list Topics:list \
    TumblingWindowInSeconds:integer
    """

  private static let rule = """
    DeadLetterConfig:map Enabled:flag EventBusName:text Input:text InputPath:text InputTransformer:map Pattern:map \
    \(retryPolicy) RuleName:text Target:map
    """

  private static let retryPolicy =
    "RetryPolicy.MaximumEventAgeInSeconds:60-86400 RetryPolicy.MaximumRetryAttempts:0-185"

  private static let events = [
    "AlexaSkill": "SkillId:text",
    "Api": "Auth:map Method:text Path:text RequestModel:map RequestParameters:list Stage:text TimeoutInMillis:integer",
    "CloudWatchEvent": rule,
    "CloudWatchLogs": "FilterPattern:text LogGroupName:text",
    "Cognito": "UserPool:text",
    "EventBridgeRule": rule,
    "HttpApi": """
    Auth:map Method:text Path:text PayloadFormatVersion:text RouteSettings:=ApiGatewayV2::Stage.DefaultRouteSettings \
    Stage:text TimeoutInMillis:integer
    """,
    "IoTRule": "AwsIotSqlVersion:text Sql:text",
    "S3": "Bucket:text Filter.S3Key.Rules!:list",
    "SNS": "Topic:text",
    "Schedule": "DeadLetterConfig:map Description:text Enabled:flag Input:text Name:text Schedule:text " + retryPolicy,
    "ScheduleV2": """
    DeadLetterConfig:map Description:text FlexibleTimeWindow:=Scheduler::Schedule.FlexibleTimeWindow GroupName:text \
    Input:text Name:text OmitName:flag \(retryPolicy)
    """,
  ]
}
