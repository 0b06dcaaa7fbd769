import CloudFormation
import SpecReading
import TextSearch

/// A CloudFormation resource type: everything that the program knows about it, described once.
///
/// Properties, attributes and tags come from CloudFormation's resource schemas of 2026-10-20, as cfn-lint bundles
/// them; a test compares. Lengths, words and protocols of API Gateway's types come from its API reference.
final class ResourceType: Sendable {
  /// The value of `Ref`, as the property or attribute with the same value.
  enum Ref: Sendable {
    case id(String), arn(String), name(String), url(String), address(String)

    /// The value in words.
    var noun: String {
      switch self {
      case .id: "ID"
      case .arn: "ARN"
      case .name: "name"
      case .url: "URL"
      case .address: "address"
      }
    }
  }

  /// An attribute for `Fn::GetAtt`.
  struct Attribute: Sendable, ExpressibleByStringLiteral {
    let name: String
    /// Whether it is a list.
    let isList: Bool

    init(stringLiteral name: StringLiteralType) { (self.name, isList) = (name, false) }
    private init(list name: String) { (self.name, isList) = (name, true) }

    static func list(_ name: String) -> Attribute { Attribute(list: name) }
  }

  /// When a resource moves to a nested stack because the main stack has no room for it. One with a name that AWS holds
  /// unique does not: CloudFormation creates it in the other stack before it deletes the old one.
  enum Moves: Sendable {
    /// First: nothing outside of the stack notices another ID.
    case first
    /// If that is not enough: it gets another ARN.
    case later
    /// Later, if it is retained: it holds data.
    case ifRetained
    /// With the resource that a property refers to, in whose scope its name is unique.
    case with(String)
    /// With all routes of its API.
    case withRoutes
  }

  /// `AWS::SERVICE::TYPE`.
  let name: String
  /// The value of `Ref`; nil if it is not useful.
  let ref: Ref?
  /// The properties whose combined values must be unique in an account and region.
  let unique: [String]
  /// Those of them that AWS has a default for, which are written with `?`.
  let uniqueDefaults: [String]
  /// The default quota per account and region, and the noun for messages.
  let quota: (limit: Int, words: String)?
  /// When it moves to a nested stack; nil if never: its ID is known outside of the stack.
  let moves: Moves?
  /// Whether all of its properties are described, so that others are unknown.
  let isComplete: Bool
  /// The attributes for `Fn::GetAtt`; nil if they are unknown.
  let attributes: [Attribute]?
  /// Properties that `Fn::GetAtt` returns as well, which CloudFormation's schemas do not list; cfn-lint does.
  let readable: [Attribute]
  let properties: [Property]
  /// The property with its tags.
  let tags: Property?

  @inline(never)
  init(
    _ name: String, ref: Ref? = nil, unique: [String] = [],
    quota: (limit: Int, words: String)? = nil, moves: Moves? = nil, isComplete: Bool = true,
    attributes: [Attribute]? = nil, readable: [Attribute] = [], properties: [Property] = []
  ) {
    self.name = name
    self.ref = ref
    self.unique = unique.map { $0.utf8.last == UInt8(ascii: "?") ? String($0.dropLast()) : $0 }
    uniqueDefaults = unique.filter { $0.utf8.last == UInt8(ascii: "?") }.map { String($0.dropLast()) }
    self.quota = quota
    self.moves = moves
    self.isComplete = isComplete
    self.attributes = attributes
    self.readable = readable
    self.properties = properties
    tags = properties.first { $0.traits.contains(.tags) }
  }
}

extension ResourceType {
  /// A property by its name.
  subscript(_ name: String) -> Property? { properties[name] }

  /// The names of its attributes; nil if they are unknown.
  var attributeNames: [String]? { attributes?.map(\.name) }

  /// The names of all that `Fn::GetAtt` returns; nil if they are unknown.
  var readableNames: [String]? { attributes.map { ($0 + readable).map(\.name) } }

  /// Whether `Fn::GetAtt` returns this; nil if its attributes are unknown.
  func hasAttribute(_ name: String) -> Bool? {
    guard let names = readableNames else { return nil }
    if names.contains(name) { return true }
    // The parts of a property that is not described may be attributes.
    let parts = name.parts(separatedBy: ".")
    if parts.count > 1, case .any? = self[String(parts[0])]?.form.shape { return nil }
    return false
  }

  /// Whether an attribute is a list.
  func isList(_ attribute: String) -> Bool {
    ((attributes ?? []) + readable).contains { $0.isList && $0.name == attribute }
  }

  /// What to write instead of an attribute that the type does not have.
  func help(forAttribute name: String) -> String? {
    guard let known = attributeNames else { return nil }
    switch ref {
    case .id(name)?, .name(name)?, .url(name)?: return "use `!Ref`, which returns `\(name)`"
    default: break
    }
    let ending = name.lowercased()
    let near =
      Suggestion.nearest(to: name, among: readableNames ?? [])
      ?? known.first { $0.lowercased().hasSuffix(ending) }
    if let near, !name.isEmpty { return "did you mean `\(near)`?" }
    // The same with another first word: `DistributionDomainName` of a REST API's domain is `RegionalDomainName`.
    let rest = name.dropFirst().drop { !$0.isUppercase }
    if rest.utf8.count > 8, let other = known.first(where: { $0.hasSuffix(rest) }) { return "did you mean `\(other)`?" }
    let shown = known.filter { !$0.contains(".") }
    return shown.isEmpty ? nil : "its attributes: " + Suggestion.list(shown)
  }

  /// Whether a property can be read with `Fn::GetAtt`, but not set.
  func isReadOnly(_ name: String) -> Bool {
    self[name] == nil && (attributes ?? []).contains { $0.name == name }
  }

  /// The same for the names that CloudFormation gets.
  func knowsAll(of own: Object) -> Bool {
    !isComplete || own.members.allSatisfy { self[$0.key] != nil || isReadOnly($0.key) }
  }
}

extension [ResourceType.Property] {
  /// A property by its name. A linear search is sufficient for their number.
  subscript(_ name: String) -> ResourceType.Property? {
    let count = name.utf8.count
    for index in indices where self[index].name.utf8.count == count && self[index].name == name { return self[index] }
    return nil
  }
}
