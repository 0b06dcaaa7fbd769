import CloudFormation
import SpecReading
import TextSearch

/// The resource that a service's target resolves to.
enum FoundResource {
  /// A resource in `resources`.
  case resource(String)
  /// A resource outside of the template, by its identifier in AWS.
  case arn(Value), url(Value), name(Value)
}

extension RawValues {
  /// The resource of an identifier; nil if it does not exist or its kind is unknown.
  func find(_ thing: ServiceThing, _ address: ServiceAddress) -> FoundResource? {
    if let id = resource(thing.kind, address.given) { return .resource(id) }
    let value = value(address.given)
    let form: ServiceAddress.Form?
    switch (address.form, address.given.content) {
    case (.plain, .literal(let text)):
      guard case .literal = names.find(thing.kind, address.given) else { return nil }
      form = thing.resource.form(of: text)
    case (.plain, .intrinsic): form = thing.resource.hasForms ? thing.form(ofFunction: value) : .name
    case (let given, _): form = given
    }
    switch form {
    case .arn: return .arn(value)
    case .url: return .url(value)
    case .name: return .name(value)
    case .plain, nil: return nil
    }
  }

  /// The logical ID that a string, `Ref` or `Fn::GetAtt` refers to.
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

  /// The ARN of the KMS key of a resource in `resources`; nil for AWS managed keys, which need no permission, and for
  /// aliases of other stacks.
  func key(of thing: ServiceThing, _ found: FoundResource) -> Value? {
    guard case .resource(let id) = found, let last = thing.resource.keyPath.last else { return nil }
    var properties = properties(ofResource: id)
    for name in thing.resource.keyPath.dropLast() { properties = properties?[name]?.object }
    return properties?[last].flatMap { keyArn($0) }
  }

  /// The ARN of a KMS key by its ID, ARN or alias.
  private func keyArn(_ key: Value, mayBeAlias: Bool = true) -> Value? {
    switch key {
    case .ref(let id), .getAtt(let id, _):
      if names.resourceTypes[id] == "AWS::KMS::Key" { return .getAtt(id, "Arn") }
      guard mayBeAlias, names.resourceTypes[id] == "AWS::KMS::Alias" else { return nil }
      return properties(ofResource: id)?["TargetKeyId"].flatMap { keyArn($0, mayBeAlias: false) }
    case .string(let text):
      if text.hasPrefix("arn:") { return text.mentions(":key/") ? key : nil }
      if text.hasPrefix("alias/") {
        if !mayBeAlias { return nil }
        let aliases = names.resourceTypes.filter { $0.value == "AWS::KMS::Alias" }.keys
        let alias = aliases.filter { properties(ofResource: $0)?["AliasName"]?.text == text }.min()
        return alias.flatMap { keyArn(.ref($0)) }
      }
      return text.contains("-") ? ServiceArn(service: "kms", prefix: "key/").make(.region, .account, key) : nil
    default: return nil
    }
  }
}

extension SpecNames {
  /// The resource whose logical ID is similar to a text, if the text is not exactly a name of an element.
  func nearResource(_ kind: Kind, _ resource: ServiceResource, _ text: String) -> String? {
    if resourceTypes.isEmpty || text == resource.standard { return nil }
    // The logical ID of another kind of resource is hardly the name of a resource outside of the template.
    if resourceTypes[text] != nil { return text }
    let fitting = resourceTypes.filter { kind.resourceTypes.keys.contains($0.value) }.keys.sorted()
    return Suggestion.nearest(to: text, among: fitting)
  }
}

extension ReferenceCheck {
  /// The help for a service's target.
  func serviceHelp(_ kind: Kind, _ resource: ServiceResource, _ text: String) -> String {
    guard let near = names.nearResource(kind, resource, text) else { return resource.help }
    return "did you mean the resource `\(near)`?"
      + (resource.hasForms ? " If it is a resource outside of the template, write `{name: \(text)}`" : "")
  }
}

extension Value {
  /// A component of a string, counted from 0: a literal if the string is known, otherwise a function.
  func part(_ index: Int, of separator: String) -> Value {
    if let text {
      let parts = text.parts(separatedBy: separator)
      return .string(parts.indices.contains(index) ? String(parts[index]) : "")
    }
    return ["Fn::Select": [.int(index), ["Fn::Split": [.string(separator), self]]]]
  }
}

extension ServiceThing {
  /// The form of a value, where its text or the attribute of a resource shows it.
  func form(of value: Value, in names: SpecNames) -> ServiceAddress.Form? {
    func isOwn(_ id: String) -> Bool { names.resourceTypes[id].map(kind.resourceTypes.keys.contains) ?? false }
    switch value {
    case .string where value.isDynamicReference: return nil
    case .string(let text): return text.hasPrefix("arn:") ? .arn : text.mentions("://") ? .url : .name
    case .ref(let id) where isOwn(id): return resource.parameterForm ?? .name
    case .getAtt(let id, let attribute) where isOwn(id): return resource.attributes[attribute]
    default: return form(ofFunction: value)
    }
  }

  /// The form of what a function gives, where it begins with a literal.
  func form(ofFunction value: Value) -> ServiceAddress.Form? {
    guard let text = AwsUri.beginning(of: value) else { return nil }
    if text.hasPrefix("arn:") { return .arn }
    guard case .url = resource.parameter else { return nil }
    return text.hasPrefix("https://") || text.hasPrefix("http://") ? .url : nil
  }
}
