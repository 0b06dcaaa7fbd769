import SpecReading

extension Rule {
  static let mappingOfHttp = Rule(
    id: "WS014",
    severity: .error,
    summary: "invalid parameter mapping of a WebSocket API",
    why: """
      A WebSocket API maps a source (`route.request.…`, `context.…`, `stageVariables.…`) to a destination
      (`integration.request.header.X`), and the answer of the integration (`integration.response.…`) to
      `route.response.header.X`. AWS rejects the syntax of HTTP APIs.
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
      for (parameter, side) in model.messageParameters {
        if side.name(ofDestination: parameter.name) == nil {
          report.report(
            at: parameter.key, "\(Reader.quoted(parameter.name)) is not a valid destination",
            help: side.help(destination: parameter.name))
        }
        for (value, text) in parameter.choices where side.isMeantAsSource(text) && !side.isSource(text) {
          report.report(
            at: value, "\(Reader.quoted(text)) is not a valid source on a WebSocket API", help: side.help(source: text))
        }
      }
    })

  static let unquotedStaticValue = Rule(
    id: "WS015",
    severity: .error,
    summary: "static value of a parameter mapping without single quotes",
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
      for (parameter, side) in model.messageParameters {
        for (value, text) in parameter.choices where !side.isMeantAsSource(text) && !side.isSource(text) {
          report.report(at: value, "a static value needs single quotes", help: "use `\"'\(text)'\"`")
        }
        let open = parameter.openText { open in
          !open.start.isEmpty && !side.isMeantAsSource(open.start) && !side.isSource(open.start + "'")
        }
        if open != nil, let text = parameter.value.spelled {
          report.report(at: parameter, "a static value needs single quotes", help: "write `!Sub \"'\(text)'\"`")
        }
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
      for (parameter, side) in model.messageParameters {
        guard let name = side.name(ofDestination: parameter.name), !name.isMade(ofLettersDigitsAnd: "._$-") else {
          continue
        }
        report.report(
          at: parameter.key, "\(Reader.quoted(name)) is not a valid parameter name",
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
          guard let name = parameter.text.flatMap(MessageMapping.opening) else { continue }
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
  /// The parameter mappings of WebSocket APIs that are written in the spec.
  var messageParameters: [(parameter: Property, side: MessageMapping.Side)] {
    let requests = apis.messageIntegrations.flatMap { $0["RequestParameters"]?.members.filter(\.isWritten) ?? [] }
    let answers = resources("IntegrationResponse").flatMap {
      $0["ResponseParameters"]?.members.filter(\.isWritten) ?? []
    }
    return requests.map { ($0, .request) } + answers.map { ($0, .answer) }
  }
}
