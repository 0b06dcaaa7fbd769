import SpecReading
import YAMLTree

extension Rule {
  /// Parameters as HTTP APIs have them.
  static let mappingOfHttp = Rule(
    id: "WS014",
    severity: .error,
    summary: "`requestParameters` of a WebSocket API in the form of HTTP APIs",
    why: """
      A WebSocket API says where a value goes (`integration.request.header.X`) and where it comes from
      (`route.request.…`, `context.…`, `stageVariables.…`). What HTTP APIs write there is refused.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachMessageParameter { parameter in
        guard seen.insert(parameter.mark).inserted else { return }
        if MessageDestination(parameter.name) == nil {
          report.report(
            at: parameter.mark, "\(Reader.quoted(parameter.name)) is no place in a request",
            help: MessageDestination.help(parameter.name))
        }
        guard let text = parameter.value.literal, text.hasPrefix("$") || text.hasPrefix("route.request."),
          MessageMapping.source(text) == nil
        else { return }
        report.report(
          at: parameter.value.mark, "\(Reader.quoted(text)) is no value that a WebSocket API knows",
          help: MessageMapping.help(text))
      }
    })

  /// Names of parameters.
  static let messageParameterName = Rule(
    id: "WS016",
    severity: .error,
    summary: "a parameter of a WebSocket API whose name or place AWS does not take",
    why: """
      Parameters of a route are called by where they stand, such as `route.request.querystring.room`, those of its answer
      `route.response.header.X`, and their names are made of letters, digits, `.`, `_`, `$` and `-`.
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
    check: { spec, report in
      spec.forEachMessageParameter { parameter in
        guard let destination = MessageDestination(parameter.name), !destination.isNamed else { return }
        report.report(
          at: parameter.mark, "\(Reader.quoted(destination.name)) is no name of a parameter",
          help: "names are made of letters, digits, `.`, `_`, `$` and `-`")
      }
      spec.forEachMessageRoute { _, _, route in
        let messages = route.value.messages
        for parameter in messages.routeParameters where !MessageMapping.declares(parameter.name, in: "route.request") {
          report.report(
            at: parameter.mark, "\(Reader.quoted(parameter.name)) is no parameter of a request",
            help: "write `route.request.header.NAME` or `route.request.querystring.NAME`")
        }
        for parameter in messages.returnResponse?.fields?.parameters ?? []
        where !MessageMapping.declares(parameter.name, in: "route.response") {
          report.report(
            at: parameter.mark, "\(Reader.quoted(parameter.name)) is no parameter of an answer",
            help: "write `route.response.header.NAME`")
        }
      }
    })
}

/// Where something is set in the request of an integration.
struct MessageDestination {
  let name: String

  init?(_ key: String) {
    let place = MessageMapping.destinations.first { key.hasPrefix("integration.request.\($0).") }
    guard let place else { return nil }
    name = String(key.dropFirst("integration.request.\(place).".count))
  }

  /// Whether its name is one that AWS takes.
  var isNamed: Bool { name.isMade(ofLettersDigitsAnd: "._$-") }

  /// What to write instead of another key.
  static func help(_ key: String) -> String {
    let parts = key.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let place = MessageMapping.destinations.first(where: { parts[1].hasPrefix("\($0).") }) {
      return "write `integration.request.\(place).\(parts[1].dropFirst(place.count + 1))`"
    }
    return "write `integration.request.header.NAME`, or `querystring` or `path` in place of `header`"
  }
}

extension MessageMapping {
  /// Whether a text declares a parameter of a request or an answer.
  static func declares(_ text: String, in owner: String) -> Bool {
    sources.contains { source in
      text.hasPrefix("\(owner).\(source).")
        && text.dropFirst(owner.count + source.count + 2).isMade(ofLettersDigitsAnd: "._$-")
    }
  }

  /// What to write instead of another value.
  static func help(_ text: String) -> String {
    let bare = text.filter { !"${}".contains($0) }
    if bare.hasPrefix("request.") {
      let parts = bare.split(separator: ".", maxSplits: 2).map(String.init)
      if parts.count > 1, parts[1] == "body" || sources.contains(parts[1]) { return "write `route.\(bare)`" }
    }
    if bare.hasPrefix("context.") || bare.hasPrefix("stageVariables.") { return "write `\(bare)`" }
    return "write `route.request.body.NAME`, `context.NAME`, `stageVariables.NAME`, or a text between single quotes"
  }
}

extension ResolvedSpec {
  /// Every entry of `requestParameters` of a WebSocket API.
  func forEachMessageParameter(_ body: (Named<Given<String>>) -> Void) {
    forEachMessageTarget { answering in
      for parameter in answering.target.integration.options.requestParameters?.parameters ?? [] { body(parameter) }
    }
    forEachProperty("Integration", of: .websocket, ["RequestParameters"]) { $0.texts.forEach(body) }
  }
}
