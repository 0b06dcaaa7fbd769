import TextSearch

extension Template {
  /// The template with the resources of each `Fn::ForEach` whose values are written in the template, as the transform
  /// `AWS::LanguageExtensions` writes them out. Loops over values that only a deployment knows remain, and so do loops with
  /// more than a template can have.
  public var withLoopsWrittenOut: Template {
    if !macros.members.contains(where: { $0.key.hasPrefix("Fn::ForEach") }) { return self }
    var result = self
    for loop in macros.members where loop.key.hasPrefix("Fn::ForEach") {
      var writer = LoopWriter(mappings: sections["Mappings"])
      guard let made = writer.resources(of: loop.value, []), made.allSatisfy({ result.index(of: $0.id) == nil }) else {
        continue
      }
      result.macros[loop.key] = nil
      for resource in made { result.add(resource) }
    }
    return result
  }
}

/// Writes a loop out.
private struct LoopWriter {
  typealias Variable = (name: String, value: String)

  let mappings: Value?
  /// How many more values and bytes are written. Loops in loops multiply, and so do variables in the values of others.
  private var left = SplitTemplate.Limit.bytes

  init(mappings: Value?) { self.mappings = mappings }

  /// The resources of a loop; nil if they are not known or too many.
  mutating func resources(of loop: Value, _ variables: [Variable]) -> [Resource]? {
    guard case .list(let parts) = loop, parts.count == 3, let name = parts[0].text,
      let values = values(of: written(parts[1], variables)), case .object(let bodies) = parts[2]
    else { return nil }
    var made: [Resource] = []
    for value in values {
      left -= 1
      let inner = variables + [(name, value)]
      for member in bodies.members {
        if member.key.hasPrefix("Fn::ForEach") {
          guard let more = resources(of: member.value, inner) else { return nil }
          made += more
        } else {
          guard case .object(let body) = written(member.value, inner) else { return nil }
          var resource = Resource(id: written(member.key, inner), body: body)
          resource.origin = member.origin
          made.append(resource)
        }
        if left <= 0 || made.count > SplitTemplate.Limit.resources { return nil }
      }
      if left <= 0 { return nil }
    }
    return made
  }

  /// The values that a loop goes through, if they are literals or a cell of literals.
  private func values(of collection: Value) -> [String]? {
    let found = mappings.flatMap { collection.cell(in: $0) } ?? collection
    guard case .list(let items) = found else { return nil }
    let texts = items.compactMap(\.scalar)
    return texts.count == items.count ? texts : nil
  }

  /// A text with the values in place of `${NAME}`, and only their letters and digits in place of `&{NAME}`.
  private mutating func written(_ text: String, _ variables: [Variable]) -> String {
    left -= 1
    guard text.mentions("{") else { return text }
    left -= text.utf8.count
    let plain = replacing(after: UInt8(ascii: "&"), in: text, variables) { value in
      value.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return replacing(after: UInt8(ascii: "$"), in: plain, variables) { $0 }
  }

  private mutating func replacing(
    after sign: UInt8, in text: String, _ variables: [Variable], by form: (String) -> String
  ) -> String {
    text.replacingSubstitutions(after: sign) { name in
      guard left > 0, let value = variables.last(where: { $0.name == name })?.value else { return nil }
      left -= value.utf8.count
      return form(value)
    }
  }

  private mutating func written(_ value: Value, _ variables: [Variable]) -> Value {
    switch value {
    case .number, .bool, .null: return value
    case .string(let text): return .string(written(text, variables))
    case .ref(let name):
      return variables.last { $0.name == name }.map { .string($0.value) } ?? .ref(written(name, variables))
    case .getAtt(let id, let attribute): return .getAtt(written(id, variables), written(attribute, variables))
    case .list(let items): return .list(items.map { written($0, variables) })
    case .object(let object):
      var result = Object(capacity: object.members.count)
      for member in object.members {
        let key = written(member.key, variables)
        result.set(Object.Member(key: key, value: written(member.value, variables), origin: member.origin))
      }
      return LoopWriter.simplified(result)
    }
  }

  /// A function whose arguments have become texts, as it is written without a loop.
  private static func simplified(_ object: Object) -> Value {
    guard object.members.count == 1 else { return .object(object) }
    switch (object.members[0].key, object.members[0].value) {
    case ("Ref", .string(let name)): return .ref(name)
    case ("Fn::GetAtt", .list(let parts)):
      guard parts.count == 2, let id = parts[0].text, let attribute = parts[1].text else { return .object(object) }
      return .getAtt(id, attribute)
    case ("Fn::Sub", .string(let text)) where text.mentions("${!"): return .object(object)
    case ("Fn::Sub", _), ("Fn::Join", _):
      let parts = Value.object(object).textParts ?? [.null]
      let texts = parts.compactMap(\.scalar)
      return texts.count == parts.count ? .string(texts.joined()) : .object(object)
    default: return .object(object)
    }
  }
}
