import TextSearch

/// Loops as the transform `AWS::LanguageExtensions` writes them out.
extension Template {
  /// More resources than a template can have are not written out.
  private static let limit = 500

  /// The template with the resources of each `Fn::ForEach` whose values are written in the template. Loops over values that
  /// only a deployment knows remain.
  public var withLoopsWrittenOut: Template {
    if !macros.members.contains(where: { $0.key.hasPrefix("Fn::ForEach") }) { return self }
    var result = self
    for loop in macros.members where loop.key.hasPrefix("Fn::ForEach") {
      guard let made = made(by: loop.value, Variables()), made.allSatisfy({ index(of: $0.id) == nil }) else { continue }
      result.macros[loop.key] = nil
      for resource in made { result.add(resource) }
    }
    return result
  }

  /// The resources of a loop; nil if they are not known.
  private func made(by loop: Value, _ variables: Variables) -> [Resource]? {
    guard case .list(let parts) = loop, parts.count == 3, let name = parts[0].text,
      let values = values(of: variables.applied(to: parts[1])), case .object(let bodies) = parts[2]
    else { return nil }
    var made: [Resource] = []
    for value in values {
      let inner = variables.with(name, value)
      for member in bodies.members {
        if member.key.hasPrefix("Fn::ForEach") {
          guard let more = self.made(by: member.value, inner) else { return nil }
          made += more
        } else {
          guard case .object(let body) = inner.applied(to: member.value) else { return nil }
          var resource = Resource(id: inner.applied(to: member.key), body: body)
          resource.origin = member.origin
          made.append(resource)
        }
        if made.count > Template.limit { return nil }
      }
    }
    return made
  }

  /// The values that a loop goes through, if they are literals or a cell of literals.
  private func values(of collection: Value) -> [String]? {
    let found = sections["Mappings"].flatMap { collection.cell(in: $0) } ?? collection
    guard case .list(let items) = found else { return nil }
    let texts = items.compactMap(\.scalar)
    return texts.count == items.count ? texts : nil
  }
}

/// The variables of loops, with their values.
private struct Variables {
  private var all: [(name: String, value: String)] = []

  func with(_ name: String, _ value: String) -> Variables {
    var result = self
    result.all.append((name, value))
    return result
  }

  /// A text with the values in place of `${NAME}`, and only their letters and digits in place of `&{NAME}`.
  func applied(to text: String) -> String {
    guard text.mentions("{") else { return text }
    return all.reduce(text) { text, variable in
      text.replacing("${\(variable.name)}", with: variable.value)
        .replacing("&{\(variable.name)}", with: variable.value.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
  }

  func applied(to value: Value) -> Value {
    switch value {
    case .number, .bool, .null: return value
    case .string(let text): return .string(applied(to: text))
    case .ref(let name):
      return all.last { $0.name == name }.map { .string($0.value) } ?? .ref(applied(to: name))
    case .getAtt(let id, let attribute): return .getAtt(applied(to: id), applied(to: attribute))
    case .list(let items): return .list(items.map { applied(to: $0) })
    case .object(let object):
      var result = Object(capacity: object.members.count)
      for member in object.members {
        result.set(Object.Member(key: applied(to: member.key), value: applied(to: member.value), origin: member.origin))
      }
      return Variables.simplified(result)
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
