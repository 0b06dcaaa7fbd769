import CloudFormation
import SpecReading

extension Rule {
  /// Models as AWS takes them.
  static let modelForm = Rule(
    id: "WS017",
    severity: .error,
    summary: "a model whose name or schema AWS does not take",
    why: """
      Models have names of letters and digits: "Model name must be alphanumeric". Their schemas are JSON schemas of draft
      4, of 32,768 characters at most.
      """,
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
    check: { spec, report in
      for model in spec.webSocketApis.flatMap(\.value.models) {
        if !model.name.isMade(ofLettersDigitsAnd: "") {
          report.report(at: model.mark, "a model's name is made of letters and digits")
        }
        guard !model.value.schema.mark.isNowhere else { continue }
        let schema = spec.values.value(model.value.schema.node)
        if let flaw = ModelSchema.flaw(in: schema) {
          report.report(at: model.value.schema.mark, flaw.message, help: flaw.help)
        }
      }
      for model in spec.rawGateway("Model") {
        if let name = model["Name"], let text = name.text, !text.isMade(ofLettersDigitsAnd: "") {
          report.report(at: name.mark, "a model's name is made of letters and digits")
        }
        if let schema = model["Schema"], !schema.isFunction, let flaw = ModelSchema.flaw(in: schema.value) {
          report.report(at: schema.mark, flaw.message, help: flaw.help)
        }
      }
    })

  /// Models are of WebSocket APIs.
  static let modelOfHttpApi = Rule(
    id: "WS018",
    severity: .error,
    summary: "`models` on an HTTP API",
    why: """
      HTTP APIs do not check bodies, and have no models: "Currently, Models are not permitted for APIs with a protocol type
      of HTTP".
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
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket {
        guard let first = api.value.models.first else { continue }
        report.report(
          at: first.mark, "an HTTP API has no models",
          help: "let the function check what it gets; if this is a WebSocket API, write `type: websocket`")
      }
      for model in spec.rawGateway("Model", of: .http) {
        report.report(at: model.mark, "an HTTP API has no models", help: RawApi.help(of: .http))
      }
    })
}

/// Schemas of models.
enum ModelSchema {
  private static let limit = 32_768

  /// What is wrong with one, and what to write.
  static func flaw(in schema: Value) -> (message: String, help: String?)? {
    switch schema {
    case .string(let text):
      if text.utf8.count > limit { return tooLong(text.utf8.count) }
      var check = JSONCheck(text)
      let isObject = text.drop { $0.isWhitespace }.hasPrefix("{") && check.firstFlaw == nil
      return isObject ? nil : ("a schema is a mapping, or the JSON text of one", nil)
    case .object(let object):
      if let draft = object["$schema"]?.text, !draft.mentions("draft-04") {
        return (
          "schemas are of draft 4 of JSON schema",
          "write `$schema: \"http://json-schema.org/draft-04/schema#\"`, or leave it out"
        )
      }
      let length = length(of: schema)
      return length > limit ? tooLong(length) : flaw(inKeywords: object)
    case .ref, .getAtt: return nil
    case .list, .number, .bool, .null: return ("a schema is a mapping, or the JSON text of one", nil)
    }
  }

  /// The types of draft 4.
  private static let types = ["array", "boolean", "integer", "null", "number", "object", "string"]
  /// Keywords whose values are schemas by name, and those whose values are schemas.
  private static let named = ["properties", "patternProperties", "definitions"]
  private static let nested = ["items", "additionalProperties", "not"]

  /// What is wrong with the keywords that authors mistake most, in a schema and those inside it.
  private static func flaw(inKeywords schema: Object) -> (message: String, help: String?)? {
    if let type = schema["type"]?.text, !types.contains(type) {
      return ("JSON schema has no type \(Reader.quoted(type))", Suggestion.help(for: type, among: types))
    }
    if case .bool = schema["required"] {
      return ("`required` is a list of the names of properties in draft 4", "write it beside `properties`: `[NAME]`")
    }
    if case .list([]) = schema["required"] { return ("`required` names nothing", "leave it out") }
    var inner = nested.compactMap { schema[$0]?.object }
    inner += named.flatMap { schema[$0]?.object?.members.compactMap(\.value.object) ?? [] }
    for case let found? in inner.map(flaw(inKeywords:)) { return found }
    return nil
  }

  private static func tooLong(_ length: Int) -> (message: String, help: String?) {
    ("the schema has \(length) characters; AWS takes \(limit)", nil)
  }

  /// About as many characters as its JSON text has.
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
