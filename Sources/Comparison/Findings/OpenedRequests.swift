import Diagnostics
import Gateway

/// The requests of an API that needed authorization, and now go to another route, which needs none.
struct OpenedRequests {
  private(set) var notes: [UpdateNote] = []
  private let old: ApiVersion
  private let new: ApiVersion

  init(_ old: ApiVersion, _ new: ApiVersion) {
    (self.old, self.new) = (old, new)
    noteConnections()
    // Messages do not go to the routes of requests.
    if OpenedRequests.haveMessages(old) != OpenedRequests.haveMessages(new) { return }
    // A route that stays has its own finding.
    let removed = old.routes.keys.filter { new.routes[$0] == nil && old.routes[$0]?.isOpen == false }
    let added = new.routes.keys.filter { old.routes[$0] == nil && new.routes[$0]?.isOpen == true }
    if removed.isEmpty, added.isEmpty { return }
    let (before, after) = (RoutingTable(old.routes.keys), RoutingTable(new.routes.keys))
    var seen: Set<String> = []
    // One open route often gets the requests of several.
    var opened: [(key: String, id: String?, routes: [String], authorizations: Set<String>)] = []
    for request in (removed + added).sorted().flatMap(RoutingTable.requests) {
      guard let one = before.key(for: request), let other = after.key(for: request), one != other,
        let closed = old.routes[one], !closed.isOpen, let open = new.routes[other], open.isOpen,
        open.id == nil || open.id != closed.id, seen.insert("\(one) \(other)").inserted
      else { continue }
      if let index = opened.firstIndex(where: { $0.key == other }) {
        opened[index].routes.append(one)
        opened[index].authorizations.insert(closed.authorization)
      } else {
        opened.append((other, open.id, [one], [closed.authorization]))
      }
    }
    for open in opened {
      let authorization = open.authorizations.count == 1 ? open.authorizations.first ?? "" : "authorization"
      note(
        "everyone can send requests of the route\(open.routes.count == 1 ? "" : "s") \(UpdateNote.list(open.routes)) of "
          + "`\(old.name)`, which needed \(authorization): they go to `\(open.key)`", open.id)
    }
  }

  /// Without `$connect` API Gateway accepts every connection.
  private mutating func noteConnections() {
    guard let connect = old.routes["$connect"], !connect.isOpen, new.routes["$connect"] == nil,
      // It becomes an HTTP API, which has no connections.
      !new.routes.keys.contains(where: { $0.contains(" /") })
    else { return }
    note(
      "everyone can connect to `\(old.name)`: its route `$connect` is removed, which needed \(connect.authorization)",
      nil)
  }

  /// Whether the routes are those of a WebSocket API: there is one that is neither `$default` nor has a path.
  private static func haveMessages(_ api: ApiVersion) -> Bool {
    api.routes.keys.contains { $0 != "$default" && !$0.contains(" /") }
  }

  private mutating func note(_ message: String, _ id: String?) {
    notes.append(UpdateNote(.updateOpensRoute, message, id: id))
  }
}
