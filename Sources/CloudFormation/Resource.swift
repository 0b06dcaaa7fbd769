/// One resource of a template.
public struct Resource: Sendable {
  /// Logical id: letters and digits.
  public var id: String
  /// Type, such as `AWS::ApiGatewayV2::Route`.
  public var type: String
  /// Properties, in the order in which they are written.
  public var properties: Object
  /// Logical ids that must stand before this one although no property refers to them.
  public var dependsOn: [String]
  /// A condition's name.
  public var condition: String?
  /// `Retain`, `Delete`, `Snapshot` …; written for replacement too.
  public var deletionPolicy: Value?
  /// Metadata, as it is.
  public var metadata: Value?
  /// Where the resource itself was written: its key, or that of the element that it is made for.
  public var origin = Origin.none
  /// The rest of a resource's attributes (`CreationPolicy`, `UpdatePolicy`), and what an override adds.
  public var attributes: Object

  /// A resource of a type; the rest is set as needed.
  public init(id: String, type: String, properties: Object = Object()) {
    self.id = id
    self.type = type
    self.properties = properties
    dependsOn = []
    attributes = Object()
  }

  /// A resource from its body as CloudFormation writes it.
  public init(id: String, body: Object) {
    self.init(id: id, type: "")
    apply(body)
  }

  /// The body as it stands in the template.
  public var body: Object {
    var body = Object()
    body.add("Type", .string(type))
    body.add("Condition", condition.map { .string($0) })
    body.add("DependsOn", dependsOn.isEmpty ? nil : .list(dependsOn.map { .string($0) }))
    body.add("Properties", properties.isEmpty ? nil : .object(properties))
    body.add("DeletionPolicy", deletionPolicy)
    body.add("Metadata", metadata)
    for member in attributes.members { body.add(member.key, member.value) }
    return body
  }

  /// Lays a body over this resource: mappings merge, lists and scalars replace, `null` deletes.
  public mutating func override(with changes: Object) {
    var merged = body
    merged.merge(changes)
    let origin = origin
    self = Resource(id: id, body: merged)
    self.origin = origin
  }

  private mutating func apply(_ body: Object) {
    for member in body.members {
      switch (member.key, member.value) {
      case ("Type", .string(let type)): self.type = type
      case ("Condition", .string(let name)): condition = name
      case ("DependsOn", .string(let id)): dependsOn = [id]
      case ("DependsOn", .list(let ids)): dependsOn = ids.compactMap(\.text)
      case ("Properties", .object(let properties)): self.properties = properties
      case ("DeletionPolicy", let policy): deletionPolicy = policy
      case ("Metadata", let metadata): self.metadata = metadata
      default: attributes.add(member.key, member.value)
      }
    }
  }
}
