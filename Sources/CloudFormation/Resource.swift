/// A resource of a template.
public struct Resource: Sendable {
  /// The logical ID.
  public var id: String
  /// The type, such as `AWS::ApiGatewayV2::Route`.
  public var type: String
  /// The properties in output order.
  public var properties: Object
  /// The origin of the resource: its key, or the element that it is generated for.
  public var origin = Origin.none
  // Few resources have any of them.
  private var more: MoreAttributes?

  /// A resource with properties only.
  public init(id: String, type: String, properties: Object = Object()) {
    self.id = id
    self.type = type
    self.properties = properties
  }

  /// Logical IDs of resources that must be created first although no property refers to them.
  public var dependsOn: [String] {
    get { more?.values.dependsOn ?? [] }
    set { change(hasValue: !newValue.isEmpty) { $0.dependsOn = newValue } }
  }

  /// The name of the resource's condition.
  public var condition: String? {
    get { more?.values.condition }
    set { change(hasValue: newValue != nil) { $0.condition = newValue } }
  }

  /// `DeletionPolicy`, also written as `UpdateReplacePolicy`: `Retain`, `Delete`, `Snapshot` …
  public var deletionPolicy: Value? {
    get { more?.values.deletionPolicy }
    set { change(hasValue: newValue != nil) { $0.deletionPolicy = newValue } }
  }

  /// `Metadata`.
  public var metadata: Value? {
    get { more?.values.metadata }
    set { change(hasValue: newValue != nil) { $0.metadata = newValue } }
  }

  /// All other attributes (`CreationPolicy`, `UpdatePolicy`), and those that an override adds.
  public var attributes: Object {
    get { more?.values.attributes ?? Object() }
    set { change(hasValue: !newValue.isEmpty) { $0.attributes = newValue } }
  }

  private mutating func change(hasValue: Bool, _ change: (inout MoreAttributes.Values) -> Void) {
    if !hasValue, more == nil { return }
    var values = more?.values ?? MoreAttributes.Values()
    change(&values)
    more = values.isEmpty ? nil : MoreAttributes(values)
  }

  /// The last word of a type: `Queue` of `AWS::SQS::Queue`.
  public static func noun(ofType type: String) -> String {
    let colon = type.utf8.lastIndex(of: UInt8(ascii: ":"))
    return colon.map { String(type[type.utf8.index(after: $0)...]) } ?? type
  }

  /// A resource from its body in CloudFormation's format.
  public init(id: String, body: Object) {
    self.init(id: id, type: "")
    apply(body)
  }

  /// The body in CloudFormation's format.
  public var body: Object {
    var body = Object(capacity: 3 + attributes.members.count)
    forEachAttribute { body.add($0, $1) }
    body.append(attributes)
    return body
  }

  /// Calls `action` with the key and value of each attribute of the body that is not in `attributes`, in order.
  func forEachAttribute(_ action: (String, Value) -> Void) {
    // The type of a resource whose body is included is not known.
    if !type.isEmpty { action("Type", .string(type)) }
    if let condition { action("Condition", .string(condition)) }
    if !dependsOn.isEmpty { action("DependsOn", .list(dependsOn.map { .string($0) })) }
    if !properties.isEmpty { action("Properties", .object(properties)) }
    if let deletionPolicy { action("DeletionPolicy", deletionPolicy) }
    if let metadata { action("Metadata", metadata) }
  }

  /// Merges a body into this resource: mappings are merged, lists and scalars are replaced, `null` deletes.
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
      default: attributes.add(member.key, member.value, origin: member.origin)
      }
    }
  }
}
