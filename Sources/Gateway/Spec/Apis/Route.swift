import SpecReading
import TextSearch

/// A route. An object, so that passing it on copies nothing.
public final class Route: SpecObject {
  let answer: Answer?
  let auth: Conditional<Auth>?
  let settings: RouteSettings
  let details: RouteDetails
  let options: ElementOptions

  /// The target of a route.
  public enum Answer: Alternatives {
    case target(Target)
    indirect case integration(Shared)

    /// The noun in messages.
    public static let subject = "a route's target"
    /// The targets, and a reference to a shared one.
    public static var forms: [Form<Answer>] { Services.current.answers }

    /// The form of a shared target.
    static let shared = Form.when("integration", Shared.self, Answer.integration)
  }

  /// A shared integration by name.
  public struct Shared: SpecObject {
    let name: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      name = fields.required(
        "integration",
        .known(
          .text(
            naming: "an integration",
            instead: "write its keys directly in the route: the target, such as `lambda: FUNCTION`, and its options")),
        "Name of one of the API's `integrations`.")
    }
  }

  /// A string is the name of a function, or a URL.
  public static func shorthand(for text: String) -> StaticString? { text.mentions("://") ? "http" : "lambda" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    answer = fields.oneOf(Answer.self)
    auth = fields.optional(
      "auth", .block(.object(Auth.self)),
      "Authorization, instead of `defaultAuth`: an authorizer, `iam`, `none`, or `{authorizer, scopes}`.")
    settings = RouteSettings(fields: &fields)
    details = fields.group(RouteDetails.self)
    options = fields.group(ElementOptions.self)
  }
}

/// A target that several routes share by name.
public struct IntegrationElement: SpecObject {
  let target: Target?
  let options: ElementOptions

  /// A string is the name of a function, or a URL.
  public static func shorthand(for text: String) -> StaticString? { Route.shorthand(for: text) }
  /// The defaults of routes also apply to their targets.
  public static var defaultsOwner: ObjectIdentifier { Route.defaultsOwner }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    target = fields.oneOf(Target.self)
    options = fields.group(ElementOptions.self)
  }
}
