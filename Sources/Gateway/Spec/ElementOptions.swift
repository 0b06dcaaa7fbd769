import SpecReading

/// What any element that is written to the template may say.
public struct ElementOptions: SpecObject {
  /// Pins the logical id.
  public let logicalId: Given<String>?
  /// Pins the logical ids of parts.
  public let logicalIds: [Named<Given<String>>]
  /// Places or logical ids that must stand before it.
  public let dependsOn: Many<Given<String>>?
  /// CloudFormation metadata.
  public let metadata: Raw?
  /// The condition on all that is written for it.
  public let condition: Given<String>?
  /// Tags, over those of the spec.
  public let tags: [Named<Given<String>>]
  /// CloudFormation properties that the language has no key for.
  public let properties: Raw?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    logicalId = fields.optional("logicalId", .logicalId, "The logical id, instead of the one made from the name.")
    logicalIds =
      fields.optional("logicalIds", .map(.logicalId, keys: .any), "Logical ids of its parts, such as `role`.") ?? []
    dependsOn = fields.optional(
      "dependsOn", .list(.known(.text)), "Places or logical ids that must be created before it.")
    metadata = fields.optional("metadata", .rawMapping, "CloudFormation metadata, as it is.")
    condition = fields.optional(
      "condition", .known(.name(of: Kind.condition)), "Written only where this condition holds.")
    tags = fields.optional("tags", .map(.text, keys: .any), "Tags, added to those of the spec.") ?? []
    properties = fields.optional(
      "properties", .rawMapping, "CloudFormation properties that the language has no key for.")
  }
}

/// Names of things, one or many.
public typealias Names = Many<Given<String>>
