import SpecReading
import TextSearch

/// The grammar of parameter mappings of WebSocket APIs.
enum MessageMapping {
  /// Sources in the route request that exist only for `$connect`.
  static let sources = ["querystring", "header", "multivaluequerystring", "multivalueheader"]

  /// Whether a value is a request parameter that the route must declare: `route.request.header.X`.
  static func isDeclarable(_ value: String) -> Bool { opening(value) != nil }

  /// The name of the header or query parameter of the `$connect` request that a value is.
  static func opening(_ value: String) -> String? {
    sources.lazy.compactMap { value.rest(after: "route.request.\($0).") }.first
  }

  /// Whether it is a valid parameter of a request or a response.
  static func declares(_ text: String, in owner: String) -> Bool {
    sources.contains { text.rest(after: "\(owner).\($0).")?.isMade(ofLettersDigitsAnd: "._$-") ?? false }
  }

  /// A direction: of a message to the request of an integration, or of its answer to the client.
  enum Side {
    case request, answer

    /// Where parameters are set.
    private var owner: String { self == .request ? "integration.request" : "route.response" }
    private var destinations: [String] {
      self == .request
        ? ["header", "querystring", "path", "multivalueheader", "multivaluequerystring"]
        : ["header", "multivalueheader"]
    }
    /// Where they come from.
    private var origin: String { self == .request ? "route.request" : "integration.response" }
    private var sources: [String] {
      self == .request ? MessageMapping.sources : ["header", "multivalueheader", "statuscode"]
    }

    /// The name of the parameter that a key sets; nil for an invalid key.
    func name(ofDestination key: String) -> String? {
      destinations.lazy.compactMap { key.rest(after: "\(owner).\($0).") }.first
    }

    /// Whether a value is a part of what is mapped, a context or stage variable, or a literal in single quotes.
    func isSource(_ value: String) -> Bool {
      if value.count >= 2, value.hasPrefix("'"), value.hasSuffix("'") { return true }
      if value == "\(origin).body" || value == "integration.response.statuscode" && self == .answer { return true }
      return ["context.", "stageVariables.", "\(origin).body."].contains { value.hasPrefix($0) }
        || sources.contains { value.hasPrefix("\(origin).\($0).") }
    }

    /// Whether a value is not a static one. `method.…` is the form of REST APIs.
    func isMeantAsSource(_ text: String) -> Bool {
      if text.hasPrefix("$") { return true }
      return ["route", "method", "integration"].contains { owner in
        text.hasPrefix("\(owner).request.") || text.hasPrefix("\(owner).response.")
      }
    }

    /// Help for an invalid key.
    func help(destination key: String) -> String {
      let parts = key.split(separator: ":", maxSplits: 1)
      if parts.count == 2, let place = destinations.first(where: { parts[1].hasPrefix("\($0).") }) {
        return "use `\(owner).\(place).\(parts[1].dropFirst(place.count + 1))`"
      }
      return "use `\(owner).header.NAME`"
        + (self == .request ? ", or `querystring` or `path` in place of `header`" : "")
    }

    /// Help for an invalid value.
    func help(source text: String) -> String {
      let plain = text.filter { !"${}".contains($0) }
      let bare = plain.rest(after: "method.") ?? plain
      let (first, other) = self == .request ? ("route.", "request.") : ("integration.", "response.")
      if let rest = bare.rest(after: other) {
        let place = String(rest.prefix { $0 != "." })
        if place == "body" || sources.contains(place) { return "use `\(first)\(bare)`" }
      }
      if bare.hasPrefix("context.") || bare.hasPrefix("stageVariables.") { return "use `\(bare)`" }
      return "use `\(origin).body.NAME`, `context.NAME`, `stageVariables.NAME`, or a string in single quotes"
    }
  }
}
