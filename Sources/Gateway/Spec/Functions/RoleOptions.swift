import SpecReading

/// Options of all roles that are generated: `defaults.roles`.
public struct RoleOptions: SpecObject {
  let permissionsBoundary: Given<String>?
  let path: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    permissionsBoundary = fields.optional(
      "permissionsBoundary", .text, "ARN of the managed policy that limits the permissions of the roles.")
    path = fields.optional("path", .text(1...512), "Path of the roles, such as `/apps/`.")
  }
}
