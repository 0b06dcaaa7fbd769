import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  static let modelName = Rule(
    id: "WS017",
    severity: .error,
    summary: "invalid model name",
    why:
      "API Gateway rejects names with other characters than letters and digits: \"Model name must be alphanumeric\".",
    source: "API Gateway's CreateModel, found by deployments (cdk-preflight: model-name-alphanumeric)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            ⟦text-message → textMessage⟧: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: ⟪text-message → textMessage⟫, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    check: { model, report in
      for (name, text) in model.resources("Model").flatMap({ $0["Name"]?.choices ?? [] }) {
        if text.isMade(ofLettersDigitsAnd: "") { continue }
        report.report(
          at: name, "\(Reader.quoted(text)) is not a valid model name", help: "use letters and digits")
      }
    })

  static let modelSchema = Rule(
    id: "WS037",
    severity: .error,
    premise: .element,
    summary: "invalid schema of a model",
    why: """
      API Gateway rejects a model whose schema is not JSON schema draft 4, has other keywords, or is longer than 32,768
      characters: "Invalid model specified", "Unsupported keyword(s)".
      """,
    source: "API Gateway's CreateModel; aws-cdk#14585 and #11716 (keywords)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            message: {⟦schema⟧: {type: ⟪text → string⟫}}
          routes:
            $default: {lambda: chat, requestModels: message, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    check: { model, report in
      for part in model.resources("Model") {
        guard let schema = part["Schema"], !schema.isFunction, let flaw = ModelSchema.flaw(in: schema.value)
        else { continue }
        report.report(at: schema, flaw.message, help: flaw.help)
      }
    })

  static let modelOfHttpApi = Rule(
    id: "WS018",
    severity: .error,
    summary: "model on an HTTP API",
    why: """
      HTTP APIs do not validate bodies and do not support models: "Currently, Models are not permitted for APIs with a
      protocol type of HTTP".
      """,
    source: "API Gateway's CreateModel, found by deployments (cdk-preflight: model-websocket-only)",
    example: """
      apis:
        store:
          ⟪
          models:
            ⟦book⟧: {schema: {type: object}}
          →⟫
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false {
        let marks = (api.element?.value.models.first?.mark).map { [$0] } ?? api.models.map(\.mark)
        for mark in marks {
          report.report(
            at: mark, "HTTP APIs do not support models",
            help: "leave it out, and validate requests in the function; or change the API's protocol")
        }
      }
    })
}

/// Schemas of models.
enum ModelSchema {
  private static let limit = 32_768

  /// The message and the help for an invalid schema.
  static func flaw(in schema: Value) -> (message: String, help: String?)? {
    switch schema {
    case .string(let text):
      if text.utf8.count > limit { return tooLong(text.utf8.count) }
      var check = JSONCheck(text)
      let isObject = text.drop { $0.isWhitespace }.hasPrefix("{") && check.firstFlaw == nil
      if !isObject { return ("the schema must be a mapping or its JSON text", "use `{type: object}`") }
      return text.mentions("//json-schema.org/draft") && !text.mentions("draft-04") ? otherDraft : nil
    case .object(let object):
      if let draft = object["$schema"]?.text, !draft.mentions("draft-04") { return otherDraft }
      let length = length(of: schema)
      return length > limit ? tooLong(length) : flaw(inKeywords: object)
    case .ref, .getAtt: return nil
    case .list, .number, .bool, .null: return ("the schema must be a mapping or its JSON text", "use `{type: object}`")
    }
  }

  private static let otherDraft: (message: String, help: String?) = (
    "the schema must be JSON schema draft 4",
    "use `$schema: \"http://json-schema.org/draft-04/schema#\"`, or leave it out"
  )

  /// The types of draft 4.
  private static let types = ["array", "boolean", "integer", "null", "number", "object", "string"]
  /// Keywords whose values are schemas by name, and those whose values are schemas.
  private static let named = ["properties", "patternProperties", "definitions"]
  private static let nested = ["items", "additionalProperties", "not"]
  /// Keywords whose values are integers that are not negative, and those whose values are numbers.
  private static let sizes = ["maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"]
  private static let numbers = ["maximum", "minimum", "multipleOf"]
  /// Keywords whose values are true or false in draft 4, and numbers only in later drafts.
  private static let flags = ["exclusiveMinimum", "exclusiveMaximum"]

  /// All keywords of draft 4.
  private static let keywords =
    [
      "$ref", "$schema", "additionalItems", "allOf", "anyOf", "default", "dependencies", "description", "enum",
      "format", "id", "oneOf", "pattern", "required", "title", "type", "uniqueItems",
    ] + named + nested + sizes + numbers + flags

  /// The most common mistakes in a schema and those inside it.
  private static func flaw(inKeywords schema: Object) -> (message: String, help: String?)? {
    for member in schema.members where !keywords.contains(member.key) && !member.key.hasPrefix("Fn::") {
      return (
        "\(Reader.quoted(member.key)) is not a keyword of JSON schema draft 4",
        Suggestion.nearest(to: member.key, among: keywords).map { "did you mean `\($0)`?" } ?? "remove it"
      )
    }
    if let type = schema["type"]?.text, !types.contains(type) {
      return ("\(Reader.quoted(type)) is not a valid type of JSON schema", Suggestion.help(for: type, among: types))
    }
    if case .bool = schema["required"] {
      return ("in draft 4 `required` must be a list of property names", "add `required: [NAME]` beside `properties`")
    }
    if let name = schema["required"]?.text {
      return ("`required` must be a list of property names", "use `required: [\(name)]`")
    }
    for name in named {
      if case .list = schema[name] {
        return ("`\(name)` must be a mapping of names to schemas", "use `{NAME: {type: string}}`")
      }
    }
    for name in flags {
      if case .number = schema[name] {
        return ("in draft 4 `\(name)` must be true or false", "write the number as `minimum` or `maximum`")
      }
    }
    for name in sizes {
      if case .number(let text) = schema[name], let number = Int(text), number >= 0 { continue }
      if schema[name]?.scalar != nil { return ("`\(name)` must be an integer that is not negative", nil) }
    }
    for name in numbers {
      if let text = schema[name]?.text {
        return ("`\(name)` must be a number, found the string \(Reader.quoted(text))", nil)
      }
    }
    if case .list([]) = schema["required"] { return ("`required` is empty", "leave it out") }
    var inner = nested.compactMap { schema[$0]?.object }
    inner += named.flatMap { schema[$0]?.object?.members.compactMap(\.value.object) ?? [] }
    for case let found? in inner.map(flaw(inKeywords:)) { return found }
    return nil
  }

  private static func tooLong(_ length: Int) -> (message: String, help: String?) {
    ("the schema has \(length) characters; at most \(limit) are allowed", "use a simpler schema")
  }

  /// About the length of its JSON text.
  private static func length(of value: Value) -> Int {
    switch value {
    case .string(let text): text.utf8.count + 2
    case .number(let text): text.utf8.count
    case .bool, .null: 4
    case .list(let items): items.reduce(2) { $0 + length(of: $1) + 1 }
    case .object(let object): object.members.reduce(2) { $0 + $1.key.utf8.count + length(of: $1.value) + 4 }
    case .ref, .getAtt: 0
    }
  }
}
