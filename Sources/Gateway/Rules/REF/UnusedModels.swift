import CloudFormation
import SpecReading

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
    guard isKnown, !models.contains(where: { $0["Schema"]?.value.mentions("/models/") ?? false }) else { return [] }
    return models.filter { model in
      guard let name = model["Name"]?.text, let api = model.api, api.isWebSocket == true else { return false }
      return api.isComplete && !named.contains(name) && !api.routes.isEmpty
    }
  }
}

extension Value {
  /// Whether a text contains a part.
  fileprivate func mentions(_ part: String) -> Bool {
    switch self {
    case .string(let text): text.contains(part)
    case .list(let items): items.contains { $0.mentions(part) }
    case .object(let object): object.members.contains { $0.value.mentions(part) }
    case .ref, .getAtt, .number, .bool, .null: false
    }
  }
}
