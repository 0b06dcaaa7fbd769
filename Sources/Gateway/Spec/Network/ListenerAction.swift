import SpecReading

/// The action of a listener or a rule.
public enum ListenerAction: Alternatives {
  case forward(Many<ForwardTarget>)
  case redirect(Conditional<Redirect>)
  case fixedResponse(Conditional<FixedResponse>)

  /// The noun in messages.
  public static let subject = "an action"
  /// A listener with only a port and a protocol may be one that exists.
  public static func help(for texts: String) -> String? {
    let words = texts.split(separator: " ")
    let isPlain = words.allSatisfy { Int($0) != nil || ListenerProtocol(rawValue: String($0)) != nil }
    return isPlain && !words.isEmpty
      ? "write `forward`, `redirect` or `fixedResponse`, or `arn` for a listener that exists" : nil
  }

  /// The key selects the action.
  public static let forms: [Form<ListenerAction>] = [
    .when("forward", ForwardAction.self) { .forward($0.forward) },
    .when("redirect", RedirectAction.self) { .redirect($0.redirect) },
    .when("fixedResponse", FixedResponseAction.self) { .fixedResponse($0.fixedResponse) },
  ]

  /// The wrapper of a forward action.
  public struct ForwardAction: SpecObject {
    let forward: Many<ForwardTarget>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      forward = fields.required(
        "forward", .list(.object(ForwardTarget.self)),
        "Name of a target group, an inline target group, or a list of `{targetGroup, weight}`.")
    }
  }

  /// The wrapper of a redirect.
  public struct RedirectAction: SpecObject {
    let redirect: Conditional<Redirect>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      redirect = fields.required("redirect", .block(.object(Redirect.self)), "Redirect of the client.")
    }
  }

  /// The wrapper of a fixed response.
  public struct FixedResponseAction: SpecObject {
    let fixedResponse: Conditional<FixedResponse>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      fixedResponse = fields.required(
        "fixedResponse", .block(.object(FixedResponse.self)), "Fixed response without a target.")
    }
  }
}

/// The target of a forward action: a target group by name, or inline.
public struct ForwardTarget: SpecObject {
  /// The kind of target.
  public enum Form: Alternatives {
    case named(NamedTarget)
    case inline(TargetGroupElement)

    /// The noun in messages.
    public static let subject = "a target group"
    /// A string is a name.
    public static let forms: [SpecReading.Form<Form>] = [
      .when("targetGroup", NamedTarget.self, Form.named), .otherwise(TargetGroupElement.self, Form.inline),
    ]
  }

  let form: Form?

  /// A string is the name of a target group.
  public static func shorthand(for text: String) -> StaticString? { "targetGroup" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Form.self) }

  /// A target group by name.
  public struct NamedTarget: SpecObject {
    let targetGroup: Given<String>
    let weight: Given<Int>?

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      targetGroup = fields.required("targetGroup", .name(of: Kind.targetGroup), "Target group.")
      weight = fields.optional(
        "weight", .integer(0...999), "Weight in the distribution of requests; equal shares if no group has one.")
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
    `protocol` = fields.optional("protocol", .text, "`HTTP` or `HTTPS`; that of the request by default.")
    port = fields.optional("port", .text, "Port; that of the request by default.")
    host = fields.optional("host", .text, "Host; that of the request by default.")
    path = fields.optional("path", .text, "Path; that of the request by default.")
    query = fields.optional("query", .text, "Query; that of the request by default.")
    statusCode = fields.optional("statusCode", .word(RedirectStatus.self), "Status code; 301 by default.")
  }
}

/// Status codes of redirects, also in CloudFormation's words.
public enum RedirectStatus: String, CaseIterable, Sendable {
  case permanent = "301"
  case temporary = "302"
  case namedPermanent = "HTTP_301"
  case namedTemporary = "HTTP_302"

  /// CloudFormation's word.
  var name: String { rawValue.hasPrefix("HTTP_") ? rawValue : "HTTP_\(rawValue)" }
}

/// A fixed response.
public struct FixedResponse: SpecObject {
  let statusCode: Given<Int>
  let contentType: Given<String>?
  let messageBody: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    statusCode = fields.required("statusCode", .integer(200...599), "Status code.")
    contentType = fields.optional("contentType", .text(1...32), "Content type, such as `text/plain`.")
    messageBody = fields.optional("messageBody", .text(0...1_024), "Body.")
  }
}
