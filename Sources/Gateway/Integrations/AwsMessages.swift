import CloudFormation
import SpecReading
import TextSearch

/// AWS integrations of WebSocket APIs: any action of any service (`AWS`).
extension AwsTarget {
  func serves(_ type: ApiType) -> Bool { true }

  func answersByResponses(in api: Api) -> Bool { api.isWebSocket }

  func requestParameters(in synthesis: Synthesis) -> Object? {
    // Default request parameters of routes are meant for integrations that forward requests.
    subtype == nil ? options.requestParameters?.object(in: synthesis) : actionParameters(in: synthesis)
  }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    guard api.value.isWebSocket else { return actionProperties(for: api, in: &synthesis) }
    var properties = Object()
    properties.add("IntegrationType", "AWS")
    properties.add("IntegrationMethod", method, default: "POST") { synthesis.value($0) }
    properties.add("IntegrationUri", name) { AwsUri.value(of: synthesis.value($0)) }
    if options.credentials == nil, !allow.isEmpty {
      properties.add("CredentialsArn", synthesis.role(allowing: allow, api))
    }
    messages?.add(to: &properties, in: synthesis)
    return properties
  }
}

/// URIs of AWS integrations.
enum AwsUri {
  /// The full URI. The stack's partition and region are added to a short one.
  static func value(of given: Value) -> Value {
    guard let beginning = beginning(of: given), isShort(beginning) else { return given }
    switch given {
    case .object(let object) where object.members.first?.key == "Fn::Sub":
      return ["Fn::Sub": prefixed(object.members[0].value)]
    default: return .sub("arn:\(Value.partition):apigateway:\(Value.region):\(given, as: "Action")")
    }
  }

  /// Whether a text is `SERVICE:action/…` or `SERVICE:path/…`.
  static func isShort(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].isMade(ofLettersDigitsAnd: "-.") else { return false }
    return parts[1].hasPrefix("action/") || parts[1].hasPrefix("path/")
  }

  /// Whether a text, with references as `Fn::Sub` writes them, may be a full URI.
  static func mayBeWhole(_ text: String) -> Bool {
    if text.hasPrefix("$") || text.hasPrefix("{{") { return true }
    let arn = Arn(text)
    guard text.hasPrefix("arn:"), arn.service == "apigateway" || arn.service.contains("$") else { return false }
    // A reference may give the rest.
    if arn.resource.hasPrefix("$") || arn.resource.isEmpty && text.hasSuffix("}") { return true }
    return ["action/", "path/"].contains { arn.resource.hasPrefix($0) && arn.resource != $0 }
  }

  /// The start of a value's string, as far as it is known.
  static func beginning(of value: Value) -> String? {
    switch value {
    case .string(let text): return text
    case .list(let items): return items.first.flatMap(beginning)
    case .object(let object):
      guard object.members.count == 1, let function = object.members.first else { return nil }
      switch (function.key, function.value) {
      case ("Fn::Sub", .string(let text)): return text
      case ("Fn::Sub", .list(let parts)): return parts.first?.text
      case ("Fn::Join", .list(let parts)) where parts.count == 2: return beginning(of: parts[1], parts[0].text ?? "")
      default: return nil
      }
    case .ref, .getAtt, .number, .bool, .null: return nil
    }
  }

  /// The start of joined strings.
  private static func beginning(of list: Value, _ separator: String) -> String? {
    guard case .list(let items) = list, let first = items.first else { return beginning(of: list) }
    guard let text = first.text, items.count > 1 else { return beginning(of: first) }
    return text + separator + (beginning(of: .list(Array(items.dropFirst())), separator) ?? "")
  }

  private static func prefixed(_ argument: Value) -> Value {
    let prefix = "arn:${AWS::Partition}:apigateway:${AWS::Region}:"
    switch argument {
    case .string(let text): return .string(prefix + text)
    case .list(let parts) where parts.first?.text != nil:
      return .list([.string(prefix + (parts[0].text ?? ""))] + parts.dropFirst())
    default: return argument
    }
  }
}

extension Synthesis {
  /// The role with these permissions. Integrations of an API with equal permissions share one.
  fileprivate mutating func role(allowing rights: [Named<Names>], _ api: Named<Api>) -> Value {
    let statements = rights.sorted { $0.name < $1.name }.map { right -> Value in
      let resources = list(right.value) { values.policyResource($0) }
      var statement: Object = Object()
      statement.add("Effect", "Allow")
      // A rule of its own is about words without a service.
      statement.add("Action", .string(right.name), origin: Origin(of: right.name.contains(":") ? right.node : nil))
      if case .list(let items) = resources, items.count == 1 {
        // A rule of its own is about literals.
        let function = right.value.items.first.flatMap { $0.literal == nil ? $0.node : nil }
        statement.add("Resource", items[0], origin: Origin(of: function))
      } else {
        statement.add("Resource", resources)
      }
      return .object(statement)
    }
    let policy = Value.policy(statements)
    let place = Place(
      hashed: "apis.\(api.name).roles.allow.\(policy.fingerprint)", "ServiceRole", api.name,
      rights.first.map { String($0.name.prefix { $0 != ":" }) } ?? "")
    return serviceRole(at: place, policy, of: api)
  }
}

extension RawValues {
  /// The resource of a permission: an ARN, or the ARN of a place or of a resource in `resources`.
  func policyResource(_ given: Given<String>) -> Value {
    guard let text = given.literal else { return value(given) }
    if isPlace(text) { return arn(ofPlace: text, at: given.mark) }
    guard let type = names.resourceTypes[text] else { return value(given) }
    note(used: text)
    if case .arn = ResourceType.named(type)?.ref { return .ref(text) }
    return .getAtt(text, "Arn")
  }
}
