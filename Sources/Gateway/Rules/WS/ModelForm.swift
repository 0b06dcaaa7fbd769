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
    source: "API Gateway's CreateModel; the meta-schema of draft 4; aws-cdk#14585 and #11716 (keywords)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            message: {schema: {type: ⟦text → string⟧}}
          routes:
            $default: {lambda: chat, requestModels: message, modelSelectionExpression: $request.body.kind}
          stage: live
      """,
    check: { model, report in
      for part in model.resources("Model") {
        guard let schema = part["Schema"], let flaw = ModelSchema.flaw(in: schema) else { continue }
        report.report(flaw)
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
