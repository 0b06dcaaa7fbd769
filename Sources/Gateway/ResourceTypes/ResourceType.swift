import CloudFormation

/// A type of CloudFormation resource: everything that the program knows of it, described once.
///
/// Properties, attributes and tags come from CloudFormation's resource schemas of 2026-10-20, as cfn-lint bundles
/// them; a test compares. Lengths, words and protocols of API Gateway's types come from its API reference.
final class ResourceType: Sendable {
  /// What `Ref` gives, by the property or attribute that holds the same.
  enum Ref: Sendable {
    case id(String), arn(String), name(String), url(String), address(String)
  }

  /// An attribute that `Fn::GetAtt` gives.
  struct Attribute: Sendable, ExpressibleByStringLiteral {
    let name: String
    /// Whether it is a list.
    let isList: Bool

    init(stringLiteral name: StringLiteralType) { (self.name, isList) = (name, false) }
    private init(list name: String) { (self.name, isList) = (name, true) }

    static func list(_ name: String) -> Attribute { Attribute(list: name) }
  }

  /// `AWS::SERVICE::TYPE`.
  let name: String
  /// What `Ref` of a resource gives; nil where that is of no use.
  let ref: Ref?
  /// The properties whose values together only one resource of an account's region may have.
  let unique: [String]
  /// The protocol of the APIs that it belongs to, if only one protocol has it.
  let only: ApiType?
  /// What holds data that is lost with it, in words; nil for a type that holds none.
  let data: String?
  /// How many of them an account has in a region unless AWS is asked for more, and what they are called.
  let quota: (limit: Int, words: String)?
  /// Whether it may move to a nested stack: only parts of an API refer to it.
  let canMove: Bool
  /// Whether all of its properties are described, so that any other is a mistake.
  let isComplete: Bool
  /// What `Fn::GetAtt` gives; nil where that is not known.
  let attributes: [Attribute]?
  let properties: [Property]
  /// The property that holds its tags.
  let tags: Property?

  init(
    _ name: String, ref: Ref? = nil, unique: [String] = [], only: ApiType? = nil,
    data: String? = nil, quota: (limit: Int, words: String)? = nil, canMove: Bool = false, isComplete: Bool = true,
    attributes: [Attribute]? = nil, properties: [Property] = []
  ) {
    self.name = name
    self.ref = ref
    self.unique = unique
    self.only = only
    self.data = data
    self.quota = quota
    self.canMove = canMove
    self.isComplete = isComplete
    self.attributes = attributes
    self.properties = properties
    tags = properties.first { $0.traits.contains(.tags) }
  }
}

extension ResourceType {
  /// A property by its name.
  subscript(_ name: String) -> Property? { properties[name] }

  /// The names of its attributes; nil where they are not known.
  var attributeNames: [String]? { attributes?.map(\.name) }

  /// Whether AWS gives a property, so that it can be read by `Fn::GetAtt` and not be written.
  func isReadOnly(_ name: String) -> Bool {
    self[name] == nil && (attributes ?? []).contains { $0.name == name }
  }

  /// The same of what CloudFormation gets.
  func knowsAll(of own: Object) -> Bool {
    !isComplete || own.members.allSatisfy { self[$0.key] != nil || isReadOnly($0.key) }
  }

  /// Whether a resource's properties are known, every one of them, and no function gives more.
  func knowsAll(of own: RawProperty) -> Bool {
    !isComplete || !own.isFunction && own.members.allSatisfy { self[$0.name] != nil || isReadOnly($0.name) }
  }
}

extension [ResourceType.Property] {
  /// A property by its name. There are few enough to look through.
  subscript(_ name: String) -> ResourceType.Property? {
    let count = name.utf8.count
    for index in indices where self[index].name.utf8.count == count && self[index].name == name { return self[index] }
    return nil
  }
}
