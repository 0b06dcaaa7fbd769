import CloudFormation
import SpecReading
import TextSearch

extension Model {
  /// Models of `resources` that are not used. Routes name them by their `Name`, which no reference shows.
  var unusedModels: [Resource] {
    let models = resources("Model").filter { $0.source == .resources }
    if models.isEmpty { return [] }
    var named: Set<String> = []
    var isKnown = true
    for (type, property) in [("Route", "RequestModels"), ("RouteResponse", "ResponseModels")] {
      for property in resources(type).compactMap({ $0[property] }) {
        if property.isFunction { isKnown = false }
        for member in property.members {
          if let name = member.text { named.insert(name) } else if member.target == nil { isKnown = false }
        }
      }
    }
    // Schemas may name each other by URL.
    guard isKnown, !models.contains(where: { $0["Schema"]?.value.hasText { $0.mentions("/models/") } ?? false }) else {
      return []
    }
    return models.filter { model in
      guard let name = model["Name"]?.text, let api = model.api, api.isWebSocket == true else { return false }
      return api.isComplete && !named.contains(name) && !api.routes.isEmpty
    }
  }
}
