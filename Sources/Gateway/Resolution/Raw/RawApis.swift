import CloudFormation
import SpecReading
import YAMLTree

/// An API that a resource of `resources` belongs to: another one of them, or one of `apis`.
struct RawApi {
  /// How messages call it.
  let name: String
  let mark: Mark
  /// Its protocol, if it is known.
  let isWebSocket: Bool?
  /// Whether all of its routes stand in the spec.
  let isComplete: Bool
}

extension RawApi {
  /// What to do about something that the other protocol has.
  static func help(of protocolType: ApiType) -> String {
    "leave it out; the `ProtocolType` of its API is `\(protocolType == .websocket ? "WEBSOCKET" : "HTTP")`"
  }
}

/// Which API is meant by `ApiId`.
struct RawApis {
  private var apis: [Value: RawApi] = [:]

  init(_ names: SpecNames, _ values: RawValues, _ resources: [String: [RawResource]]) {
    // Who asks for an API is a resource of API Gateway's, or a permission.
    let asks = resources.keys.contains { $0.hasPrefix(ResourceType.prefix) || $0 == ResourceType.permission.name }
    if !asks { return }
    for api in names.spec.apis {
      guard let key = RawApis.key(of: api, names, values) else { continue }
      let isComplete = if case .created = api.value.form { api.value.openapi == nil } else { false }
      apis[key] = RawApi(
        name: api.name, mark: api.mark, isWebSocket: api.value.isWebSocket, isComplete: isComplete)
    }
    for api in resources[ResourceType.prefix + "Api"] ?? [] {
      let elsewhere = ["Body", "BodyS3Location", "Target"].contains { api[$0] != nil }
      apis[.ref(api.id)] = RawApi(
        name: api.id, mark: api.mark, isWebSocket: api.isWebSocketApi, isComplete: api.isWhole && !elsewhere)
    }
  }

  /// What `ApiId` is where it means an API of `apis`.
  static func key(of api: Named<Api>, _ names: SpecNames, _ values: RawValues) -> Value? {
    switch api.value.form {
    case .created: .ref(names.id(.api(api.name)))
    case .imported(let imported): values.value(imported.id)
    case nil: nil
    }
  }

  /// The API that a key means, if that is known.
  subscript(_ key: Value) -> RawApi? { apis[key] }

  /// The keys of those APIs whose routes do not all stand in the spec.
  var incomplete: [Value] { apis.filter { !$0.value.isComplete }.map(\.key) }

  /// The API that is meant, if that is known.
  subscript(_ resource: RawResource) -> RawApi? { resource.apiKey.flatMap { apis[$0] } }
}

extension RawResource {
  /// The protocol that an `AWS::ApiGatewayV2::Api` says; only HTTP APIs are made from documents.
  fileprivate var isWebSocketApi: Bool? {
    switch self["ProtocolType"]?.text {
    case "WEBSOCKET": true
    case "HTTP": false
    default: self["Body"] != nil || self["BodyS3Location"] != nil ? false : nil
    }
  }

  /// What tells its API from others: of two resources of one API it is the same.
  var apiKey: Value? {
    if type == ResourceType.prefix + "Api" { return .ref(id) }
    switch self["ApiId"]?.value {
    case .ref(let id)?, .getAtt(let id, "ApiId")?: return .ref(id)
    case .string(let text)?: return .string(text)
    default: return nil
    }
  }

  /// The condition under which it is written.
  var condition: String? { attributes["Condition"]?.text }
}

extension ResolvedSpec {
  /// The resources of one of API Gateway v2's types: `Route`, `Stage`.
  func rawGateway(_ type: String) -> [RawResource] { rawResources(ResourceType.prefix + type) }

  /// Those that belong to APIs of one protocol, as far as it is known.
  func rawGateway(_ type: String, of protocolType: ApiType) -> [RawResource] {
    rawGateway(type).filter { rawApis[$0]?.isWebSocket == (protocolType == .websocket) }
  }
}
