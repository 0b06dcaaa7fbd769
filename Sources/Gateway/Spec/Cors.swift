import SpecReading
import YAMLTree

/// Which pages of other origins may call an API; `true` in its place means every one, without credentials.
public struct Cors: SpecObject {
  let allowOrigins: Names
  let allowMethods: Many<Given<CorsMethod>>?
  let allowHeaders: Names?
  let exposeHeaders: Names?
  let allowCredentials: Given<Bool>?
  let maxAge: Given<Duration>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    allowOrigins = fields.required(
      "allowOrigins", .list(.text), "Origins, such as `https://www.example.com`; `\"*\"` for every one.")
    allowMethods = fields.optional(
      "allowMethods", .list(.word(CorsMethod.self)),
      "Methods; those of the routes by default, `\"*\"` where one takes any.")
    allowHeaders = fields.optional(
      "allowHeaders", .list(.text), "Request headers; `content-type` and what authorizers read by default.")
    exposeHeaders = fields.optional("exposeHeaders", .list(.text), "Response headers that pages may read.")
    allowCredentials = fields.optional("allowCredentials", .flag, "Whether cookies and the like are sent.")
    maxAge = fields.optional("maxAge", CorsMaxAgeSchema(), "How long a browser may keep the answer; `-1`: not at all.")
  }
}

/// Methods of CORS.
public enum CorsMethod: String, CaseIterable, Sendable {
  case all = "*"
  case GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS
}

/// A duration, or `-1`, which says that an answer is not kept.
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
