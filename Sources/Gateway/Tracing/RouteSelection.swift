/// The choice of a route for a request to an HTTP API.
///
/// Source: "Routing API requests" in API Gateway's developer guide (full match, greedy path variable, `$default`; a
/// literal segment before a variable). Tests/Routing/cases.tsv lists cases with their sources.
struct RouteSelection {
  /// A route that matches.
  struct Candidate {
    let route: Model.Route
    let key: RouteKey
    let match: PathMatch
  }

  /// The routes that match, the best first.
  let candidates: [Candidate]

  init(_ routes: [Model.Route], method: String, path: RequestPath, _ assumptions: RoutingAssumptions) {
    let matching = routes.compactMap { route in
      route.key.flatMap { key in
        RouteSelection.match(key, method, path, assumptions).map { Candidate(route: route, key: key, match: $0) }
      }
    }
    candidates = matching.sorted { Priority.between($0.key, $1.key, assumptions).map { $0.isOfFirst } ?? false }
  }

  private static func match(
    _ key: RouteKey, _ method: String, _ path: RequestPath, _ assumptions: RoutingAssumptions
  ) -> PathMatch? {
    switch key.form {
    case .http(let own, let segments):
      own == method || own == "ANY" ? PathMatch(segments, path, assumptions) : nil
    // `$default` has no variables.
    case .reserved, .message: PathMatch(variables: [])
    }
  }
}

/// The priority of one of two routes that match a request.
struct Priority {
  /// Whether the first one has priority.
  let isOfFirst: Bool
  /// Why, as a sentence without a subject in front.
  let reason: String

  /// Nil if neither has priority.
  static func between(_ one: RouteKey, _ other: RouteKey, _ assumptions: RoutingAssumptions) -> Priority? {
    guard case .http(let method, let segments) = one.form else {
      if case .http = other.form {
        return Priority(isOfFirst: false, reason: "any other match has priority over `$default`")
      }
      return nil
    }
    guard case .http(let otherMethod, let others) = other.form else {
      return Priority(isOfFirst: true, reason: "any other match has priority over `$default`")
    }
    let isGreedy = segments.last.map(SegmentKind.init) == .greedy
    let otherIsGreedy = others.last.map(SegmentKind.init) == .greedy
    if isGreedy != otherIsGreedy {
      return Priority(isOfFirst: !isGreedy, reason: "a full match has priority over a greedy path variable")
    }
    let byMethod: Priority? =
      method == otherMethod
      ? nil
      : Priority(
        isOfFirst: otherMethod == "ANY", reason: "`\(method == "ANY" ? otherMethod : method)` has priority over `ANY`")
    let byPath = between(segments, others)
    return assumptions.methodBeforePath ? byMethod ?? byPath : byPath ?? byMethod
  }

  private static func between(_ one: [String], _ other: [String]) -> Priority? {
    for (segment, otherSegment) in zip(one, other) {
      let (kind, otherKind) = (SegmentKind(segment), SegmentKind(otherSegment))
      if kind == otherKind { continue }
      let (first, second) = kind < otherKind ? (segment, otherSegment) : (otherSegment, segment)
      return Priority(isOfFirst: kind < otherKind, reason: "`\(first)` has priority over `\(second)`")
    }
    return nil
  }
}
