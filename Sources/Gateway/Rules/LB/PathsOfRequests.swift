import SpecReading
import TextSearch

extension Model {
  /// The path of the requests that a route sends to its integration.
  struct SentPath {
    /// As in the route's key, or in `overwrite:path`.
    let written: String
    /// With the parts that may be any text.
    fileprivate let pattern: String

    /// Whether a pattern of a listener rule may match it. A slash at its end may be the client's.
    func mayBe(_ condition: String) -> Bool {
      [pattern, pattern + "/"].contains { WildcardText.overlap(call: $0, allowed: condition) }
    }
  }

  /// The paths that integrations send; nil where any may be sent.
  func paths(of users: [Integration]) -> [SentPath]? {
    let own = Set(users.map(\.resource.id))
    guard !apis.isAnyRouteUnknown, users.allSatisfy({ $0.api?.isComplete == true }) else { return nil }
    var paths: [SentPath] = []
    for route in apis.routes {
      guard let integration = route.integration, own.contains(integration.resource.id) else { continue }
      guard let path = path(of: route, integration) else { return nil }
      paths.append(path)
    }
    return paths.isEmpty ? nil : paths
  }

  private func path(of route: Route, _ integration: Integration) -> SentPath? {
    guard integration.resource.isWhole, let api = route.api, case .http(_, let segments)? = route.key?.form else {
      return nil
    }
    let written = "/" + segments.joined(separator: "/")
    var pattern = ""
    for segment in segments {
      pattern +=
        segment.hasSuffix("+}")
        ? "/\(WildcardText.rest)" : segment.hasPrefix("{") ? "/\(WildcardText.part)" : "/\(segment)"
    }
    if pattern.isEmpty { pattern = "/" }
    guard let parameters = integration["RequestParameters"] else { return prefixed(written, pattern, api) }
    if parameters.isFunction { return nil }
    guard let change = parameters["overwrite:path"] else { return prefixed(written, pattern, api) }
    guard let text = change.text else { return nil }
    if text == "$request.path" || text == "${request.path}" { return SentPath(written: written, pattern: pattern) }
    return text.contains("$") || !text.hasPrefix("/") ? nil : SentPath(written: text, pattern: text)
  }

  /// The path with the name of a stage and a base path in front of it, where there may be one.
  private func prefixed(_ written: String, _ pattern: String, _ api: Api) -> SentPath {
    let isPlain = api.stageNames == ["$default"] && domains.mappings(of: api).allSatisfy { $0.pathText == "" }
    return SentPath(written: written, pattern: isPlain ? pattern : "\(WildcardText.rest)\(pattern)")
  }
}
