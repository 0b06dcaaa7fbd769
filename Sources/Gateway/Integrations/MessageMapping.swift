/// What `requestParameters` of a WebSocket API are made of.
enum MessageMapping {
  /// Where in a request something is set: `integration.request.header.X`.
  static let destinations = ["header", "querystring", "path", "multivalueheader", "multivaluequerystring"]
  /// What of a request is taken, where only the request that opens the connection has it.
  static let sources = ["querystring", "header", "multivaluequerystring", "multivalueheader"]

  /// Whether a value is something that a route has to declare: `route.request.header.X`.
  static func isDeclarable(_ value: String) -> Bool {
    sources.contains { value.hasPrefix("route.request.\($0).") }
  }

  /// What a value is, as AWS tells them apart.
  enum Source: Equatable {
    /// A header or query parameter of the opening request, by its name.
    case opening(String)
    /// The body, or a part of it.
    case body
    /// What API Gateway knows of the message, or the stage.
    case context
    /// A text of its own, between single quotes.
    case text
  }

  /// What a value is; nil where AWS does not know it.
  static func source(_ value: String) -> Source? {
    if value.count >= 2, value.hasPrefix("'"), value.hasSuffix("'") { return .text }
    if value == "route.request.body" || value.hasPrefix("route.request.body.") { return .body }
    if value.hasPrefix("context.") || value.hasPrefix("stageVariables.") { return .context }
    guard isDeclarable(value) else { return nil }
    return .opening(value.split(separator: ".", maxSplits: 3).last.map(String.init) ?? "")
  }
}
