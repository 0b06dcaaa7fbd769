import YAMLTree

/// The routes of an HTTP API by the segments of their paths: which one takes a request depends on nothing but the keys.
package final class RoutingTable {
  private var literals: [String: RoutingTable] = [:]
  private var variable: RoutingTable?
  /// The keys that end here, and those that end here with `{NAME+}`.
  private var ends: [RouteKey] = []
  private var greedy: [RouteKey] = []
  private var fallback: RouteKey?

  private init() {}

  /// The routes of some keys; others than those of an HTTP API are left out.
  package convenience init(_ keys: some Sequence<String>) {
    self.init()
    for text in keys {
      var parser = RouteKeyParser(text, at: .nowhere)
      for key in parser.parse() { add(key) }
    }
  }

  private func add(_ key: RouteKey) {
    guard case .http(_, let segments) = key.form else {
      fallback = key
      return
    }
    var node = self
    for segment in segments {
      switch SegmentKind(segment) {
      case .literal: node = node.literals[segment] ?? node.grow { node.literals[segment] = $0 }
      case .variable: node = node.variable ?? node.grow { node.variable = $0 }
      case .greedy: return node.greedy.append(key)
      }
    }
    node.ends.append(key)
  }

  private func grow(_ keep: (RoutingTable) -> Void) -> RoutingTable {
    let node = RoutingTable()
    keep(node)
    return node
  }

  /// The key of the route that takes a request; nil if none does.
  package func key(for request: (method: String, path: [String])) -> String? {
    var found: [RouteKey] = []
    collect(request.path[...], &found)
    let fitting = found.filter { key in
      if case .http(let method, _) = key.form { method == request.method || method == "ANY" } else { false }
    }
    let best = fitting.min { Priority.between($0, $1, RoutingAssumptions.all[0])?.isOfFirst ?? false }
    return (best ?? fallback)?.text
  }

  private func collect(_ path: ArraySlice<String>, _ found: inout [RouteKey]) {
    guard let first = path.first else {
      found += ends
      return
    }
    found += greedy
    literals[first]?.collect(path.dropFirst(), &found)
    variable?.collect(path.dropFirst(), &found)
  }

  /// Requests that a route of this key takes if no other one does: one of each method, with a text that no other route
  /// has in place of a variable.
  package static func requests(of key: String) -> [(method: String, path: [String])] {
    var parser = RouteKeyParser(key, at: .nowhere)
    return parser.parse().flatMap { key -> [(method: String, path: [String])] in
      guard case .http(let method, let segments) = key.form else { return [] }
      let path = segments.map { SegmentKind($0) == .literal ? $0 : "~" }
      return (method == "ANY" ? HttpMethod.names.filter { $0 != "ANY" } : [method]).map { ($0, path) }
    }
  }
}
