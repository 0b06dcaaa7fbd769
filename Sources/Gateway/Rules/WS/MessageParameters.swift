import SpecReading

extension Rule {
  static let mappingOfHttp = Rule(
    id: "WS014",
    severity: .error,
    summary: "invalid request parameter of a WebSocket API",
    why: """
      A WebSocket API maps a source (`route.request.…`, `context.…`, `stageVariables.…`) to a destination
      (`integration.request.header.X`). AWS rejects the syntax of HTTP APIs.
      """,
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default:
              lambda: chat
              requestParameters:
                integration.request.header.x-room: ⟦$request.body.room → route.request.body.room⟧
                ⟦append:header.x-stage → integration.request.header.x-stage⟧: context.stage
          stage: live
      """,
    check: { model, report in
      for parameter in model.messageParameters {
        if MessageDestination(parameter.name) == nil {
          report.report(
            at: parameter.key, "\(Reader.quoted(parameter.name)) is not a valid destination",
            help: MessageDestination.help(parameter.name))
        }
        for (value, text) in parameter.choices
        where MessageMapping.isMeantAsSource(text) && MessageMapping.source(text) == nil {
          report.report(
            at: value, "\(Reader.quoted(text)) is not a valid source on a WebSocket API",
            help: MessageMapping.help(text))
        }
      }
    })

  static let unquotedStaticValue = Rule(
    id: "WS015",
    severity: .error,
    summary: "static request parameter without single quotes",
    why: """
      On a WebSocket API a static value is written in single quotes; AWS rejects any other string. In YAML double quotes
      around it keep the single ones.
      """,
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              http: https://chat.example.com/messages
              requestParameters: {integration.request.header.Accept: ⟦application/json → "'application/json'"⟧}
          stage: live
      """,
    check: { model, report in
      for (parameter, text) in model.messageParameters.flatMap(\.choices) {
        guard !MessageMapping.isMeantAsSource(text), MessageMapping.source(text) == nil else { continue }
        report.report(at: parameter, "a static value needs single quotes", help: "use `\"'\(text)'\"`")
      }
    })

  static let messageParameterName = Rule(
    id: "WS016",
    severity: .error,
    summary: "invalid parameter name on a WebSocket API",
    why: """
      AWS names a route's parameters `route.request.querystring.NAME` or `route.request.header.NAME`, those of its response
      `route.response.header.NAME`, and rejects names with other characters than letters, digits, `.`, `_`, `$` and `-`.
      """,
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, auth: iam, routeParameters: {⟦room → route.request.querystring.room⟧: {required: true}}}
            $disconnect: chat
            $default: chat
          stage: live
      """,
    check: { model, report in
      for parameter in model.messageParameters {
        guard let destination = MessageDestination(parameter.name), !destination.isNamed else { continue }
        report.report(
          at: parameter.key, "\(Reader.quoted(destination.name)) is not a valid parameter name",
          help: "use letters, digits, `.`, `_`, `$` and `-`")
      }
      for route in model.apis.messageRoutes {
        for parameter in route["RequestParameters"]?.members ?? []
        where !MessageMapping.declares(parameter.name, in: "route.request") {
          report.report(
            at: parameter.key, "\(Reader.quoted(parameter.name)) is not a valid request parameter",
            help: "use `route.request.header.NAME` or `route.request.querystring.NAME`")
        }
        for parameter in model.responses.of(route).flatMap({ $0["ResponseParameters"]?.members ?? [] })
        where !MessageMapping.declares(parameter.name, in: "route.response") {
          report.report(
            at: parameter.key, "\(Reader.quoted(parameter.name)) is not a valid response parameter",
            help: "use `route.response.header.NAME`")
        }
      }
    })

  static let openingValueInMessage = Rule(
    id: "WS013",
    severity: .error,
    summary: "header or query parameter on a route other than `$connect`",
    why: """
      Only the request that opens a connection has headers and a query string. A message has a body, and the context of its
      connection.
      """,
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default:
              lambda: chat
              requestParameters: {integration.request.header.x-room: ⟦route.request.querystring.room → route.request.body.room⟧}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations {
        for parameter in integration["RequestParameters"]?.members ?? [] {
          guard case .opening(let name)? = parameter.text.flatMap(MessageMapping.source) else { continue }
          for line in integration.lines {
            guard let route = line.routes.first(where: { !($0.key?.isReserved("connect") ?? true) }) else { continue }
            report.report(
              only: route.place(of: parameter.mark), noOpening(route),
              help: "use the body (`route.request.body.\(name)`), or do this on `$connect`")
          }
        }
      }
      for route in model.apis.messageRoutes where !(route.key?.isReserved("connect") ?? true) {
        let written = route["RequestParameters"]?.members.first { $0.isWritten && MessageMapping.isDeclarable($0.name) }
        if let written { report.report(at: written.key, noOpening(route), help: "declare it on `$connect`") }
      }
    })

  private static func noOpening(_ route: Model.Route) -> String {
    "messages to `\(route.name)` do not have headers or a query string"
  }
}

extension Model {
  /// The request parameters of the integrations of WebSocket APIs that are written in the spec.
  fileprivate var messageParameters: [Property] {
    apis.messageIntegrations.flatMap { $0["RequestParameters"]?.members.filter(\.isWritten) ?? [] }
  }
}

/// Where something is set in the request of an integration.
struct MessageDestination {
  let name: String

  init?(_ key: String) {
    let place = MessageMapping.destinations.first { key.hasPrefix("integration.request.\($0).") }
    guard let place else { return nil }
    name = String(key.dropFirst("integration.request.\(place).".count))
  }

  /// Whether AWS accepts its name.
  var isNamed: Bool { name.isMade(ofLettersDigitsAnd: "._$-") }

  /// Help for an invalid key.
  static func help(_ key: String) -> String {
    let parts = key.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let place = MessageMapping.destinations.first(where: { parts[1].hasPrefix("\($0).") }) {
      return "use `integration.request.\(place).\(parts[1].dropFirst(place.count + 1))`"
    }
    return "use `integration.request.header.NAME`, or `querystring` or `path` in place of `header`"
  }
}

extension MessageMapping {
  /// Whether it is a valid parameter of a request or a response.
  static func declares(_ text: String, in owner: String) -> Bool {
    sources.contains { source in
      text.hasPrefix("\(owner).\(source).")
        && text.dropFirst(owner.count + source.count + 2).isMade(ofLettersDigitsAnd: "._$-")
    }
  }

  /// Whether a value is not a static one. `method.request.…` is the form of REST APIs.
  static func isMeantAsSource(_ text: String) -> Bool {
    ["$", "route.request.", "method.request."].contains { text.hasPrefix($0) }
  }

  /// Help for an invalid value.
  static func help(_ text: String) -> String {
    let plain = text.filter { !"${}".contains($0) }
    let bare = plain.hasPrefix("method.request.") ? String(plain.dropFirst("method.".count)) : plain
    if bare.hasPrefix("request.") {
      let parts = bare.split(separator: ".", maxSplits: 2).map(String.init)
      if parts.count > 1, parts[1] == "body" || sources.contains(parts[1]) { return "use `route.\(bare)`" }
    }
    if bare.hasPrefix("context.") || bare.hasPrefix("stageVariables.") { return "use `\(bare)`" }
    return "use `route.request.body.NAME`, `context.NAME`, `stageVariables.NAME`, or a string in single quotes"
  }
}
