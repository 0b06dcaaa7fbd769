import Diagnostics

/// The way in which a route loses its authorization.
struct Opening: Hashable {
  /// Whether it keeps the authorization although its template has none.
  let isKept: Bool
  let needsKey: Bool
  /// Its authorization in words, before and after the update.
  let from: String
  let to: String
}

/// The findings about routes that everyone can call.
extension ApiComparison {
  /// Adds a route that needs no authorization any longer, and returns whether it is one.
  mutating func addOpening(_ key: String, _ before: ApiVersion.Route?, _ after: ApiVersion.Route) -> Bool {
    guard let before, after.isOpen, !before.isOpen else { return false }
    let needsKey = before.authorization.hasSuffix("API key")
    // A route that is replaced is a new one.
    let isKept = before.id == after.id && after.id.flatMap { resources[$0]?.action } != .replaced
    let opening = Opening(
      isKept: isKept && (needsKey ? after.keepsKey : after.keepsAuthorization), needsKey: needsKey,
      from: before.authorization, to: after.authorization)
    openings.append((opening, key, after.id))
    return !opening.isKept
  }

  /// Adds the findings about routes that need no authorization any longer, one for all that change in the same way.
  mutating func noteOpenings(in api: ApiVersion) {
    for opening in openings.map(\.opening).distinct {
      let routes = openings.filter { $0.opening == opening }
      let isOne = routes.count == 1
      let words = "the route\(isOne ? "" : "s") \(UpdateNote.list(routes.map(\.key))) of `\(api.name)`"
      let its = isOne ? "its" : "their"
      notes.append(
        opening.isKept
          ? UpdateNote(
            .updateKeeps,
            "\(words) keep\(isOne ? "s" : "") \(its) authorization (\(opening.from)) although the template has none",
            id: routes[0].id,
            help: opening.needsKey
              ? "set `apiKeyRequired` to `false` to open \(isOne ? "it" : "them")"
              : "write `\(api.openingProperty): NONE` to open \(isOne ? "it" : "them")")
          : UpdateNote(
            .updateOpensRoute,
            "everyone can call \(words): \(its) authorization changes from \(opening.from) to \(opening.to)",
            id: routes[0].id ?? api.id,
            help: "set an authorizer, unless everyone may call \(isOne ? "it" : "them")"
          ))
    }
    openings = []
  }

  /// Notes the routes that are open in the new API which an address of a deleted one leads to.
  mutating func noteSuccessor(of old: ApiVersion) {
    let successors = old.addresses.keys.sorted().flatMap { owners[$0] ?? [] }
    guard let api = successors.first(where: { self.old[$0.id] == nil }) else { return }
    for (key, route) in api.routes.sorted(by: { $0.key < $1.key }) { _ = addOpening(key, old.routes[key], route) }
    noteOpenings(in: api)
  }
}
