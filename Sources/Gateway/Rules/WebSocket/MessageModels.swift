import CloudFormation
import SpecReading
import YAMLTree

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
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            ⟦text-message⟧: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: text-message, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            textMessage: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: textMessage, modelSelectionExpression: $request.body.kind}
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
    bad: """
      apis:
        store:
          models:
            ⟦book⟧: {schema: {type: object}}
          routes:
            $default: https://books.example.com
      """,
    good: """
      apis:
        store:
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

  /// Checks that do not happen, or refuse everything.
  static let modelSelection = Rule(
    id: "WS019",
    severity: .warning,
    summary: "`requestModels` that are never used, or that refuse what none of them is for",
    why: """
      Messages are checked where `modelSelectionExpression` says by which model. A message that it finds no model for is
      refused, unless there is one for `$default`.
      """,
    source: "API Gateway's page on request validation of WebSocket APIs",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: ⟦text⟧}
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: text, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { _, _, route in
        let messages = route.value.messages
        guard let first = messages.requestModels.first else {
          if let expression = messages.modelSelectionExpression {
            report.report(
              at: expression.mark, "there are no models to select", help: "write `requestModels`, or leave it out")
          }
          return
        }
        if messages.modelSelectionExpression == nil {
          report.report(
            at: first.mark, "no message is checked: nothing says by which model",
            help:
              "write `modelSelectionExpression`, such as `$request.body.kind`, or `\\$default` for this model always")
        } else if !messages.requestModels.contains(where: { $0.name == "$default" }) {
          report.report(
            at: first.mark, "messages that no model is for are refused", help: "write one for `$default` as well")
        }
      }
      for route in spec.rawGateway("Route", of: .websocket) where route.isWhole {
        let (models, expression) = (route["RequestModels"], route["ModelSelectionExpression"])
        if let models, expression == nil {
          report.report(
            at: models.key, "no message is checked: nothing says by which model",
            help: "write `ModelSelectionExpression`, such as `$request.body.kind`")
        } else if let expression, models == nil {
          report.report(
            at: expression.mark, "there are no models to select", help: "write `RequestModels`, or leave it out")
        }
      }
    })

  /// A model that is not there.
  static let unknownModel = Rule(
    id: "WS026",
    severity: .error,
    summary: "a route that names none of the API's models",
    why: "A model belongs to one API: routes name those under its own `models`.",
    source: "the language: a name is defined once and used by name",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default:
              lambda: chat
              requestModels: {$default: text, image: ⟦txet⟧}
              modelSelectionExpression: $request.body.kind
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default:
              lambda: chat
              requestModels: {$default: text, image: text}
              modelSelectionExpression: $request.body.kind
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { api, _, route in
        // An API that exists may have models of its own.
        guard case .created = api.value.form, spec.isWhole(api.mark) else { return }
        let known = api.value.models.map(\.name)
        for name in route.value.modelNames {
          guard let text = name.literal, !known.contains(text) else { continue }
          let help =
            Suggestion.nearest(to: text, among: known).map { "did you mean `\($0)`?" }
            ?? (known.isEmpty ? "define it in the API's `models`" : "it has " + Suggestion.list(known))
          report.report(at: name.mark, "the API `\(api.name)` has no model \(Reader.quoted(text))", help: help)
        }
      }
    })

  /// A model that is not written.
  static let unusedModel = Rule(
    id: "WS027",
    severity: .warning,
    summary: "a model that no route names",
    why: "What nobody uses is not written. Most likely a route was meant to name it.",
    source: "the language: nothing is silently ignored",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            ⟦text⟧: {schema: {type: object, required: [text]}}
          routes:
            $default: chat
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: text, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    check: { spec, report in
      for api in spec.webSocketApis where spec.isWhole(api.mark) {
        let used = Set(api.value.routes.flatMap(\.value.modelNames).compactMap(\.literal))
        for model in api.value.models where !used.contains(model.name) {
          let id = spec.names.id(.model(api.name, model.name))
          if spec.values.pending.contains(where: { $0.id == id }) { continue }
          report.report(
            at: model.mark, "no route names the model `\(model.name)`",
            help: "name it in `requestModels` or `returnResponse`, or leave it out")
        }
      }
    })
}

extension Route {
  /// The models that it names.
  fileprivate var modelNames: [Given<String>] {
    (messages.requestModels + (messages.returnResponse?.fields?.models ?? [])).map(\.value)
  }
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
