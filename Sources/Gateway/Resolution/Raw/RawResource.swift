import CloudFormation
import SpecReading
import YAMLTree

/// A resource of `resources` as rules look at it: CloudFormation's own properties, each with its place.
struct RawResource {
  /// Its logical id.
  let id: String
  /// Where that stands.
  let mark: Mark
  /// `AWS::…`.
  let type: String
  /// All of it: `Type`, `Properties`, `DependsOn` and their like.
  let attributes: RawProperty
  /// Its `Properties`.
  let properties: RawProperty
  /// Whether these are surely all properties that are written for it: what is not among them is missing.
  let isWhole: Bool

  /// Nil for what has no type.
  init?(_ element: Named<Raw>, values: RawValues, isWhole: Bool) {
    guard let type = values.names.resourceTypes[element.name], !type.isEmpty else { return nil }
    id = element.name
    mark = element.mark
    self.type = type
    attributes = RawProperty(name: "", key: element.mark, node: element.value.node, values: values)
    properties = attributes["Properties"] ?? RawProperty(name: "", key: element.mark, node: nil, values: values)
    // What seems to be missing may only be misspelt, which is told by itself.
    let isMisspelt = attributes.members.contains { $0.name != "Properties" && $0.name.lowercased() == "properties" }
    self.isWhole = isWhole && !isMisspelt && ResourceType.named(type)?.knowsAll(of: properties) ?? true
  }

  /// Whether it surely has no such property, under another spelling either.
  func lacks(_ name: String) -> Bool {
    guard isWhole, self[name] == nil, !properties.isFunction else { return false }
    let known = ResourceType.named(type)
    return !properties.members.contains { member in
      known?[member.name] == nil
        && (member.name.hasPrefix("Fn::") || Suggestion.nearest(to: member.name, among: [name]) != nil)
    }
  }

  /// A property, if it is given.
  subscript(_ name: String) -> RawProperty? { properties[name] }
}

extension ResolvedSpec {
  /// The resources of `resources` that are of a type, in the order written.
  func rawResources(_ type: String) -> [RawResource] { rawResourcesByType[type] ?? [] }
}

extension ResourceType {
  /// Whether all properties of a resource are known, and no function returns more.
  func knowsAll(of own: RawProperty) -> Bool {
    !isComplete || !own.isFunction && own.members.allSatisfy { self[$0.name] != nil || isReadOnly($0.name) }
  }
}
