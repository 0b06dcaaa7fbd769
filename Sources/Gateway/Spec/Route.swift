import SpecReading

/// A route.
public struct Route: SpecObject {
  let answer: Answer?
  let auth: Auth?
  let settings: RouteSettings
  let operationName: Given<String>?
  let messages: RouteMessages
  let options: ElementOptions

  /// What answers a route.
  public indirect enum Answer: Alternatives {
    case target(Target)
    case integration(Shared)

    /// For messages.
    public static let subject = "a route's target"
    /// The targets, and the name of a shared one.
    public static var forms: [Form<Answer>] { Services.current.answers }

    /// The form of a shared target.
    static let shared = Form.when("integration", Shared.self, Answer.integration)
  }

  /// An integration by name.
  public struct Shared: SpecObject {
    let name: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      name = fields.required("integration", .known(.text), "The name of one of the API's `integrations`.")
    }
  }

  /// A lone text is a function's name, or a URL.
  public static func shorthand(for text: String) -> StaticString? { text.mentions("://") ? "http" : "lambda" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    answer = fields.oneOf(Answer.self)
    auth = fields.optional(
      "auth", .object(Auth.self),
      "Who may call it, instead of `defaultAuth`: an authorizer, `iam`, `none`, or `{authorizer, scopes}`.")
    settings = RouteSettings(fields: &fields)
    operationName = fields.optional("operationName", .text(1...64), "A name for the operation.")
    messages = RouteMessages(fields: &fields)
    options = ElementOptions(fields: &fields)
  }
}

/// A target that routes share by name.
public struct IntegrationElement: SpecObject {
  let target: Target?
  let options: ElementOptions

  /// A lone text is a function's name, or a URL.
  public static func shorthand(for text: String) -> StaticString? { Route.shorthand(for: text) }
  /// A route's: what routes get by default holds for their targets.
  public static var defaultsOwner: ObjectIdentifier { Route.defaultsOwner }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    target = fields.oneOf(Target.self)
    options = ElementOptions(fields: &fields)
  }
}
