import SpecReading

/// What may stand on a stage, and on an API as the default of all its stages.
public struct StageOptions: SpecObject {
  let autoDeploy: Given<Bool>?
  let settings: RouteSettings
  let accessLogs: Switched<AccessLogs>?
  let variables: [Named<Given<String>>]?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    autoDeploy = fields.optional(
      "autoDeploy", .known(.flag),
      "Whether every change is live at once; true by default. False: a deployment is written.")
    settings = RouteSettings(fields: &fields)
    accessLogs = fields.optional(
      "accessLogs", .switched(AccessLogs.self),
      "A log line for each request; `true` for a group and a format that are made.")
    variables = fields.optional("variables", .map(.text, keys: .any), "Stage variables.")
  }
}

/// What a stage does for each route, or for one.
public struct RouteSettings: SpecObject {
  let throttle: Throttle?
  let detailedMetrics: Given<Bool>?
  let logging: MessageLogging?

  /// Whether nothing is set.
  var isEmpty: Bool { throttle == nil && detailedMetrics == nil && logging == nil }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    throttle = fields.optional("throttle", .object(Throttle.self), "How many requests are let through.")
    detailedMetrics = fields.optional("detailedMetrics", .flag, "Metrics of its own for each route.")
    logging = fields.optional(
      "logging", .object(MessageLogging.self),
      "WebSocket: what is told to CloudWatch of each message; nothing by default.")
  }
}

/// How many requests are let through.
public struct Throttle: SpecObject {
  let rate: Given<String>?
  let burst: Given<Int>?

  /// It would say nothing.
  public static var mayBeEmpty: Bool { false }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    rate = fields.optional("rate", .number, "Requests a second.")
    burst = fields.optional("burst", .integer(0...Int.max), "Requests at once.")
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
    name = fields.optional("name", .text(1...128), "What AWS calls it; the key by default.")
    exists = fields.optional(
      "exists", .known(.flag), "`true`: a stage that an imported API has already; nothing is written for it.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    stageOptions = StageOptions(fields: &fields)
    routes =
      fields.optional("routes", .map(.object(RouteSettings.self), keys: .any), "Settings of routes, by route key.")
      ?? []
    clientCertificate = fields.optional(
      "clientCertificate", .name(of: Kind.clientCertificate),
      "WebSocket: the certificate that it shows to backends, by its id or a logical id of `resources`.")
    domain = fields.optional(
      "domain", .list(.object(DomainMapping.self)), "The hosts, or `HOST/BASE/PATH`, that lead to it.")
    options = ElementOptions(fields: &fields)
  }
}
