import SpecReading

extension Rule {
  static let modelSelection = Rule(
    id: "WS019",
    severity: .warning,
    premise: .part,
    summary: "incomplete validation of messages by models",
    why: """
      API Gateway validates messages by the model that `modelSelectionExpression` selects; without the expression it
      validates nothing. It rejects a message whose model is not among `requestModels`, unless there is one for `$default`.
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
            $default: {lambda: chat, ⟦requestModels⟧: text⟪→ , modelSelectionExpression: $request.body.kind⟫}
          stage: live
      """,
    check: { model, report in
      for route in model.apis.messageRoutes {
        let (models, expression) = (route["RequestModels"], route["ModelSelectionExpression"])
        let words = (route.resource.words("RequestModels"), route.resource.words("ModelSelectionExpression"))
        if let models, !models.isFunction {
          if route.resource.lacks("ModelSelectionExpression") || expression?.text == "" {
            report.report(
              at: models.place, "messages are not validated without `\(words.1)`",
              help: "add `\(words.1)`, such as `$request.body.kind`, or `\\$default` for always this model")
          } else if models["$default"] == nil {
            report.report(
              at: models.place, "messages that match none of these models are rejected",
              help: "add a model for `$default`")
          }
        } else if let expression, route.resource.lacks("RequestModels") {
          report.report(
            at: expression, "`\(words.1)` has no effect without `\(words.0)`", help: "add `\(words.0)`, or leave it out"
          )
        }
      }
    })

  static let unknownModel = Rule(
    id: "WS026",
    severity: .error,
    premise: .name,
    summary: "unknown model",
    why: """
      A model belongs to one API. AWS rejects a route that names a model that its API does not have: "Invalid model
      specified".
      """,
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
    check: { model, report in
      // A model whose API or name is not known may be meant.
      if model.resources("Model").contains(where: { $0.api == nil || $0["Name"]?.text == nil }) { return }
      for api in model.apis.all where api.isWebSocket == true && api.resource != nil && model.spec.isWhole(api.mark) {
        let used = api.routes.flatMap(model.modelNames)
        if used.isEmpty { continue }
        let known = (api.element?.value.models.map(\.name) ?? []) + api.models.compactMap { $0["Name"]?.text }
        let set = Set(known)
        for name in used {
          guard let text = name.text, !set.contains(text) else { continue }
          let help =
            Suggestion.help(
              for: text, among: known,
              or: known.isEmpty ? "define it in the API's `models`" : "its models: " + Suggestion.list(known))
          report.report(at: name, "the API `\(api.name)` does not have a model \(Reader.quoted(text))", help: help)
        }
      }
    })

  static let unusedModel = Rule(
    id: "WS027",
    severity: .warning,
    premise: .spec,
    summary: "unused model",
    why: "A model that no route names is not written to the template. Most likely a route was meant to name it.",
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
    check: { model, report in
      for api in model.names.spec.apis where api.value.isWebSocket && model.spec.isWhole(api.mark) {
        for element in api.value.models {
          let id = model.names.id(.model(api.name, element.name))
          if model.resource(id) != nil || model.spec.values.pending.contains(where: { $0.id == id }) { continue }
          report.report(
            at: element.mark, "the model `\(element.name)` is not used by any route",
            help: "name it in `requestModels` or `returnResponse`, or leave it out")
        }
      }
    })
}

extension Model {
  /// The names of the models of a route and of its responses.
  fileprivate func modelNames(of route: Route) -> [Property] {
    (route["RequestModels"]?.members ?? []) + responses.of(route).flatMap { $0["ResponseModels"]?.members ?? [] }
  }
}
