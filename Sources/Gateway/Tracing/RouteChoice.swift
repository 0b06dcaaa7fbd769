import YAMLTree

/// The route that takes a request, and why the others do not.
struct RouteChoice {
  private let api: Model.Api
  private let method: String
  private let path: RequestPath
  private let selections: [RouteSelection]

  init(_ api: Model.Api, method: String, path: RequestPath) {
    (self.api, self.method, self.path) = (api, method, path)
    selections = RoutingAssumptions.all.map { RouteSelection(api.routes, method: method, path: path, $0) }
  }

  /// The most likely route.
  var winner: RouteSelection.Candidate? { selections[0].candidates.first }

  /// Adds the step of the route, and one for each route that is nearly chosen.
  func add(to trace: inout Trace, path text: String) {
    trace.route = winner?.key.text
    trace.candidates = selections.reduce(into: []) { keys, selection in
      let key = selection.candidates.first?.key.text
      if !keys.contains(key) { keys.append(key) }
    }
    if let winner {
      trace.outcome = .route
      trace.add(
        .route, winner.key.text + condition(of: winner.route), at: winner.route.mark,
        details: winner.match.variables.map { .init(name: $0.name, value: $0.value, mark: .nowhere) })
    } else {
      trace.status = 404
      trace.add(.route, "no route takes \(method) \(text): 404", at: api.mark)
    }
    addDoubts(to: &trace)
    addRejected(to: &trace)
  }

  private func condition(of route: Model.Route) -> String {
    route.resource.condition.map { ", if the condition `\($0)` holds" } ?? ""
  }

  private func addDoubts(to trace: inout Trace) {
    let likely = winner?.key.text
    for (assumptions, selection) in zip(RoutingAssumptions.all, selections) {
      let words = assumptions.differences(from: RoutingAssumptions.all[0])
      guard words.count == 1, selection.candidates.first?.key.text != likely else { continue }
      let other = selection.candidates.first.map { "`\($0.key.text)`" } ?? "no route"
      trace.doubt("sources disagree \(words[0]): possibly \(other) takes the request")
    }
    if !api.isComplete { trace.doubt("`\(api.name)` may have other routes, which are not in the spec") }
    if api.routes.contains(where: { $0.key == nil }) { trace.doubt("the key of a route is only known at deployment") }
    if let route = winner?.route, let condition = route.resource.condition {
      trace.doubt("`\(route.name)` exists only if the condition `\(condition)` holds")
    }
  }

  /// Other matches with the reason, and routes that only have another method.
  private func addRejected(to trace: inout Trace) {
    let matching = selections[0].candidates
    for other in matching.dropFirst() {
      let reason = winner.flatMap { Priority.between($0.key, other.key, RoutingAssumptions.all[0])?.reason }
      trace.add(
        .route, "not \(other.key.text)\(reason.map { ": \($0)" } ?? "")", at: other.route.mark, isRejected: true)
    }
    for route in api.routes where !matching.contains(where: { $0.route === route }) {
      guard case .http(let own, let segments)? = route.key?.form, own != method, own != "ANY",
        PathMatch(segments, path, RoutingAssumptions.all[0]) != nil
      else { continue }
      trace.add(.route, "not \(route.name): another method", at: route.mark, isRejected: true)
    }
    for route in api.routes where isNearMiss(route) {
      trace.add(.route, "not \(route.name): \(missReason)", at: route.mark, isRejected: true)
    }
  }

  private var missReason: String {
    path.endsWithSlash
      ? "the path has a slash at the end" : "a greedy path variable matches one or more segments"
  }

  /// Whether a route would match a path that differs by a slash at the end or an empty rest.
  private func isNearMiss(_ route: Model.Route) -> Bool {
    guard case .http(let own, let segments)? = route.key?.form, own == method || own == "ANY",
      PathMatch(segments, path, RoutingAssumptions.all[0]) == nil
    else { return false }
    if path.endsWithSlash {
      return PathMatch(segments, path, RoutingAssumptions(ignoresFinalSlash: true)) != nil
    }
    let isGreedy = segments.last.map(SegmentKind.init) == .greedy
    return isGreedy && PathMatch(Array(segments.dropLast()), path, RoutingAssumptions.all[0]) != nil
  }
}
