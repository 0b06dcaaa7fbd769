import CloudFormation
import SpecReading
import YAMLTree

/// Values that CloudFormation checks only when it creates the resource.
extension Rule {
  /// A string where a list is expected, and the like.
  static let propertyForm = Rule(
    id: "CFN017",
    severity: .error,
    summary: "property with a value of the wrong kind",
    why: """
      CloudFormation converts between strings, numbers and booleans. It rejects a string or a mapping where a list is expected:
      "expected type: JSONArray, found: String".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ⟪⟦"*"⟧, MaxAge: ⟦5m⟧ → ["*"], MaxAge: 300⟫}}
      """,
    check: { model, report in
      var misplaced: Set<String> = []
      for (difference, _) in model.differences {
        guard case .form(let property, let wanted) = difference else { continue }
        let advice = help(forSetting: property, wanted)
        // All settings of the same stage are in the wrong place.
        if advice != nil, !misplaced.insert(property.resource.id).inserted { continue }
        let word =
          property.resource.source == .document
          ? property.resource.documentWord(for: property.name) : property.word
        report.report(
          at: property, "`\(word)` expects \(wanted.description), found \(found(property, wanted))",
          help: wanted.help(property) ?? advice)
      }
      let tree = model.names.tree
      for section in model.names.spec.section("Globals").map({ Array(tree.entries($0.node)) }) ?? []
      where tree.kind(tree.target(section.value)) != .mapping {
        report.report(
          at: tree.mark(section.value), "`\(tree.string(section.key))` of `globals` expects a mapping",
          help: "write properties: `NAME: VALUE`")
      }
      for api in model.serverlessApis { checkText(api["Auth"]?["DefaultAuthorizer"], &report) }
    })

  /// A list where SAM expects a string.
  private static func checkText(_ property: Model.Property?, _ report: inout Report) {
    guard let property, property.form == .list else { return }
    report.report(
      at: property, "`\(property.name)` expects a string, found a list", help: property.onlyItem.map { "write `\($0)`" }
    )
  }

  /// The help for a setting of routes where a route key is expected.
  private static func help(forSetting property: Model.Property, _ wanted: PropertyForm) -> String? {
    guard property.resource.type == ResourceType.stage.name, !wanted.isScalar,
      ResourceType.stage["DefaultRouteSettings"]?.form.at([property.name][...]) != nil
    else { return nil }
    return
      "write it in `DefaultRouteSettings`, or under a route key: `RouteSettings: {GET /books: {\(property.name): …}}`"
  }

  private static func found(_ property: Model.Property, _ wanted: PropertyForm) -> String {
    if property.isFunction, wanted.isScalar, let text = property.texts.first(where: { !wanted.accepts($0) }) {
      return Reader.quoted(text)
    }
    switch property.form {
    case .nothing: return "nothing"
    case .scalar: return property.text.map(Reader.quoted) ?? (wanted.isScalar ? "a list" : "a string")
    case .list: return "a list"
    case .mapping where property.value.object?["Condition"] != nil: return "a mapping"
    case .mapping where property.value.object?["Fn::ToJsonString"] != nil: return "JSON"
    case .mapping: return property.isFunction ? (wanted.isScalar ? "a list" : "a string") : "a mapping"
    }
  }
}

extension PropertyForm: CustomStringConvertible {
  var description: String {
    switch shape {
    case .text: "a string"
    case .integer: "a whole number"
    case .number: "a number"
    case .flag: "`true` or `false`"
    case .any: "a value"
    case .list: "a list"
    case .map, .json, .object: "a mapping"
    }
  }

  /// The number of `30s` or `512 MB`, if a number is expected.
  private func numberWithoutUnit(_ text: String) -> Substring? {
    let digits = text.prefix(while: \.isNumber)
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    if case .flag = shape { return nil }
    return digits.isEmpty || !["s", "sec", "seconds", "MB", "mb", "days", "d"].contains(unit) ? nil : digits
  }

  /// What to write in place of a property's value.
  fileprivate func help(_ property: Model.Property) -> String? {
    if let members = property.value.object?.members, members.count == 1,
      let function = ShortTag.functionName(withoutPrefix: members[0].key)
    {
      return "did you mean `\(function)`?"
    }
    if let text = property.text, Value.pseudoParameters.contains(text) { return "write `!Ref \(text)`" }
    return switch (shape, property.form) {
    case (_, .nothing): "add a value, or remove it"
    case (.integer, .scalar) where property.value.mayBeOctal:
      property.text.flatMap { text in
        Int(text).map { "write `\($0)`, or `\(Int(text, radix: 8) ?? 0)`, which YAML 1.1 takes `\(text)` for" }
      }
    case (.integer, .scalar), (.number, .scalar), (.flag, .scalar):
      property.value.meaningInYAML11.flatMap { accepts($0) ? "write `\($0)`" : nil }
        ?? property.text.flatMap(numberWithoutUnit).map { "write `\($0)`: the number has no unit" }
    case (.list, .scalar):
      property.text.map { text in
        // A comma may be part of a value, but not of methods and the like; the quotes are those of REST APIs.
        let isQuoted = text.utf8.count > 2 && text.hasPrefix("'") && text.hasSuffix("'")
        let items = (isQuoted ? text.dropFirst().dropLast() : text[...]).split(separator: ",").map {
          $0.drop { $0 == " " }
        }
        let shown = text.utf8.count > 60 ? "…" : items.map { $0 == "*" ? "\"*\"" : String($0) }.joined(separator: ", ")
        return "write a list: `[\(shown)]`"
      } ?? "write it in brackets: `[…]`"
    case (.list, .mapping) where !property.isFunction: "write the mapping in brackets: `[{…}]`"
    case (.object, .list) where property.name == "Events": "give each event a name: `Events: {NAME: {Type: …}}`"
    case (.map, .list): "write `NAME: VALUE` for each"
    case (.text, .list) where property.onlyItem != nil: property.onlyItem.map { "write `\($0)`" }
    case (.text, .list) where property.name == "Method": "write `ANY`, or an event for each"
    case (.text, .mapping)
    where property.resource.type == ResourceType.integration.name && !property.isFunction
      && ["MessageAttributes", "MessageBody", "Detail", "Input", "Data"].contains(property.name):
      "write it as a string with JSON"
    case (.text, .mapping) where property.value.object?["Fn::GetAZs"] != nil: "choose one: `!Select [0, !GetAZs \"\"]`"
    case (.text, .mapping) where property.isItem && property.isFunction: "write it without the brackets"
    case (.text, let found) where found == .list || property.isFunction: "join it: `!Join [\",\", …]`"
    default: nil
    }
  }
}

extension Model.Property {
  /// The text of the only item of a list.
  fileprivate var onlyItem: String? { items.flatMap { $0.count == 1 ? $0[0].text : nil } }

  /// Its value, for messages.
  var found: String {
    switch form {
    case .nothing: "nothing"
    case .scalar: text.map(Reader.quoted) ?? "a string"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
