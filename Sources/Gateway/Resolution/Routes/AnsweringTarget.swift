import SpecReading
import YAMLTree

/// A target of an API. An object, so that every rule may look at all of them without copying any.
final class AnsweringTarget {
  let api: Named<Api>
  let target: Target
  /// Whether its API's protocol supports such targets; nothing else is reported of one that it does not support.
  let isServed: Bool
  /// What it names: a function, a URL, a listener.
  let name: Given<String>
  /// The target behind a VPC link, if it is one. Asking a value for what it is takes long, and every rule wants to know.
  let privateTarget: (any PrivateTarget)?

  init(api: Named<Api>, target: Target) {
    self.api = api
    self.target = target
    let integration = target.integration
    name = integration.name
    privateTarget = integration.asPrivate
    isServed = integration.serves(api.value.isWebSocket ? .websocket : .http)
  }

  /// Where it is named.
  var mark: Mark { name.mark }

  /// The targets of all routes of an API, and of its integrations that are used by name.
  static func all(of api: Named<Api>, _ routes: [ApiRoutes.Resolved], _ equal: EqualTargets) -> [AnsweringTarget] {
    var targets: [AnsweringTarget] = []
    var shared: Set<String> = []
    for index in routes.indices where equal.first[index] == index {
      switch routes[index].route.value.answer {
      case .target(let target): targets.append(AnsweringTarget(api: api, target: target))
      case .integration(let name): shared.insert(name.name.literal ?? "")
      case nil: break
      }
    }
    for element in api.value.integrations where shared.contains(element.name) {
      if let target = element.value.target { targets.append(AnsweringTarget(api: api, target: target)) }
    }
    return targets
  }
}
