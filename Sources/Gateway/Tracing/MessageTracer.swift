import CloudFormation
import TextSearch
import YAMLTree

extension Trace {
  /// Traces a message to a WebSocket API; `headers` are those of the connection.
  ///
  /// Source: API Gateway's page on selection expressions: the key is the result of the route selection expression, a
  /// missing value is empty; other messages, and those that are not JSON, go to `$default`.
  public init(
    message: String, headers: [TracedRequest.Pair], through model: Model, _ options: Options
  ) throws(TraceProblem) {
    self.init()
    let api = try model.api(named: options.api, isWebSocket: true)
    self.api = api.name
    add(.api, "`\(api.name)`, WebSocket", at: api.mark)
    let stages = TracedStage.all(of: api)
    let stage = options.stage.map { name in stages.first { $0.name == name } } ?? stages.first
    guard let stage else {
      throw TraceProblem(
        message: options.stage.map { "the API \(api.name) has no stage \($0)" } ?? "the API \(api.name) has no stage")
    }
    self.stage = stage.name
    add(.stage, "`\(stage.name)`", at: stage.mark)
    let tracer = MessageTracer(api: api, body: RequestBody(message))
    tracer.addConnection(headers, to: &self)
    tracer.addRoute(to: &self)
  }
}

/// The way of a message.
private struct MessageTracer {
  let api: Model.Api
  let body: RequestBody

  /// The authorization of the connection, which is evaluated once.
  func addConnection(_ headers: [TracedRequest.Pair], to trace: inout Trace) {
    guard let connect = api.routes.first(where: { $0.name == "$connect" }) else {
      trace.add(.authorization, "none: the API has no `$connect` route, so everyone can connect", at: api.mark)
      return
    }
    let words = connect.authorizationWords
    trace.add(
      .authorization, words == "none" ? "none: everyone can connect" : "\(words), evaluated on `$connect` only",
      at: connect.mark)
    let request = TracedRequest(method: "GET", target: "/", headers: headers)
    connect.authorizer?.forEachIdentitySource { source, text in
      for name in text.headerNames where request.header(name) == nil {
        trace.add(
          .authorization, "connections without the header `\(name)` get 401", at: source.mark, isRejected: true)
      }
    }
  }

  func addRoute(to trace: inout Trace) {
    let expression = api.resource?["RouteSelectionExpression"]
    let text = expression?.text ?? "$request.body.action"
    let mark = expression?.mark ?? api.mark
    let isJSON = body.isObject
    let key = isJSON ? key(of: text) : nil
    trace.add(
      .message, key.map { "`\(text)` is `\($0)`" } ?? "the message is not a JSON object, so `\(text)` is not evaluated",
      at: mark)
    let own = key.flatMap { key in
      api.routes.first { $0.name == key && ["$connect", "$disconnect"].contains(key) == false }
    }
    let fallback = api.routes.first { $0.name == "$default" }
    trace.candidates = [(own ?? fallback)?.name]
    if !api.isComplete { trace.doubt("`\(api.name)` may have other routes, which are not in the spec") }
    guard let route = own ?? fallback else {
      trace.add(
        .route, "no route has this key, and there is no `$default` route: the client gets an error message",
        at: api.mark)
      return
    }
    trace.outcome = .route
    trace.route = route.name
    trace.add(.route, route.name + (own == nil ? ": no route has this key" : ""), at: route.mark)
    if let integration = route.integration {
      trace.add(.target, integration.words, at: route.place(of: integration.mark))
    } else {
      trace.doubt("the integration of `\(route.name)` is not in the spec")
    }
  }

  /// The result of the route selection expression.
  private func key(of expression: String) -> String {
    var result = ""
    var index = expression.startIndex
    for variable in MappingVariable.all(in: expression) where variable.selector == "body" {
      result += expression[index..<variable.range.lowerBound]
      result += body.value(at: String(variable.path.dropFirst("body".count))) ?? ""
      index = variable.range.upperBound
    }
    return (result + expression[index...]).replacing("\\$", with: "$")
  }
}

extension String {
  /// The names of headers in an identity source of a WebSocket API, `route.request.header.Auth`.
  fileprivate var headerNames: [String] {
    let prefix = "route.request.header."
    return hasPrefix(prefix) ? [String(dropFirst(prefix.count))] : []
  }
}
