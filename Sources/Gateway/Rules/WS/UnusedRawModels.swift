import CloudFormation
import SpecReading

extension ResolvedSpec {
  /// Models of `resources` that no route names. Routes name them by their `Name`, which no reference shows.
  var unusedRawModels: [RawResource] {
    let models = rawGateway("Model")
    if models.isEmpty { return [] }
    var named: Set<String> = []
    var isKnown = true
    for (type, property) in [("Route", "RequestModels"), ("RouteResponse", "ResponseModels")] {
      forEachProperty(PropertyPath(type, property)) { property in
        if property.isFunction { isKnown = false }
        for member in property.members {
          if let name = member.text { named.insert(name) } else if member.target == nil { isKnown = false }
        }
      }
    }
    // Schemas may name each other by URL.
    guard isKnown, !models.contains(where: { $0["Schema"]?.value.mentions("/models/") ?? false }) else { return [] }
    return models.filter { model in
      guard let name = model["Name"]?.text, let api = rawApis[model], api.isComplete, api.isWebSocket == true else {
        return false
      }
      return !named.contains(name) && !rawRoutes[model].isEmpty
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
