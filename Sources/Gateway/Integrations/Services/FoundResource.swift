import CloudFormation
import SpecReading

/// What the address of a service's target was found to be.
enum FoundResource {
  /// A resource of `resources`.
  case resource(String)
  /// Something outside the template, by what AWS calls it.
  case arn(Value), url(Value), name(Value)
}

extension RawValues {
  /// What an address means; nil where it means nothing, or its form is not known.
  func find(_ thing: ServiceThing, _ address: ServiceAddress) -> FoundResource? {
    if let id = resource(thing.kind, address.given) { return .resource(id) }
    let form: ServiceAddress.Form?
    switch (address.form, address.given.content) {
    case (.plain, .literal(let text)):
      guard case .literal = names.find(thing.kind, address.given) else { return nil }
      form = thing.resource.form(of: text)
    case (.plain, .intrinsic): form = thing.resource.hasForms ? nil : .name
    case (let given, _): form = given
    }
    let value = value(address.given)
    switch form {
    case .arn: return .arn(value)
    case .url: return .url(value)
    case .name: return .name(value)
    case .plain, nil: return nil
    }
  }

  /// The resource that a logical id, or a `Ref` or `Fn::GetAtt` of it, means.
  func resource(_ kind: Kind, _ given: Given<String>) -> String? {
    switch given.content {
    case .literal:
      if case .resource(let id) = names.find(kind, given) { return id }
      return nil
    case .intrinsic(let node):
      switch value(node) {
      case .ref(let id), .getAtt(let id, _):
        return names.resourceTypes[id].flatMap { kind.resourceTypes.keys.contains($0) ? id : nil }
      default: return nil
      }
    }
  }

  /// The properties of one of `resources`.
  func properties(ofResource id: String) -> Object? {
    names.spec.resources.first { $0.name == id }.flatMap { value($0.value.node).object?["Properties"]?.object }
  }

  /// The ARN of the KMS key that a resource of `resources` is encrypted with; nil for aliases and for AWS's own keys,
  /// which need no permission.
  func key(of thing: ServiceThing, _ found: FoundResource) -> Value? {
    guard case .resource(let id) = found, let last = thing.resource.keyPath.last else { return nil }
    var properties = properties(ofResource: id)
    for name in thing.resource.keyPath.dropLast() { properties = properties?[name]?.object }
    switch properties?[last] {
    case .ref(let id)? where names.resourceTypes[id] == "AWS::KMS::Key": return .getAtt(id, "Arn")
    case .getAtt(let id, _)? where names.resourceTypes[id] == "AWS::KMS::Key": return .getAtt(id, "Arn")
    case .string(let text)? where text.hasPrefix("arn:") && text.mentions(":key/"): return .string(text)
    default: return nil
    }
  }
}

extension SpecNames {
  /// The resource that a text almost names, if it is no exact name of anything.
  func nearResource(_ kind: Kind, _ resource: ServiceResource, _ text: String) -> String? {
    if resourceTypes.isEmpty || text == resource.standard { return nil }
    // The logical id of something else was hardly meant as a name outside.
    if resourceTypes[text] != nil { return text }
    let fitting = resourceTypes.filter { kind.resourceTypes.keys.contains($0.value) }.keys.sorted()
    return Suggestion.nearest(to: text, among: fitting)
  }
}

extension ReferenceCheck {
  /// What to write for a service's target.
  func serviceHelp(_ kind: Kind, _ resource: ServiceResource, _ text: String) -> String {
    guard let near = names.nearResource(kind, resource, text) else { return resource.help }
    return "did you mean the resource `\(near)`?"
      + (resource.hasForms ? " One of that name outside the template is written `{name: \(text)}`" : "")
  }
}

extension Value {
  /// A part of a text, counted from 0: now where the text is known, else by CloudFormation.
  func part(_ index: Int, of separator: String) -> Value {
    if let text {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      return .string(parts.indices.contains(index) ? String(parts[index]) : "")
    }
    return ["Fn::Select": [.int(index), ["Fn::Split": [.string(separator), self]]]]
  }
}
