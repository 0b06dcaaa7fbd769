import SpecReading

/// Options of a stage, which may also be set on an API as defaults of all its stages.
public struct StageOptions: SpecObject {
  let autoDeploy: Given<Bool>?
  let settings: RouteSettings
  let accessLogs: Conditional<Switched<AccessLogs>>?
  let variables: [Named<Given<String>>]?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    autoDeploy = fields.optional(
      "autoDeploy", .known(.flag),
      "Whether changes are deployed automatically; `true` by default. If `false`, a deployment is generated.")
    settings = RouteSettings(fields: &fields)
    accessLogs = fields.optional(
      "accessLogs", .block(.switched(AccessLogs.self)),
      "Access logs; `true` creates a log group and uses the default format, `json` or `clf` another one.")
    variables = fields.optional("variables", .conditionalTexts, "Stage variables.")
  }
}

/// Settings of all routes of a stage, or of one route.
public struct RouteSettings: SpecObject {
  let throttle: Conditional<Throttle>?
  let detailedMetrics: Given<Bool>?
  let logging: Conditional<MessageLogging>?

  /// Whether nothing is set.
  var isEmpty: Bool { throttle == nil && detailedMetrics == nil && logging == nil }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    throttle = fields.optional("throttle", .block(.object(Throttle.self)), "Throttling limits.")
    detailedMetrics = fields.optional("detailedMetrics", .flag, "Whether to enable detailed metrics for each route.")
    logging = fields.optional(
      "logging", .block(.object(MessageLogging.self)),
      "WebSocket: CloudWatch logging of messages; none by default.")
  }
}

/// Throttling limits.
public struct Throttle: SpecObject {
  let rate: Given<String>?
  let burst: Given<Int>?

  /// An empty mapping would have no effect.
  public static var mayBeEmpty: Bool { false }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    rate = fields.optional("rate", .number, "Rate limit in requests per second.")
    burst = fields.optional("burst", .integer(0...Int.max), "Burst limit in requests.")
  }
}

/// An element of an API's `stages`.
public struct Stage: SpecObject {
  let name: Given<String>?
  let exists: Given<Bool>?
  let description: Given<String>?
  let stageOptions: StageOptions
  let routes: [Named<RouteSettings>]
  let clientCertificate: Given<String>?
  let domain: DomainMappings?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text(1...128), "Name in AWS; the key by default.")
    exists = fields.optional(
      "exists", .known(.flag), "`true` for an existing stage of an imported API; it is not generated.")
    description = fields.optional("description", .text(0...1_024), "Description.")
    stageOptions = StageOptions(fields: &fields)
    routes =
      fields.optional("routes", .map(.object(RouteSettings.self), keys: .any), "Route settings by route key.")
      ?? []
    clientCertificate = fields.optional(
      "clientCertificate", .name(of: Kind.clientCertificate),
      "WebSocket: client certificate presented to backends, by its ID or a logical ID in `resources`.")
    domain = fields.optional(
      "domain", DomainMappingsSchema(), "Custom domains of the stage, as `HOST` or `HOST/BASE/PATH`.")
    options = fields.group(ElementOptions.self)
  }
}
