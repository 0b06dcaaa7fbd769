import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// An API: one that the language creates or imports, or one of `resources`.
  final class Api {
    /// The name for messages: its key, or its logical ID.
    let name: String
    let mark: Mark
    /// The value of `ApiId` in its parts.
    let key: Value
    /// Whether it is a WebSocket API; nil where its protocol is not known.
    let isWebSocket: Bool?
    /// Whether all of its routes are in the spec.
    let isComplete: Bool
    /// Its resource; nil for an imported one.
    let resource: Resource?
    /// The element of the language; nil for one of `resources`.
    let element: Named<Gateway.Api>?
    /// The index of that among the spec's `apis`.
    let index: Int?

    fileprivate(set) var routes: [Route] = []
    fileprivate(set) var integrations: [Integration] = []
    fileprivate(set) var authorizers: [Authorizer] = []
    fileprivate(set) var stages: [Stage] = []
    fileprivate(set) var models: [Resource] = []

    init(
      name: String, mark: Mark, key: Value, isWebSocket: Bool?, isComplete: Bool, resource: Resource?,
      element: Named<Gateway.Api>? = nil, index: Int? = nil
    ) {
      self.name = name
      self.mark = mark
      self.key = key
      self.isWebSocket = isWebSocket
      self.isComplete = isComplete
      self.resource = resource
      self.element = element
      self.index = index
    }
  }

  /// The APIs and their parts.
  final class Apis {
    /// In the order of the spec, those of `resources` last.
    private(set) var all: [Api] = []
    /// All routes, those whose API is not known as well.
    let routes: [Route]
    /// Those with something in AWS's words: some mistakes cannot be made in the language.
    private(set) lazy var writtenRoutes = routes.filter(\.resource.isWritten)
    let integrations: [Integration]
    let authorizers: [Authorizer]
    let stages: [Stage]
    /// Whether there is a route whose API or key is not known: it may be any.
    let isAnyRouteUnknown: Bool
    private var byKey: [Value: Api] = [:]

    /// The API of a value of `ApiId`, if it is known.
    subscript(_ key: Value) -> Api? { byKey[key] }

    init(_ model: Model) {
      for (index, element) in model.names.spec.apis.enumerated() {
        if let api = Api(element, index, in: model) { Apis.add(api, &all, &byKey) }
      }
      for resource in model.resources("Api") where byKey[.ref(resource.id)] == nil {
        Apis.add(Api(resource), &all, &byKey)
      }
      let byKey = byKey
      // The parts of an API mostly follow each other.
      var last: (key: Value, api: Api?)?
      func owner(_ resource: Resource) -> Api? {
        guard let key = resource.apiKey else { return nil }
        if let last, last.key == key { return last.api }
        let api = byKey[key]
        last = (key, api)
        return api
      }
      let parts = Parts(model, owner)
      routes = parts.routes
      integrations = parts.integrations
      authorizers = parts.authorizers
      isAnyRouteUnknown = routes.contains { $0.api == nil || ($0.key == nil && $0["RouteKey"]?.text == nil) }
      for route in routes { route.api?.routes.append(route) }
      for integration in integrations { integration.api?.integrations.append(integration) }
      for authorizer in authorizers { authorizer.api?.authorizers.append(authorizer) }
      stages = model.stages(owner)
      for stage in stages { stage.api?.stages.append(stage) }
      for part in model.resources("Model") { owner(part)?.models.append(part) }
    }

    private static func add(_ api: Api, _ all: inout [Api], _ byKey: inout [Value: Api]) {
      all.append(api)
      byKey[api.key] = api
    }
  }
}

extension Model.Api {
  /// One of the language; nil where it could not be read.
  fileprivate convenience init?(_ element: Named<Gateway.Api>, _ index: Int, in model: Model) {
    guard let key = Model.Api.key(of: element, model.names, model.spec.values) else { return nil }
    let isCreated = if case .created = element.value.form { true } else { false }
    let resource = isCreated ? model.resource(model.names.id(.api(element.name))) : nil
    self.init(
      name: element.name, mark: element.mark, key: key, isWebSocket: element.value.isWebSocket,
      isComplete: isCreated && (element.value.openapi == nil || resource?["Body"]?.isWholeDocument ?? false),
      resource: resource, element: element, index: index)
  }

  /// One of `resources`.
  fileprivate convenience init(_ resource: Model.Resource) {
    let elsewhere =
      resource["BodyS3Location"] != nil || resource["Body"].map { !$0.isWholeDocument } ?? false
    self.init(
      name: resource.id, mark: resource.mark, key: .ref(resource.id), isWebSocket: resource.isWebSocketApi,
      isComplete: resource.isWhole && !elsewhere, resource: resource)
  }
}

extension Model.Api {
  /// The value of `ApiId` for an API of the language.
  static func key(of api: Named<Gateway.Api>, _ names: SpecNames, _ values: RawValues) -> Value? {
    switch api.value.form {
    case .created: .ref(names.id(.api(api.name)))
    case .imported(let imported): values.value(imported.id)
    case nil: nil
    }
  }

  /// The help for a property that only the other protocol supports.
  static func help(of type: ApiType) -> String {
    "remove it; the `ProtocolType` of its API is `\(type == .websocket ? "WEBSOCKET" : "HTTP")`"
  }
}

extension Model.Resource {
  /// The protocol of an `AWS::ApiGatewayV2::Api`; only HTTP APIs are made from documents.
  fileprivate var isWebSocketApi: Bool? {
    switch self["ProtocolType"]?.text {
    case "WEBSOCKET": true
    case "HTTP": false
    default: self["Body"] != nil || self["BodyS3Location"] != nil ? false : nil
    }
  }

  /// The API that it belongs to, as `ApiId` names it: the same for two resources of one API.
  var apiKey: Value? {
    if type == ResourceType.prefix + "Api" { return .ref(id) }
    switch record.properties["ApiId"] {
    case .ref(let id)?, .getAtt(let id, "ApiId")?: return .ref(id)
    case .string(let text)?: return .string(text)
    default: return nil
    }
  }

  /// The API that it belongs to, if it is known.
  var api: Model.Api? { apiKey.flatMap { model.apis[$0] } }
}

extension Model.Property {
  /// Whether all paths of an OpenAPI document are known.
  fileprivate var isWholeDocument: Bool {
    guard !isFunction, form == .mapping else { return false }
    let paths = self["paths"]
    return (members + (paths?.members ?? []) + (paths?.members.flatMap(\.members) ?? [])).allSatisfy {
      !$0.name.hasPrefix("Fn::") && !($0.name == "paths" && $0.isFunction) && $0.name != "$ref"
    }
  }
}

extension Model.Api {
  /// Whether clients reach it at its default endpoint as well; nil where that is not known.
  var answersAtEndpoint: Bool? { resource?.flag("DisableExecuteApiEndpoint").map { !$0 } }

  /// Whether its default endpoint is disabled.
  var endpointSetting: Model.Property? { resource?["DisableExecuteApiEndpoint"] }
}
