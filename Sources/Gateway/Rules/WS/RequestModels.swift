import SpecReading

extension Rule {
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
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: ⟦text → text, modelSelectionExpression: $request.body.kind⟧}
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
    example: """
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
              requestModels: {$default: text, image: ⟦txet → text⟧}
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
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            ⟦text⟧: {schema: {type: object, required: [text]}}
          routes:
            $default: ⟪chat → {lambda: chat, requestModels: text, modelSelectionExpression: $request.body.kind}⟫
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
