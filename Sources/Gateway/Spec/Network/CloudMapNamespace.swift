import SpecReading

/// A Cloud Map namespace, created or imported.
public enum Namespace: Alternatives {
  case created(CreatedNamespace)
  case imported(ImportedNamespace)

  /// The noun in messages.
  public static let subject = "a namespace"
  /// `id` selects an existing one.
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
      "type", .known(.word(NamespaceType.self)), "How services are discovered; `private`, in a `vpc`, by default.")
    form = fields.oneOf(Namespace.self)
  }
}

/// How the services of a namespace are discovered.
public enum NamespaceType: String, CaseIterable, Sendable {
  /// By DNS queries inside a VPC.
  case `private`
  /// By public DNS queries.
  case `public`
  /// Only by API calls.
  case http
}

/// An existing namespace.
public struct ImportedNamespace: SpecObject {
  let id: Given<String>
  let vpc: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "ID of an existing namespace.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "VPC of its services.")
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
    name = fields.required("name", .text(1...1_024), "Name, such as `shop.internal`.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "VPC of a private namespace.")
    description = fields.optional("description", .text(0...1_024), "Description.")
    options = fields.group(ElementOptions.self)
  }
}
