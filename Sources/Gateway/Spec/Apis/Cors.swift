import SpecReading
import YAMLTree

/// CORS settings. `true` allows all origins, without credentials; a string or a list has the origins.
public struct Cors: SpecObject {
  let allowOrigins: Names
  let allowMethods: Many<Given<CorsMethod>>?
  let allowHeaders: Names?
  let exposeHeaders: Names?
  let allowCredentials: Given<Bool>?
  let maxAge: Given<Duration>?

  /// An origin.
  public static func shorthand(for text: String) -> StaticString? { "allowOrigins" }
  /// Origins.
  public static var listShorthand: StaticString? { "allowOrigins" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    allowOrigins = fields.required(
      "allowOrigins", .list(.matching(#"^\*$|^[A-Za-z][A-Za-z0-9+.-]*://"#, .text)),
      "Allowed origins, such as `https://www.example.com`; `\"*\"` for all.")
    allowMethods = fields.optional(
      "allowMethods", .list(.word(CorsMethod.self)),
      "Allowed methods; by default those of the routes, or `\"*\"` if a route accepts any method.")
    allowHeaders = fields.optional(
      "allowHeaders", .list(.text),
      "Allowed request headers; by default `content-type`, `authorization` and those of authorizers.")
    exposeHeaders = fields.optional("exposeHeaders", .list(.text), "Response headers that scripts may read.")
    allowCredentials = fields.optional("allowCredentials", .flag, "Whether credentials such as cookies are allowed.")
    maxAge = fields.optional("maxAge", CorsMaxAgeSchema(), "How long browsers cache a preflight response; `-1`: never.")
  }
}

/// Methods in CORS settings.
public enum CorsMethod: String, CaseIterable, Sendable {
  case all = "*"
  case GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS
}

/// A duration, or `-1` to disable caching.
struct CorsMaxAgeSchema: Schema {
  private let base = DurationSchema.seconds(0...86_400)

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Duration>? {
    if reader.tree.kind(node) == .scalar, reader.tree.equals(node, "-1") {
      return Given(Duration(milliseconds: -1_000), at: reader.tree.mark(node), node: node)
    }
    return reader.read(node, as: base, key: key)
  }

  var placeholder: Given<Duration> { base.placeholder }
  var takesIntrinsic: Bool { true }
  var shape: Shape { .either([base.shape, .integer(-1...(-1))]) }
  var expectation: String { base.expectation }
}
