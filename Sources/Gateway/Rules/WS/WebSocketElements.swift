import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// The WebSocket APIs.
  var webSocketApis: [Named<Api>] { names.spec.apis.filter(\.value.isWebSocket) }

  /// Every route of a WebSocket API.
  func forEachMessageRoute(_ body: (Named<Api>, RouteKey, Named<Route>) -> Void) {
    for (api, routes) in zip(names.spec.apis, routes) where api.value.isWebSocket {
      for route in routes { body(api, route.key, route.route) }
    }
  }

  /// The targets of WebSocket APIs.
  func forEachMessageTarget(_ body: (AnsweringTarget) -> Void) {
    forEachTarget { if $0.api.value.isWebSocket { body($0) } }
  }

  /// The target behind a route, its own or a shared one.
  func target(of route: Route, in api: Api) -> Target? {
    switch route.answer {
    case .target(let target): target
    case .integration(let shared): api.integrations.first { $0.name == shared.name.literal }?.value.target
    case nil: nil
    }
  }
}

extension RouteKey {
  /// Whether it is `$connect`, `$disconnect` or `$default`.
  func isReserved(_ name: String) -> Bool { form == .reserved(name) }
}

extension Route {
  /// What only a WebSocket API's route says, with its key.
  var messageKeys: [(key: String, mark: Mark)] {
    var keys: [(String, Mark)] = []
    if let given = messages.apiKeyRequired { keys.append(("apiKeyRequired", given.mark)) }
    if let first = messages.requestModels.first { keys.append(("requestModels", first.mark)) }
    if let given = messages.modelSelectionExpression { keys.append(("modelSelectionExpression", given.mark)) }
    if let first = messages.routeParameters.first { keys.append(("routeParameters", first.mark)) }
    return keys
  }
}
