import SpecReading

/// Something that a function's role is allowed.
public struct Policy: SpecObject {
  /// The form of the policy.
  public enum Form: Alternatives {
    case managed(Managed)
    case grant(Grant)
    case statement(Statement)

    /// For messages.
    public static let subject = "a policy"
    /// A lone text is a managed policy.
    public static let forms: [SpecReading.Form<Form>] = [
      .when("managed", Managed.self, Form.managed), .when("allow", Grant.self, Form.grant),
      .when("Effect", Statement.self, Form.statement),
    ]
  }

  let form: Form?

  /// A lone text is a managed policy.
  public static func shorthand(for text: String) -> StaticString? { "managed" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Form.self) }

  /// A managed policy.
  public struct Managed: SpecObject {
    let managed: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      managed = fields.required("managed", .text, "A managed policy: its ARN, or AWS's bare name for its own.")
    }
  }

  /// Actions on resources.
  public struct Grant: SpecObject {
    let allow: Many<Given<String>>
    let on: Many<Given<String>>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      allow = fields.required("allow", .list(.text), "Actions, such as `dynamodb:GetItem`.")
      on = fields.required("on", .list(.text), "ARNs of the resources that they are allowed on.")
    }
  }

  /// An IAM statement as IAM writes it.
  public struct Statement: SpecObject {
    let keys: [(name: String, value: Raw?)]

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      keys = [
        ("Sid", fields.optional("Sid", .raw, "Id of the statement.")),
        ("Effect", fields.optional("Effect", .raw, "`Allow` or `Deny`.")),
        ("Action", fields.optional("Action", .raw, "Actions.")),
        ("NotAction", fields.optional("NotAction", .raw, "All actions but these.")),
        ("Resource", fields.optional("Resource", .raw, "ARNs.")),
        ("NotResource", fields.optional("NotResource", .raw, "All resources but these.")),
        ("Condition", fields.optional("Condition", .raw, "IAM conditions.")),
      ]
    }
  }
}
