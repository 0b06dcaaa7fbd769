import SpecReading
import YAMLTree

/// A target, and what it answers. An object, so that every rule may look at all of them without copying any.
final class AnsweringTarget {
  let api: Named<Api>
  let target: Target
  /// The routes that it answers; several where it is shared by name.
  let keys: [RouteKey]
  /// Whether its API's protocol has such targets at all; what else is wrong with one that it has not is no matter.
  let isServed: Bool
  /// What it names: a function, a URL, a listener.
  let name: Given<String>
  /// The target behind a VPC link, if it is one. Asking a value for what it is takes long, and every rule wants to know.
  let privateTarget: (any PrivateTarget)?
  /// The action of a service, if it is one.
  let service: (any ServiceTarget)?

  init(api: Named<Api>, target: Target, keys: [RouteKey]) {
    self.api = api
    self.target = target
    self.keys = keys
    let integration = target.integration
    name = integration.name
    privateTarget = integration.asPrivate
    service = integration.asService
    isServed = type(of: integration).protocols.contains(api.value.isWebSocket ? .websocket : .http)
  }

  /// Where it is named.
  var mark: Mark { name.mark }

  /// The targets of all routes of an API, and of its integrations that are used by name.
  static func all(of api: Named<Api>, _ routes: [ApiRoutes.Resolved]) -> [AnsweringTarget] {
    var targets: [AnsweringTarget] = []
    targets.reserveCapacity(routes.count)
    var shared: [String: [RouteKey]] = [:]
    var index = 0
    while index < routes.count {
      // The keys of one line share its target.
      var keys = [routes[index].key]
      let route = routes[index].route
      index += 1
      while index < routes.count, routes[index].route.mark == route.mark {
        keys.append(routes[index].key)
        index += 1
      }
      switch route.value.answer {
      case .target(let target): targets.append(AnsweringTarget(api: api, target: target, keys: keys))
      case .integration(let name): shared[name.name.literal ?? "", default: []] += keys
      case nil: break
      }
    }
    for element in api.value.integrations {
      guard let keys = shared[element.name], let target = element.value.target else { continue }
      targets.append(AnsweringTarget(api: api, target: target, keys: keys))
    }
    return targets
  }
}
