import TextSearch
import YAMLTree

/// Traces requests through the APIs of a model.
///
/// The order of the steps is API Gateway's: domain and base path, stage, CORS and route, authorization, throttle, target.
struct Tracer {
  let model: Model
  let request: TracedRequest
  let options: Trace.Options
  private(set) var trace = Trace()

  init(_ model: Model, _ request: TracedRequest, _ options: Trace.Options) {
    (self.model, self.request, self.options) = (model, request, options)
  }

  /// Does all steps.
  mutating func run() throws(TraceProblem) -> Trace {
    guard let entry = try enter() else { return trace }
    trace.api = entry.api.name
    trace.stage = entry.stage.name
    let selection = RouteChoice(entry.api, method: request.method, path: RequestPath(entry.path))
    if selection.winner == nil, let preflight = Preflight(entry.api, request) {
      preflight.add(to: &trace)
      return trace
    }
    selection.add(to: &trace, path: entry.path)
    guard let winner = selection.winner else { return trace }
    if let preflight = Preflight(entry.api, request) { preflight.add(to: &trace, takenBy: winner.route) }
    Preflight.addResponse(of: entry.api, request, to: &trace)
    let values = RequestValues(request, entry, winner)
    if AuthorizationCheck(winner.route, values).add(to: &trace) {
      addThrottle(of: winner.route, entry.stage)
      BackendCall(winner, entry, values).add(to: &trace)
    }
    return trace
  }

  private mutating func addThrottle(of route: Model.Route, _ stage: TracedStage) {
    let own = stage.stage?["RouteSettings"]?[route.name]
    guard let settings = own?.throttle == nil ? stage.stage?["DefaultRouteSettings"] : own,
      let words = settings.throttle
    else { return }
    let scope = own?.throttle == nil ? "each route of the stage" : "this route"
    trace.add(.throttle, "\(words), for \(scope); more requests get 429", at: settings.key)
  }
}

extension Trace {
  /// The options that select an API and a stage.
  public struct Options: Sendable {
    /// The key or logical ID of the API.
    public var api: String?
    /// The name of the stage; then the path is one of the API's routes, without the stage.
    public var stage: String?

    /// Options.
    public init(api: String? = nil, stage: String? = nil) { (self.api, self.stage) = (api, stage) }
  }

  /// Traces an HTTP request.
  public init(_ request: TracedRequest, through model: Model, _ options: Options) throws(TraceProblem) {
    var tracer = Tracer(model, request, options)
    self = try tracer.run()
  }
}

// MARK: - Domain and stage

extension Tracer {
  private mutating func enter() throws(TraceProblem) -> EntryPoint? {
    if let host = request.host, !host.contains(".execute-api.") { return enter(at: host) }
    let api = try model.api(named: options.api, isWebSocket: false)
    if request.host == nil, options.stage == nil, api.answersAtEndpoint == false,
      let mapping = model.domains.mappings(of: api).first(where: { $0.hostText != nil && $0.stageName != nil }),
      let host = mapping.hostText
    {
      let base = mapping.pathText ?? ""
      trace.add(
        .domain,
        "`\(host)\(base.isEmpty ? "" : "/" + base)`: the default endpoint is disabled; the path follows the base path",
        at: mapping.mark)
      return enter(api, mapping, path: request.path)
    }
    if request.host != nil, api.answersAtEndpoint == false {
      trace.add(.domain, "the default endpoint of `\(api.name)` is disabled: 404", at: api.mark)
      trace.status = 404
      return nil
    }
    trace.add(.api, "`\(api.name)`, default endpoint", at: api.mark)
    return try enter(atEndpointOf: api)
  }

  private mutating func enter(at host: String) -> EntryPoint? {
    let mappings = model.domains.mappings.filter { mapping in
      mapping.hostText?.matches(host: host) ?? false && mapping.api?.isWebSocket != true
    }
    if mappings.isEmpty {
      trace.add(.domain, "no API mapping of the spec has the host `\(host)`")
      return nil
    }
    guard let (found, rest) = HostMappings(mappings).longest(for: request.path) else {
      trace.add(.domain, "no API mapping of `\(host)` has a base path of `\(request.path)`", at: mappings[0].hostMark)
      return nil
    }
    let words = found.path.isEmpty ? "the empty base path" : "base path `\(found.path)`"
    trace.add(.domain, "`\(host)`, \(words)", at: found.mapping.mark)
    guard let api = found.mapping.api else {
      trace.add(.api, "the API is not in the spec", at: found.mapping.mark)
      return nil
    }
    trace.add(.api, "`\(api.name)`", at: api.mark)
    return enter(api, found.mapping, path: rest)
  }

  private mutating func enter(_ api: Model.Api, _ mapping: Model.ApiMapping, path: String) -> EntryPoint? {
    let name = mapping.stageName
    let stages = TracedStage.all(of: api)
    let stage =
      stages.first { $0.name == name } ?? TracedStage(name: name ?? "$default", stage: nil, mark: mapping.mark)
    if name == nil { trace.doubt("the stage of the API mapping is only known at deployment") }
    trace.add(.stage, "`\(stage.name)`, by the API mapping", at: stage.mark)
    return EntryPoint(api: api, stage: stage, path: path, basePath: mapping.pathText)
  }

  /// The stage: the one that the first segment of the path names, else `$default`.
  private mutating func enter(atEndpointOf api: Model.Api) throws(TraceProblem) -> EntryPoint? {
    let stages = TracedStage.all(of: api)
    let entry = { (stage: TracedStage, path: String) in
      EntryPoint(api: api, stage: stage, path: path, basePath: nil)
    }
    if let name = options.stage {
      guard let stage = stages.first(where: { $0.name == name }) else {
        throw TraceProblem(
          message: "the API \(api.name) has no stage \(name); its stages: \(stages.map(\.name).joined(separator: ", "))"
        )
      }
      trace.add(.stage, "`\(name)`", at: stage.mark)
      return entry(stage, request.path)
    }
    let first = RequestPath(request.path).segments.first ?? ""
    if let stage = stages.first(where: { $0.name == first && $0.name != "$default" }) {
      trace.add(.stage, "`\(first)`, the first segment of the path", at: stage.mark)
      let rest = request.path.dropFirst(first.count + 1)
      return entry(stage, rest.isEmpty ? "/" : String(rest))
    }
    if let stage = stages.first(where: { $0.name == "$default" }) {
      trace.add(.stage, "`$default`", at: stage.mark)
      return entry(stage, request.path)
    }
    if stages.isEmpty, api.isComplete == false {
      trace.doubt("the stages of `\(api.name)` are not in the spec")
      return entry(TracedStage(name: "$default", stage: nil, mark: .nowhere), request.path)
    }
    let names = stages.map { "/\($0.name)\(request.path == "/" ? "" : request.path)" }
    trace.add(
      .stage,
      "no stage is named `\(first)`, and there is no `$default` stage: 404"
        + (names.isEmpty ? "" : "; write \(names.joined(separator: " or ")), or --stage"), at: api.mark)
    trace.status = 404
    return nil
  }
}

extension Model {
  /// The API of a name, or the only one of a protocol.
  func api(named name: String?, isWebSocket: Bool) throws(TraceProblem) -> Api {
    let all = apis.all.filter { ($0.isWebSocket ?? isWebSocket) == isWebSocket }
    let kind = isWebSocket ? "WebSocket" : "HTTP"
    if let name {
      if let api = all.first(where: { $0.name == name }) { return api }
      let other = apis.all.contains { $0.name == name }
      throw TraceProblem(
        message: other ? "\(name) is not \(isWebSocket ? "a WebSocket" : "an HTTP") API" : "the spec has no API \(name)"
      )
    }
    if all.count == 1 { return all[0] }
    if all.isEmpty { throw TraceProblem(message: "the spec has no \(kind) API") }
    throw TraceProblem(
      message: "the spec has several \(kind) APIs; add --api NAME, one of \(all.map(\.name).joined(separator: ", "))")
  }
}
