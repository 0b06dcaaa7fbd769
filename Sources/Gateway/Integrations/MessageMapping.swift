/// The grammar of `requestParameters` of WebSocket APIs.
enum MessageMapping {
  /// Destinations in the integration request: `integration.request.header.X`.
  static let destinations = ["header", "querystring", "path", "multivalueheader", "multivaluequerystring"]
  /// Sources in the route request that exist only for `$connect`.
  static let sources = ["querystring", "header", "multivaluequerystring", "multivalueheader"]

  /// Whether a value is a request parameter that the route must declare: `route.request.header.X`.
  static func isDeclarable(_ value: String) -> Bool {
    sources.contains { value.hasPrefix("route.request.\($0).") }
  }

  /// The kinds of sources.
  enum Source: Equatable {
    /// A header or query parameter of the `$connect` request, with its name.
    case opening(String)
    /// The body or a part of it.
    case body
    /// A context or stage variable.
    case context
    /// A literal in single quotes.
    case text
  }

  /// The kind of source; nil if the value is invalid.
  static func source(_ value: String) -> Source? {
    if value.count >= 2, value.hasPrefix("'"), value.hasSuffix("'") { return .text }
    if value == "route.request.body" || value.hasPrefix("route.request.body.") { return .body }
    if value.hasPrefix("context.") || value.hasPrefix("stageVariables.") { return .context }
    guard isDeclarable(value) else { return nil }
    return .opening(value.split(separator: ".", maxSplits: 3).last.map(String.init) ?? "")
  }
}
