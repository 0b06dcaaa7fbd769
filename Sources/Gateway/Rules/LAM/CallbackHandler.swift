import TextSearch

extension Rule {
  static let callbackHandler = Rule(
    id: "LAM027",
    severity: .error,
    summary: "inline code with a callback handler, or with a streamed response",
    why: """
      Node.js 24 and later runtimes have no `callback` argument of handlers: the call fails with
      `Runtime.CallbackHandlerDeprecated`. `awslambda.streamifyResponse` is for function URLs and REST APIs; HTTP and WebSocket
      APIs do not stream.
      """,
    source: "Lambda's page on Node.js runtimes (nodejs24.x); Lambda's page on response streaming",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: ⟦"exports.handler = ⟪(event, context, callback) => callback(null, { statusCode: 200 }) → async () => ({ statusCode: 200 })⟫;"⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        guard let code = function["Code"]?["ZipFile"], let text = code.text,
          let runtime = function["Runtime"]?.text, runtime.hasPrefix("nodejs")
        else { continue }
        if text.mentions("streamifyResponse(") {
          report.report(
            at: code, "HTTP and WebSocket APIs do not stream responses",
            help: "return the response as an object: `{ statusCode, body }`")
        } else if let version = Int(runtime.dropFirst(6).prefix { $0.isNumber }), version >= 24, text.hasCallback {
          report.report(
            at: code, "`\(runtime)` has no callback argument of handlers",
            help: "use an `async` handler that returns the response")
        }
      }
    })
}

extension StringProtocol {
  /// Whether a handler has a third argument: `(event, context, callback)`.
  fileprivate var hasCallback: Bool {
    guard let start = firstRange(of: "handler"), let open = self[start.upperBound...].firstIndex(of: "("),
      let close = self[open...].firstIndex(of: ")")
    else { return false }
    let arguments = self[index(after: open)..<close].split(separator: ",")
    return arguments.count == 3 && !arguments.contains { $0.contains("=") || $0.contains("\"") }
  }
}
