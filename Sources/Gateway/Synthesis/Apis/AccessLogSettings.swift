import CloudFormation
import SpecReading

extension Synthesis {
  /// `AccessLogSettings` of a stage, and the log group that it needs.
  mutating func accessLogSettings(
    _ logs: Conditional<Switched<AccessLogs>>, of stage: Api.ResolvedStage, in context: ApiContext
  ) -> Value? {
    Value.choice(logs) { branch, _ in
      guard branch.isOn else { return nil }
      let group = branch.createsGroup ? writeLogGroup(logs, stage, in: context) : nil
      return accessLogSettings(branch.fields, to: group, in: context)
    }
  }

  private func accessLogSettings(
    _ fields: AccessLogs?, to created: String?, in context: ApiContext
  ) -> Value? {
    let destination =
      if let group = fields?.logGroup {
        values.reference(.logGroup, group)
      } else {
        created.map { Value.getAtt($0, "Arn") }
      }
    guard let destination else { return nil }
    let format = AccessLogFormat(fields, of: context.api.value).value { [values] in values.value($0) }
    var settings = Object()
    settings.add("DestinationArn", destination, origin: Origin(of: fields?.logGroup?.node))
    settings.add(
      "Format", format, origin: Origin(of: fields?.format?.node ?? fields?.only?.node ?? fields?.fields.first?.node))
    return .object(settings)
  }

  /// Under `/aws/vendedlogs/`, so that the account's policy for log delivery does not grow with every group. One group
  /// serves all branches that need one.
  private mutating func writeLogGroup(
    _ logs: Conditional<Switched<AccessLogs>>, _ stage: Api.ResolvedStage, in context: ApiContext
  ) -> String {
    let api = context.api.name
    let place = Place.stage(api, stage.name, part: "logs", kind: "StageLogs")
    if template[names.id(place)] != nil, logs.function != nil { return names.id(place) }
    // `$` is not allowed there, and `default` may be another stage.
    let known = names.formerName(api, in: "apis")
    let path = stage.name == "$default" ? known : "\(known)/\(stage.name)"
    var properties = Object()
    // Unique to the stack itself, not to its name: the group of a deleted stack may still exist.
    let unique = Value.ref("AWS::StackId").part(2, of: "/")
    properties.add(
      "LogGroupName", .sub("/aws/vendedlogs/apigateway/\(Value.stackName)-\(unique, as: "Stack")/\(path)"))
    let retention = Value.choice(logs) { logs, _ in
      logs.createsGroup ? logs.fields?.retention.map { days($0) } ?? 30 : nil
    }
    let only = logs.only?.fields
    properties.add("RetentionInDays", retention, origin: Origin(of: only?.retention?.node ?? logs.function))
    properties.add("KmsKeyId", logs, { $0.createsGroup ? $0.fields?.kmsKey : nil }) {
      values.reference(.kmsKey, $0) ?? .null
    }
    var extras = Extras.part(stage.value?.options, of: context.api.value.options)
    let policies = logs.values.compactMap { $0.fields?.deletionPolicy }
    extras.deletionPolicy = policies.first.map { value($0) } ?? "RetainExceptOnCreate"
    let branches = logs.branches.filter(\.value.createsGroup).map { condition(of: $0.conditions) }
    extras.condition = anyOf(branches)
    return write(place, .logGroup, properties, extras)
  }
}

extension Switched<AccessLogs> {
  /// Whether it needs a log group of its own.
  fileprivate var createsGroup: Bool { isOn && fields?.logGroup == nil }
}

/// The line that a stage logs for each request.
struct AccessLogFormat {
  /// A part of the line as written; fixed text has no mark.
  private(set) var pieces: [Given<String>] = []

  /// The line that an API's stage logs.
  init(_ logs: AccessLogs?, of api: Api) {
    switch logs?.format?.literal {
    case nil where logs?.format != nil: pieces = logs?.format.map { [$0] } ?? []
    case nil, "json": addJSON(logs, of: api)
    case "clf": add(AccessLogFormat.common(api))
    default: pieces = logs?.format.map { [$0] } ?? []
    }
  }

  /// The whole line, where all of it is known.
  var literal: String? {
    let texts = pieces.compactMap(\.literal)
    return texts.count == pieces.count ? texts.joined() : nil
  }

  /// The line for the template.
  func value(_ convert: (Given<String>) -> Value) -> Value {
    if let literal { return .string(literal) }
    if pieces.count == 1 { return convert(pieces[0]) }
    var text = Substitution()
    for (index, piece) in pieces.enumerated() {
      if let literal = piece.literal { text.append(literal) } else { text.append(convert(piece), as: "Field\(index)") }
    }
    return text.value
  }

  private mutating func add(_ text: String) { pieces.append(Given(text, at: .nowhere)) }

  private mutating func addJSON(_ logs: AccessLogs?, of api: Api) {
    var fields = logs?.only?.literal == true ? [] : AccessLogFormat.standard(api)
    for field in logs?.fields ?? [] {
      if let index = fields.firstIndex(where: { $0.name == field.name }) {
        fields[index].value = field.value
      } else {
        fields.append((field.name, field.value))
      }
    }
    addObject(fields)
  }

  private mutating func addObject(_ fields: [(name: String, value: LogField)]) {
    add("{")
    for (index, field) in fields.enumerated() {
      add("\(index == 0 ? "" : ",")\"\(AccessLogFormat.escaped(field.name))\":")
      switch field.value {
      case .fields(let inner): addObject(inner.map { ($0.name, $0.value) })
      case .text(let text):
        add("\"")
        pieces.append(text.literal.map { Given(AccessLogFormat.escaped($0), at: text.mark) } ?? text)
        add("\"")
      }
    }
    add("}")
  }

  /// A text, escaped for the inside of a JSON string.
  private static func escaped(_ text: String) -> String {
    String(Value.string(text).json.dropFirst().dropLast())
  }
}

extension AccessLogFormat {
  /// Caller, route, status, latencies and errors.
  private static func standard(_ api: Api) -> [(name: String, value: LogField)] {
    let subject = api.authorizers.contains { $0.value.isJwt } ? [("subject", "authorizer.claims.sub")] : []
    return (api.isWebSocket ? webSocket : http + subject).map {
      ($0.0, .text(Given("$context.\($0.1)", at: .nowhere)))
    }
  }

  private static let http: [(String, String)] = [
    ("requestId", "requestId"), ("requestTime", "requestTime"), ("ip", "identity.sourceIp"),
    ("userAgent", "identity.userAgent"), ("caller", "identity.caller"), ("routeKey", "routeKey"),
    ("httpMethod", "httpMethod"), ("path", "path"), ("protocol", "protocol"), ("status", "status"),
    ("responseLength", "responseLength"), ("responseLatency", "responseLatency"),
    ("integrationLatency", "integrationLatency"), ("integrationStatus", "integrationStatus"),
    ("integrationError", "integrationErrorMessage"), ("authorizerError", "authorizer.error"),
    ("error", "error.message"),
  ]

  private static let webSocket: [(String, String)] = [
    ("requestId", "requestId"), ("requestTime", "requestTime"), ("ip", "identity.sourceIp"),
    ("userAgent", "identity.userAgent"), ("caller", "identity.caller"), ("eventType", "eventType"),
    ("routeKey", "routeKey"), ("connectionId", "connectionId"), ("connectedAt", "connectedAt"),
    ("messageId", "messageId"), ("status", "status"), ("integrationLatency", "integrationLatency"),
    ("integrationStatus", "integration.integrationStatus"), ("integrationError", "integration.error"),
    ("authorizerError", "authorizer.error"), ("error", "error.message"),
  ]

  /// The common log format's line, as far as API Gateway knows its parts.
  private static func common(_ api: Api) -> String {
    let request =
      api.isWebSocket
      ? "$context.eventType $context.routeKey $context.connectionId"
      : "$context.httpMethod $context.path $context.protocol"
    let length = api.isWebSocket ? "" : " $context.responseLength"
    return "$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "
      + "\"\(request)\" $context.status\(length) $context.requestId"
  }
}
