import SpecReading

/// A Cloud Map namespace: created, or one that exists.
public enum Namespace: Alternatives {
  case created(CreatedNamespace)
  case imported(ImportedNamespace)

  /// For messages.
  public static let subject = "a namespace"
  /// `id` imports.
  public static let forms: [Form<Namespace>] = [
    .when("id", ImportedNamespace.self, Namespace.imported), .otherwise(CreatedNamespace.self, Namespace.created),
  ]
}

/// An element of `cloudMapNamespaces`.
public struct NamespaceElement: SpecObject {
  let type: Given<NamespaceType>?
  let form: Namespace?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.optional(
      "type", .known(.word(NamespaceType.self)), "How its services are found; `private` by default, with a `vpc`.")
    form = fields.oneOf(Namespace.self)
  }
}

/// How the services of a namespace are found.
public enum NamespaceType: String, CaseIterable, Sendable {
  /// By DNS inside a VPC.
  case `private`
  /// By public DNS.
  case `public`
  /// By API calls alone.
  case http

  /// What CloudFormation calls such a namespace.
  var resource: ResourceType {
    switch self {
    case .private: .privateNamespace
    case .public: .publicNamespace
    case .http: .httpNamespace
    }
  }
}

/// A namespace that exists.
public struct ImportedNamespace: SpecObject {
  let id: Given<String>
  let vpc: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of a namespace that exists.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that its services stand in.")
  }
}

/// A namespace that the stack creates.
public struct CreatedNamespace: SpecObject {
  let name: Given<String>
  let vpc: Given<String>?
  let description: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required("name", .text(1...1_024), "Its name, such as `shop.internal`.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC of a private namespace.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    options = ElementOptions(fields: &fields)
  }
}
