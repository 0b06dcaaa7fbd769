import YAMLTree

extension Model {
  /// The route responses and the integration responses, by what they belong to.
  struct Responses {
    private var byRoute: [String: [Resource]] = [:]
    private var byIntegration: [String: [Resource]] = [:]
    /// Whether the route of a route response is not known.
    private(set) var isAnyRouteUnknown = false
    /// Whether the integration of an integration response is not known.
    private(set) var isAnyIntegrationUnknown = false

    init(_ model: Model) {
      for response in model.resources("RouteResponse") {
        guard let id = response["RouteId"]?.target else {
          isAnyRouteUnknown = true
          continue
        }
        byRoute[id, default: []].append(response)
      }
      for response in model.resources("IntegrationResponse") {
        guard let id = response["IntegrationId"]?.target else {
          isAnyIntegrationUnknown = true
          continue
        }
        byIntegration[id, default: []].append(response)
      }
    }

    /// The responses of a route.
    func of(_ route: Route) -> [Resource] { byRoute[route.resource.id] ?? [] }

    /// The responses of an integration.
    func of(_ integration: Integration) -> [Resource] { byIntegration[integration.resource.id] ?? [] }
  }
}

extension Model.Apis {
  /// The routes of WebSocket APIs.
  var messageRoutes: [Model.Route] { routes.filter { $0.api?.isWebSocket == true } }

  /// The integrations of WebSocket APIs. A target that they do not support is reported by itself.
  var messageIntegrations: [Model.Integration] {
    integrations.filter { $0.isWebSocket == true && $0.target?.integration.serves(.websocket) ?? true }
  }
}

extension Model.Api {
  /// Its route of a key, if it has one.
  func route(_ key: String) -> Model.Route? { routes.first { $0.name == key } }

  /// Whether a route that is not among `routes` surely does not exist.
  var hasAllRoutes: Bool {
    guard isComplete, let model = resource?.model else { return false }
    return model.spec.isWhole(mark) && !model.apis.isAnyRouteUnknown
  }
}

extension Model.Property {
  /// Where it is written; a mapping that is made of several values is where the first of them is.
  var place: Mark { origin.key == nil && origin.value == nil ? members.first?.key ?? key : key }
}
