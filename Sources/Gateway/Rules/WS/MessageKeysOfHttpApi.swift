import SpecReading
import YAMLTree

extension Rule {
  /// Route keys of the other protocol.
  static let messageRouteOfHttpApi = Rule(
    id: "WS020",
    severity: .error,
    summary: "a route of an HTTP API with what only WebSocket APIs have",
    why: """
      HTTP APIs have no API keys and check no requests by models: "ApiKeyRequired is not currently supported for HTTP
      APIs".
      """,
    source: "API Gateway's CreateRoute",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com⟪, apiKeyRequired: ⟦true⟧ →⟫}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket {
        var seen: Set<Mark> = []
        for key in api.value.routes.flatMap(\.value.messageKeys) where seen.insert(key.mark).inserted {
          report.report(
            at: key.mark, "`\(key.key)` belongs to WebSocket APIs",
            help: "leave it out; if this is a WebSocket API, write `type: websocket`")
        }
      }
      // That an HTTP API has no route responses is for another rule.
      spec.forEachProperty(.route, of: .http, only: .websocket) { property in
        if property.name == "RouteResponseSelectionExpression" { return }
        report.report(
          at: property.key, "`\(property.name)` belongs to WebSocket APIs", help: RawApi.help(of: .http))
      }
    })

  /// API keys of the other protocol.
  static let messageApiOfHttpApi = Rule(
    id: "API011",
    severity: .error,
    summary: "an HTTP API with what only WebSocket APIs have",
    why: """
      API keys, checks of messages, and connections that a function could post to are of WebSocket APIs. AWS refuses their
      settings on an HTTP API.
      """,
    source: "API Gateway's CreateApi",
    example: """
      apis:
        store:
          ⟪
          apiKeySelectionExpression: ⟦$request.header.x-api-key⟧
          →⟫
          routes:
            $default: https://books.example.com
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket {
        var keys: [(String, Mark)] = []
        if case .created(let created) = api.value.form {
          if let given = created.apiKeySelectionExpression { keys.append(("apiKeySelectionExpression", given.mark)) }
          if let given = created.disableSchemaValidation { keys.append(("disableSchemaValidation", given.mark)) }
        }
        if let senders = api.value.senders { keys.append(("senders", senders.mark)) }
        for stage in api.value.stages ?? [] {
          if let given = stage.value.clientCertificate { keys.append(("clientCertificate", given.mark)) }
        }
        for (key, mark) in keys {
          report.report(
            at: mark, "`\(key)` belongs to WebSocket APIs",
            help: "leave it out; if this is a WebSocket API, write `type: websocket`")
        }
      }
      for type in [ResourceType.api, .stage] { spec.forEachProperty(type, of: .http, only: .websocket, refuse) }
      func refuse(_ property: RawProperty) {
        report.report(
          at: property.key, "`\(property.name)` belongs to WebSocket APIs", help: RawApi.help(of: .http))
      }
    })
}
