import CloudFormation
import Gateway

extension StackChanges {
  /// The settings of routes that a stage keeps although the template has none. If the route no longer exists, API Gateway
  /// rejects updates of the others: "Unable to find Route by key … within the provided RouteSettings" (source:
  /// serverless-application-model issue 1939, serverless issue 12776, serverless-api-gateway-throttling issue 33).
  func keptRouteSettings(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let removed = keys(removedFrom: before["RouteSettings"], in: after["RouteSettings"])
    if removed.isEmpty { return [] }
    let ends = Dictionary(grouping: removed) { end(ofRoute: $0, in: after["ApiId"]?.identity.words ?? "") }
    let stage = before["StageName"]?.text ?? "STAGE"
    return RouteEnd.allCases.compactMap { end in
      guard let keys = ends[end] else { return nil }
      let routes = "route\(keys.count == 1 ? "" : "s") \(UpdateNote.list(keys))"
      let help =
        "\(end.isEarly ? "before" : "after") the update: aws apigatewayv2 delete-route-settings --route-key '\(keys[0])' --api-id ID "
        + "--stage-name '\(stage)'" + (keys.count == 1 ? "" : ", and the same for each of the others")
      switch end {
      case .first:
        return UpdateNote(
          .updateRejected,
          "the update may fail: the stage `\(stage)` keeps the settings of the \(routes), which no longer exist\(keys.count == 1 ? "s" : "")",
          id: id, help: help)
      case .last:
        return UpdateNote(
          .updateKeeps,
          "the stage `\(stage)` keeps the settings of the deleted \(routes): later updates of its route settings may fail",
          id: id, help: help)
      case .none, .unknown:
        return UpdateNote(
          .updateKeeps,
          "the settings of the \(routes) of the stage `\(stage)` may stay in effect although the template has none",
          id: id,
          help: help)
      }
    }
  }

  /// When a route ends, before or after its stage is updated.
  private enum RouteEnd: CaseIterable {
    case first, last, none, unknown

    /// Whether its settings have to be deleted before the update.
    var isEarly: Bool { self == .first || self == .unknown }
  }

  private func end(ofRoute key: String, in api: String) -> RouteEnd {
    if apis.new[api]?.routes[key] != nil { return .none }
    guard let route = apis.old[api]?.routes[key] else { return .unknown }
    // A document is imported at once, and the key of a route may change in place.
    return route.id.flatMap { self[$0]?.deletesOld } ?? false ? .last : .first
  }
}
