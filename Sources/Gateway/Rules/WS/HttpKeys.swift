import Diagnostics
import SpecReading
import TextSearch

extension Rule {
  /// Keys that no message selects.
  static let httpKeyAmongMessages = Rule(
    id: "WS038",
    severity: .warning,
    summary: "method and path, a space at the end or an invisible character in the route key of a WebSocket API",
    why: """
      A WebSocket API compares a route key with the text that the route selection expression takes from a message. No client
      sends `GET /orders` there, so the route never runs.
      """,
    source: "API Gateway's page on routes of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            ⟦GET /orders → orders⟧: chat
            $default: chat
          stage: live
      """,
    check: { model, report in
      for route in model.apis.messageRoutes {
        if case .message(let text)? = route.key?.form,
          [text.first, text.last].contains(where: { $0?.isWhitespace ?? false })
        {
          report.report(
            at: route.mark, "the route key \(Reader.quoted(text)) begins or ends with a space",
            help: "remove it: a message must have exactly the text of the route key")
        }
        if case .message(let text)? = route.key?.form, let plain = withoutInvisible(text) {
          report.report(
            at: route.mark, "the route key \(Reader.quoted(text)) has an invisible character",
            help: "write `\(plain)`: a message must have exactly the text of the route key")
        }
        guard case .message(let text)? = route.key?.form, let slash = text.firstRange(of: " /"),
          HttpMethod(rawValue: String(text[..<slash.lowerBound])) != nil
        else { continue }
        report.report(
          at: route.mark, "messages do not have a method and a path",
          help: "use the word that selects the route, such as `orders`; for HTTP requests, remove `type: websocket`")
      }
    })
}
