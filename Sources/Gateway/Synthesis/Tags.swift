import CloudFormation
import SpecReading

extension Synthesis {
  /// Adds tags to a resource that takes them: the spec's, over them those of the elements that it is written for, the
  /// nearest last. What the program calls a resource itself is nearer than the spec, and for a part of an element
  /// also nearer than that: a subnet keeps its name.
  mutating func tag(_ resource: inout Resource, of type: ResourceType, _ extras: Extras) {
    guard let property = type.tags else { return }
    var tags = Object()
    for tag in names.spec.tags { tags.set(tag) { value($0) } }
    let own = Tagging.members(resource.properties[property.name]).members
    for tag in own { tags.set(tag) }
    for element in extras.elements {
      for tag in element.tags { tags.set(tag) { value($0) } }
      if let first = element.tags.first { tagged.insert(first.mark) }
    }
    if !extras.isMain {
      for tag in own { tags.set(tag) }
    }
    if tags.members.count > 50 {
      let all = names.spec.tags + extras.owners.flatMap(\.tags) + (extras.options?.tags ?? [])
      fail(
        .tooManyVariablesOrTags, at: (all.dropFirst(50).first ?? all.last)?.mark ?? .nowhere,
        "\(tags.members.count) tags on one resource; AWS allows 50", help: "remove some of them")
    }
    if !tags.isEmpty { resource.properties[property.name] = Tagging.value(tags, property.form) }
  }

  /// Adds the spec's tags to a resource in AWS's words, next to its own.
  func addTags(to properties: inout Object, of type: String) {
    guard !names.spec.tags.isEmpty, let form = TaggedTypes.form(of: type) else { return }
    // SAM rejects tags of an API whose document it does not have.
    if type == "AWS::Serverless::HttpApi", properties["DefinitionUri"] != nil { return }
    var tags = Object()
    for tag in names.spec.tags { tags.set(tag) { value($0) } }
    if type == ResourceType.prefix + "Api", properties["Body"] != nil || properties["BodyS3Location"] != nil {
      // AWS rejects `Tags` beside a document, which has those of the API.
      if case .object(let document)? = properties["Body"], document["openapi"] != nil {
        properties["Body"] = .object(document.withTags(tags, replacing: false))
      }
      return
    }
    let own = properties["Tags"]
    switch (own, form) {
    case (nil, _), (.list?, .list): break
    case (.object?, .map): if own?.isFunction ?? false { return }
    default: return
    }
    if case .list(let entries)? = own {
      let keys = Set(entries.compactMap { $0.object?["Key"]?.text })
      let rest = tags.members.filter { !keys.contains($0.key) }
      properties["Tags"] = .list(entries + Tagging.list(rest))
      return
    }
    for tag in own?.object?.members ?? [] { tags.set(tag) }
    properties["Tags"] = form == .map ? .object(tags) : Tagging.listOrNothing(tags.members)
  }

  /// Tags of an element that is written, although nothing that takes them is written for it.
  mutating func checkTags() {
    let given = names.elements.compactMap { path, options in options.tags.first.map { (path: path, mark: $0.mark) } }
    let idle = given.filter { !tagged.contains($0.mark) }
    if idle.isEmpty { return }
    let paths = Set(placed.map(\.path))
    for (path, mark) in idle where paths.contains(path) && tagged.insert(mark).inserted {
      fail(
        .conflict, at: mark, "`\(path)` has no resource that supports tags",
        help: "remove `tags`")
    }
  }
}
