import SpecReading
import YAMLTree

/// Properties and keys that only the other protocol supports.
extension Rule {
  static let httpKeyOfWebSocket = Rule(
    id: "WS028",
    severity: .error,
    premise: .place,
    summary: "HTTP API settings on a target of a WebSocket API",
    why: """
      A message does not have a path or a status, so AWS rejects what HTTP APIs do with them. `integrationResponses` change
      answers; `requestTemplates` and `requestParameters` are the input of an action.
      """,
    source: "API Gateway's CreateIntegration",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            ⟪
            $default:
              http: https://chat.example.com/messages
              responseParameters: {⟦404⟧: {statusCode: 200}}
            →
            $default: {http: https://chat.example.com/messages}
            ⟫
          stage: live
      """,
    check: { model, report in
      // What an action of a service needs instead of `IntegrationSubtype` is for another rule.
      let names = ResourceType.integration.names(only: .http).filter { $0 != "IntegrationSubtype" }
      for integration in model.apis.messageIntegrations {
        report.reportForeign(names, of: integration.resource, to: "HTTP")
        switch integration.target {
        case .aws(let target): report.reportForeign("parameters", at: target.parameters.entries.first?.mark, to: "HTTP")
        case .nlb(let target):
          report.reportForeign("stripStage", at: target.network.stripStage?.mark, to: "HTTP")
          report.reportForeign("vpc", at: target.network.vpc?.mark, to: "HTTP")
        default: break
        }
      }
    })

  static let messageRouteOfHttpApi = Rule(
    id: "WS020",
    severity: .error,
    premise: .place,
    summary: "WebSocket settings on a route of an HTTP API",
    why: """
      HTTP APIs do not support API keys and do not validate requests by models: "ApiKeyRequired is not currently supported
      for HTTP APIs".
      """,
    source: "API Gateway's CreateRoute",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com⟪, ⟦apiKeyRequired⟧: true →⟫}
      """,
    check: { model, report in
      // Route responses of HTTP APIs are for another rule.
      model.forEachMessageProperty(.route) { property in
        if property.name == "RouteResponseSelectionExpression" { return }
        // Nor do HTTP APIs have the models, which is reported where these are.
        let isOfModels = ["RequestModels", "ModelSelectionExpression"].contains(property.name)
        if isOfModels, let api = property.resource.api,
          api.element?.value.models.isEmpty == false || !api.models.isEmpty
        {
          return
        }
        report.reportForeign(property, to: "WebSocket")
      }
    })

  static let messageTargetOfHttpApi = Rule(
    id: "INT030",
    severity: .error,
    premise: .place,
    summary: "WebSocket settings on a target of an HTTP API",
    why: """
      An HTTP API passes requests on as they are, changed by `requestParameters` at most. AWS rejects templates, integration
      responses and the like.
      """,
    source: "API Gateway's CreateIntegration",
    example: """
      apis:
        store:
          routes:
            POST /books: {http: https://books.example.com⟪, requestTemplates: {⟦$default⟧: '{"a": 1}'} →⟫}
      """,
    check: { model, report in
      let names = ResourceType.integration.names(only: .websocket)
      for integration in model.apis.integrations where integration.isWebSocket == false {
        guard integration.target?.integration.serves(.http) ?? true else { continue }
        // A rule of its own is about types that only WebSocket APIs have.
        if integration.resource.isRaw, !["AWS", "HTTP", "MOCK"].contains(integration.type) {
          // The default value, which Terraform sends for every API, is accepted and ignored.
          let isDefault = integration["PassthroughBehavior"]?.text?.uppercased() == "WHEN_NO_MATCH"
          report.reportForeign(
            isDefault ? names.filter { $0 != "PassthroughBehavior" } : names, of: integration.resource, to: "WebSocket")
        }
        for key in integration.target?.integration.messageKeys ?? [] {
          report.reportForeign(key.key, at: key.mark, to: "WebSocket")
        }
        // `requestParameters` among the defaults of all routes are meant for other targets.
        if case .aws(let target) = integration.target {
          report.reportForeign(
            "requestParameters", at: target.requestParametersMark, to: "WebSocket",
            help: "write the parameters of the action in `parameters`")
        }
        for response in model.responses.of(integration) {
          report.reportForeign("IntegrationResponse", at: response.mark, to: "WebSocket")
        }
      }
    })

  static let unknownAction = Rule(
    id: "INT039",
    severity: .error,
    summary: "action of an HTTP API given by a function",
    why: "The properties of an integration depend on its action, so the name of the action must be a string.",
    source: "the language: one form for one integration",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              aws: ⟦!Ref AWS::StackName → SQS-SendMessage⟧
              parameters:
                QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
                MessageBody: $request.body
              credentials: arn:aws:iam::111122223333:role/orders
      """,
    isEssential: true,
    check: { model, report in
      model.spec.forEachTarget { answering in
        guard !answering.api.value.isWebSocket, case .aws(let target) = answering.target,
          case .intrinsic = target.name.content
        else { return }
        report.report(
          at: target.name.mark, "the action must be a string, found a function",
          help: "use the name of the action, such as `SQS-SendMessage`")
      }
    })

  static let messageApiOfHttpApi = Rule(
    id: "API011",
    severity: .error,
    premise: .place,
    summary: "WebSocket settings on an HTTP API",
    why: """
      Only WebSocket APIs support API keys, message validation, and connections that functions post to. AWS rejects their
      settings on an HTTP API.
      """,
    source: "API Gateway's CreateApi",
    example: """
      apis:
        store:
          ⟪
          ⟦apiKeySelectionExpression⟧: $request.header.x-api-key
          →⟫
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      for type in [ResourceType.api, .stage] {
        model.forEachMessageProperty(type) { property in
          report.reportForeign(property, to: "WebSocket")
        }
      }
      for api in model.apis.all where api.isWebSocket == false {
        report.reportForeign("senders", at: api.element?.value.senders?.mark, to: "WebSocket")
      }
    })
}

extension Rule.Report {
  /// Reports properties that only the other protocol supports.
  fileprivate mutating func reportForeign(_ names: [String], of resource: Model.Resource, to type: String) {
    for name in names {
      guard let property = resource[name] else { continue }
      reportForeign(property, to: type)
    }
  }

  /// Reports a property that only the other protocol supports.
  fileprivate mutating func reportForeign(_ property: Model.Property, to type: String) {
    reportForeign(property.word, at: property.place, to: type, isRaw: property.isRaw)
  }

  /// Reports a key that only the other protocol supports.
  fileprivate mutating func reportForeign(
    _ key: String, at mark: Mark?, to type: String, isRaw: Bool = false, help: String? = nil
  ) {
    guard let mark else { return }
    let word = isRaw ? "`ProtocolType: \(type.uppercased())`" : "`type: \(type.lowercased())`"
    report(at: mark, "`\(key)` is only supported on \(type) APIs", help: help ?? "remove it, or set \(word)")
  }
}
