import SpecReading

/// Options of any element that is a resource in the template.
public final class ElementOptions: FieldGroup {
  /// The logical ID.
  public let logicalId: Given<String>?
  /// The logical IDs of parts.
  public let logicalIds: [Named<Given<String>>]
  /// Places or logical IDs of resources that must be created first.
  public let dependsOn: Many<Given<String>>?
  /// CloudFormation metadata.
  public let metadata: Raw?
  /// The condition of all resources of the element.
  public let condition: Given<String>?
  /// The deletion policy of the element's own resource.
  public let deletionPolicy: Given<DeletionPolicy>?
  /// Tags, in addition to those of the spec.
  public let tags: [Named<Given<String>>]
  /// CloudFormation properties without a key in the language.
  public let properties: Raw?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    logicalId = fields.optional("logicalId", .logicalId, "Logical ID; derived from the name by default.")
    logicalIds =
      fields.optional("logicalIds", .map(.logicalId, keys: .any), "Logical IDs of parts, such as `role`.") ?? []
    dependsOn = fields.optional(
      "dependsOn", .list(.known(.text)), "Places or logical IDs of resources that must be created first.")
    metadata = fields.optional("metadata", .conditionalMap(.rawMapping), "CloudFormation `Metadata`.")
    condition = fields.optional(
      "condition", .known(.name(of: Kind.condition)), "Condition under which the element is created.")
    deletionPolicy = fields.optional(
      "deletionPolicy", .known(.word(DeletionPolicy.self)),
      """
      Deletion policy of the element's resource, and of its role, alias, security group, certificate or records; \
      `RetainExceptOnCreate` for user pools, otherwise `Delete` by default.
      """)
    tags = fields.optional("tags", .conditionalTexts, "Tags, in addition to those of the spec.") ?? []
    properties = fields.optional(
      "properties", .conditionalMap(.rawMapping), "CloudFormation properties without a key in this language.")
  }

  /// Whether nothing is set.
  var isEmpty: Bool {
    logicalId == nil && logicalIds.isEmpty && dependsOn == nil && metadata == nil && condition == nil && tags.isEmpty
      && properties == nil && deletionPolicy == nil
  }
}

/// One or several names.
public typealias Names = Many<Given<String>>
