import SpecReading

/// A listener: created, or one that exists.
public enum Listener: Alternatives {
  case created(CreatedListener)
  case imported(ImportedListener)

  /// For messages.
  public static let subject = "a listener"
  /// `arn` imports.
  public static let forms: [Form<Listener>] = [
    .when("arn", ImportedListener.self, Listener.imported), .otherwise(CreatedListener.self, Listener.created),
  ]
}

/// Protocols that listeners and target groups speak.
public enum ListenerProtocol: String, CaseIterable, Sendable {
  case http = "HTTP"
  case https = "HTTPS"
  case tcp = "TCP"
  case tls = "TLS"
  case udp = "UDP"
  case tcpUdp = "TCP_UDP"

  /// Whether a client speaks TLS to it.
  var isEncrypted: Bool { self == .https || self == .tls }
}

/// An element of a load balancer's `listeners`.
public struct ListenerElement: SpecObject {
  let port: Given<Int>?
  let `protocol`: Given<ListenerProtocol>?
  let form: Listener?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .integer(1...65_535), "The port.")
    `protocol` = fields.optional(
      "protocol", .word(ListenerProtocol.self), "What it speaks; told from port, certificate and type by default.")
    form = fields.oneOf(Listener.self)
  }
}

/// A listener that exists.
public struct ImportedListener: SpecObject {
  let arn: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of a listener that exists, of a load balancer that exists.")
  }
}

/// A listener that the stack creates.
public struct CreatedListener: SpecObject {
  let certificate: Given<String>?
  let extraCertificates: Names?
  let sslPolicy: Given<String>?
  let open: Given<Bool>?
  let action: ListenerAction?
  let rules: [Named<ListenerRule>]
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    certificate = fields.optional("certificate", .name(of: Kind.certificate), "ARN of the certificate it shows.")
    extraCertificates = fields.optional(
      "extraCertificates", .list(.name(of: Kind.certificate)), "ARNs of certificates for other host names.")
    sslPolicy = fields.optional("sslPolicy", .text, "Name of the policy for TLS versions and ciphers.")
    open = fields.optional("open", .known(.flag), "Whether its load balancer's group admits everyone on this port.")
    action = fields.oneOf(ListenerAction.self)
    rules =
      fields.optional("rules", .map(.object(ListenerRule.self), keys: .any), "Rules by priority, 1 to 50000.") ?? []
    options = ElementOptions(fields: &fields)
  }
}

/// What a listener or a rule does with a request.
public enum ListenerAction: Alternatives {
  case forward(Many<ForwardTarget>)
  case redirect(Redirect)
  case fixedResponse(FixedResponse)

  /// For messages.
  public static let subject = "an action"
  /// By key.
  public static let forms: [Form<ListenerAction>] = [
    .when("forward", ForwardAction.self) { .forward($0.forward) },
    .when("redirect", RedirectAction.self) { .redirect($0.redirect) },
    .when("fixedResponse", FixedResponseAction.self) { .fixedResponse($0.fixedResponse) },
  ]

  /// Forwarding, as its key holds it.
  public struct ForwardAction: SpecObject {
    let forward: Many<ForwardTarget>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      forward = fields.required(
        "forward", .list(.object(ForwardTarget.self)),
        "A target group's name, one written here, or a list of `{targetGroup, weight}`.")
    }
  }

  /// Redirecting, as its key holds it.
  public struct RedirectAction: SpecObject {
    let redirect: Redirect

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      redirect = fields.required("redirect", .object(Redirect.self), "Where the client is sent.")
    }
  }

  /// Answering, as its key holds it.
  public struct FixedResponseAction: SpecObject {
    let fixedResponse: FixedResponse

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      fixedResponse = fields.required("fixedResponse", .object(FixedResponse.self), "What the client is answered.")
    }
  }
}

/// Where requests are forwarded to: a target group by name, or one written in its place.
public struct ForwardTarget: SpecObject {
  /// The form of the target.
  public enum Form: Alternatives {
    case named(NamedTarget)
    case inline(TargetGroupElement)

    /// For messages.
    public static let subject = "a target group"
    /// A lone text is a name.
    public static let forms: [SpecReading.Form<Form>] = [
      .when("targetGroup", NamedTarget.self, Form.named), .otherwise(TargetGroupElement.self, Form.inline),
    ]
  }

  let form: Form?

  /// A lone text is a target group's name.
  public static func shorthand(for text: String) -> StaticString? { "targetGroup" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Form.self) }

  /// A target group by name.
  public struct NamedTarget: SpecObject {
    let targetGroup: Given<String>
    let weight: Given<Int>?

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      targetGroup = fields.required("targetGroup", .name(of: Kind.targetGroup), "The target group.")
      weight = fields.optional("weight", .integer(0...999), "Its share of the requests.")
    }
  }
}

/// A redirect.
public struct Redirect: SpecObject {
  let `protocol`: Given<String>?
  let port: Given<String>?
  let host: Given<String>?
  let path: Given<String>?
  let query: Given<String>?
  let statusCode: Given<RedirectStatus>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    `protocol` = fields.optional("protocol", .text, "`HTTP`, `HTTPS`, or the request's own by default.")
    port = fields.optional("port", .text, "The port; the request's own by default.")
    host = fields.optional("host", .text, "The host; the request's own by default.")
    path = fields.optional("path", .text, "The path; the request's own by default.")
    query = fields.optional("query", .text, "The query; the request's own by default.")
    statusCode = fields.optional("statusCode", .word(RedirectStatus.self), "301 by default.")
  }
}

/// Status codes of redirects.
public enum RedirectStatus: String, CaseIterable, Sendable {
  case permanent = "301"
  case temporary = "302"
}

/// An answer that needs no target.
public struct FixedResponse: SpecObject {
  let statusCode: Given<Int>
  let contentType: Given<String>?
  let messageBody: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    statusCode = fields.required("statusCode", .integer(200...599), "The status code.")
    contentType = fields.optional("contentType", .text(1...32), "The content type, such as `text/plain`.")
    messageBody = fields.optional("messageBody", .text(0...1_024), "The body.")
  }
}

/// A rule: conditions and what is done where they hold.
public struct ListenerRule: SpecObject {
  let pathPattern: Names?
  let hostHeader: Names?
  let methods: Names?
  let sourceIp: Names?
  let headers: [Named<Names>]
  let query: [Named<Names>]
  let action: ListenerAction?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    pathPattern = fields.optional("pathPattern", .list(.text(1...128)), "Paths, with `*` and `?`.")
    hostHeader = fields.optional("hostHeader", .list(.text(1...128)), "Host names, with `*` and `?`.")
    methods = fields.optional("methods", .list(.text(1...40)), "HTTP methods.")
    sourceIp = fields.optional("sourceIp", .list(.text), "CIDR blocks of the client.")
    headers = fields.optional("headers", .map(.list(.text), keys: .any), "Values of headers, by name.") ?? []
    query = fields.optional("query", .map(.list(.text), keys: .any), "Values of query parameters, by name.") ?? []
    action = fields.oneOf(ListenerAction.self)
    options = ElementOptions(fields: &fields)
  }
}
