import SpecReading

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
