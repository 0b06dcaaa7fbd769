import SpecReading

/// A listener, created or imported.
public enum Listener: Alternatives {
  case created(CreatedListener)
  case imported(ImportedListener)

  /// The noun in messages.
  public static let subject = "a listener"
  /// `arn` selects an existing one.
  public static let forms: [Form<Listener>] = [
    .when("arn", ImportedListener.self, Listener.imported), .otherwise(CreatedListener.self, Listener.created),
  ]
}

/// Protocols of listeners and target groups.
public enum ListenerProtocol: String, CaseIterable, Sendable {
  case http = "HTTP"
  case https = "HTTPS"
  case tcp = "TCP"
  case tls = "TLS"
  case udp = "UDP"
  case tcpUdp = "TCP_UDP"

  /// Whether it uses TLS.
  var isEncrypted: Bool { self == .https || self == .tls }
  /// Whether load balancers of a type speak it.
  func fits(_ type: LoadBalancerType) -> Bool { (self == .http || self == .https) == (type == .application) }
}

extension LoadBalancerType {
  /// The protocol of its listeners with TLS.
  var encrypted: ListenerProtocol { self == .application ? .https : .tls }
}

/// An element of a load balancer's `listeners`.
public struct ListenerElement: SpecObject {
  let port: Given<Int>?
  let `protocol`: Given<ListenerProtocol>?
  let form: Listener?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .integer(1...65_535), "Port.")
    `protocol` = fields.optional(
      "protocol", .word(ListenerProtocol.self), "Protocol; derived from port, certificate and type by default.")
    form = fields.oneOf(Listener.self)
  }
}

/// An existing listener.
public struct ImportedListener: SpecObject {
  let arn: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of an existing listener of an imported load balancer.")
  }
}

/// A listener that the stack creates.
public struct CreatedListener: SpecObject {
  let certificate: Given<String>?
  let extraCertificates: Names?
  let sslPolicy: Given<String>?
  let open: Given<Bool>?
  let jwtValidation: Conditional<JwtValidation>?
  let action: ListenerAction?
  let rules: [Named<ListenerRule>]
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    certificate = fields.optional("certificate", .name(of: Kind.certificate), "ARN of the default certificate.")
    extraCertificates = fields.optional(
      "extraCertificates", .list(.name(of: Kind.certificate)), "ARNs of certificates for other host names.")
    sslPolicy = fields.optional("sslPolicy", .text, "Name of the security policy for TLS versions and ciphers.")
    open = fields.optional("open", .known(.flag), "Whether the security group allows everyone on this port.")
    jwtValidation = fields.optional(
      "jwtValidation", .block(.object(JwtValidation.self)), "Validation of tokens before the action; HTTPS only.")
    action = fields.oneOf(ListenerAction.self)
    rules =
      fields.optional("rules", .map(.object(ListenerRule.self), keys: .any), "Rules by priority, from 1 to 50000.")
      ?? []
    options = fields.group(ElementOptions.self)
  }
}

/// A listener rule: conditions and an action.
public struct ListenerRule: SpecObject {
  let pathPattern: Names?
  let hostHeader: Names?
  let methods: Names?
  let sourceIp: Names?
  let headers: [Named<Names>]
  let query: [Named<Names>]
  let pathRegex: Names?
  let hostRegex: Names?
  let headerRegex: [Named<Names>]
  let rewrite: Conditional<Rewrite>?
  let jwtValidation: Conditional<JwtValidation>?
  let action: ListenerAction?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    pathPattern = fields.optional("pathPattern", .list(.text(1...128)), "Path patterns, with `*` and `?`.")
    hostHeader = fields.optional("hostHeader", .list(.text(1...128)), "Host name patterns, with `*` and `?`.")
    methods = fields.optional("methods", .list(.text(1...40)), "HTTP methods.")
    sourceIp = fields.optional("sourceIp", .list(.text), "CIDR blocks of client addresses.")
    headers =
      fields.optional("headers", .conditionalMap(.map(.list(.text), keys: .any)), "Header values by name.") ?? []
    query =
      fields.optional("query", .conditionalMap(.map(.list(.text), keys: .any)), "Query parameter values by name.") ?? []
    pathRegex = fields.optional("pathRegex", .list(.text(1...128)), "Regular expressions that the path must match.")
    hostRegex = fields.optional("hostRegex", .list(.text(1...128)), "Regular expressions that the host must match.")
    headerRegex =
      fields.optional(
        "headerRegex", .conditionalMap(.map(.list(.text), keys: .any)),
        "Regular expressions that headers must match, by name.") ?? []
    rewrite = fields.optional(
      "rewrite", .block(.object(Rewrite.self)), "Changes to the URL or the host before the request is forwarded.")
    jwtValidation = fields.optional(
      "jwtValidation", .block(.object(JwtValidation.self)), "Validation of tokens before the action; HTTPS only.")
    action = fields.oneOf(ListenerAction.self)
    options = fields.group(ElementOptions.self)
  }
}

/// Changes that a listener rule makes to requests (source: Elastic Load Balancing, transforms for listener rules).
public struct Rewrite: SpecObject {
  /// A replacement.
  public struct Replacement: SpecObject {
    let regex: Given<String>
    let replace: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      regex = fields.required("regex", .text(1...1_024), "Regular expression of the part to replace.")
      replace = fields.required("replace", .text(0...1_024), "Replacement, with `$1` for the first group.")
    }
  }

  let path: Conditional<Replacement>?
  let host: Conditional<Replacement>?

  /// An empty mapping would have no effect.
  public static var mayBeEmpty: Bool { false }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    path = fields.optional("path", .block(.object(Replacement.self)), "Path and query of the URL.")
    host = fields.optional("host", .block(.object(Replacement.self)), "Host header.")
  }
}
