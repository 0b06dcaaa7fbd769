import SpecReading

/// A policy of a function's role.
public struct Policy: SpecObject {
  /// The kind of policy.
  public enum Form: Alternatives {
    case managed(Managed)
    case grant(Grant)
    case statement(Statement)
    case template(SamPolicy.Written)

    /// The noun in messages.
    public static let subject = "a policy"
    /// A string is a managed policy.
    public static let forms: [SpecReading.Form<Form>] =
      [
        .when("managed", Managed.self, Form.managed), .when("allow", Grant.self, Form.grant),
        .when("Effect", Statement.self, Form.statement),
      ] + SamPolicy.all.map(\.form)
  }

  let form: Form?

  /// A string is a managed policy.
  public static func shorthand(for text: String) -> StaticString? { "managed" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Form.self) }

  /// A managed policy.
  public struct Managed: SpecObject {
    let managed: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      managed = fields.required("managed", .text, "Managed policy: its ARN, or the name of an AWS managed policy.")
    }
  }

  /// Allowed actions on resources.
  public struct Grant: SpecObject {
    let allow: Many<Given<String>>
    let target: Target?

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      allow = fields.required("allow", .list(.text), "Allowed actions, such as `dynamodb:GetItem`.")
      target = fields.oneOf(Target.self)
    }

    /// The ARNs of the resources.
    var resources: Many<Given<String>>? {
      switch target {
      case .on(let target): target.on
      case .resources(let target): target.resources
      case nil: nil
      }
    }

    /// Both keys of the resources: YAML 1.1 reads `on` as a boolean.
    public enum Target: Alternatives {
      case on(On)
      case resources(Resources)

      /// The noun in messages.
      public static let subject = "the list of resources"
      /// The forms.
      public static let forms: [SpecReading.Form<Target>] = [
        .when("on", On.self, Target.on), .when("resources", Resources.self, Target.resources),
      ]
    }

    /// `on: ARNS`.
    public struct On: SpecObject {
      let on: Many<Given<String>>

      /// Reads the field.
      public init(fields: inout some FieldVisitor) {
        on = fields.required(
          "on", .list(.text), "ARNs of resources, places such as `functions.books`, or logical IDs of `resources`.")
      }
    }

    /// `resources: ARNS`.
    public struct Resources: SpecObject {
      let resources: Many<Given<String>>

      /// Reads the field.
      public init(fields: inout some FieldVisitor) {
        resources = fields.required(
          "resources", .list(.text), "The same as `on`, for YAML tools that read `on` as a boolean.")
      }
    }
  }

  /// A statement in IAM's format.
  public struct Statement: SpecObject {
    let keys: [(name: String, value: Raw?)]

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      keys = [
        ("Sid", fields.optional("Sid", .raw, "Statement ID.")),
        ("Effect", fields.optional("Effect", .raw, "`Allow` or `Deny`.")),
        ("Action", fields.optional("Action", .raw, "Actions.")),
        ("NotAction", fields.optional("NotAction", .raw, "All actions except these.")),
        ("Resource", fields.optional("Resource", .raw, "ARNs.")),
        ("NotResource", fields.optional("NotResource", .raw, "All resources except these.")),
        ("Condition", fields.optional("Condition", .raw, "IAM conditions.")),
      ]
    }
  }
}
