import Diagnostics
import SpecReading
import YAMLTree

/// The routes of an API with their keys taken apart.
enum ApiRoutes {
  /// A route, and one of the keys that it is written under. An object, so that passing it on copies nothing.
  final class Resolved {
    let key: RouteKey
    let route: Named<Route>

    fileprivate init(key: RouteKey, route: Named<Route>) {
      self.key = key
      self.route = route
    }
  }

  /// Every route of an API, a line with several methods as several routes. What is wrong with keys is reported.
  static func resolve(_ api: Named<Api>, _ findings: inout Findings) -> [Resolved] {
    var routes: [Resolved] = []
    routes.reserveCapacity(api.value.routes.count)
    var seen: [String: Mark] = Dictionary(minimumCapacity: api.value.routes.count)
    let connection = api.value.isWebSocket ? nil : connectionRoute(of: api)
    for index in api.value.routes.indices {
      let route = api.value.routes[index]
      // The first route of connections shows that the type is missing; the others are right then.
      if let connection, route.mark != connection.mark, isKeyOfMessages(route.name) { continue }
      for key in keys(of: route, isWebSocket: api.value.isWebSocket, &findings) {
        // The names of variables do not matter: `/books/{id}` and `/books/{isbn}` match the same requests.
        if let other = seen.updateValue(route.mark, forKey: key.erased) {
          findings.report(
            Diagnostic(
              .routeTwice, message: "duplicate route `\(key.text)`", mark: route.mark,
              related: [Related(message: "the other route matches the same requests", mark: other)],
              help: "remove one of them"))
        } else {
          routes.append(Resolved(key: key, route: route))
        }
      }
    }
    return routes
  }

  /// A route that only WebSocket APIs have.
  private static func connectionRoute(of api: Named<Api>) -> Named<Route>? {
    api.value.routes.first { $0.name == "$connect" || $0.name == "$disconnect" }
  }

  /// Whether a key is one of a WebSocket API and not of an HTTP API.
  private static func isKeyOfMessages(_ name: String) -> Bool {
    name != "$default" && HttpMethod(rawValue: name) == nil
      && name.isMade(ofLettersDigitsAnd: "$_-.")
  }

  /// The routes of each line of the spec. They follow each other.
  static func lines(of routes: [Resolved]) -> [ArraySlice<Resolved>] {
    var lines: [ArraySlice<Resolved>] = []
    var rest = routes[...]
    while let first = rest.first {
      let line = rest.prefix { $0.route.mark == first.route.mark }
      lines.append(line)
      rest = rest[line.endIndex...]
    }
    return lines
  }

  /// The keys of an API's routes, without a word about those that are none.
  static func keys(of api: Named<Api>) -> [RouteKey] {
    var ignored = Findings()
    return resolve(api, &ignored).map(\.key)
  }

  private static func keys(of route: Named<Route>, isWebSocket: Bool, _ findings: inout Findings) -> [RouteKey] {
    if isWebSocket { return message(route.name, at: route.mark, &findings).map { [$0] } ?? [] }
    var parser = RouteKeyParser(route.name, at: route.mark)
    let keys = parser.parse()
    for diagnostic in parser.diagnostics { findings.report(diagnostic) }
    return keys
  }

  /// The key of a WebSocket API's route; nil where it is none.
  static func message(_ text: String, at mark: Mark, _ findings: inout Findings) -> RouteKey? {
    if !text.hasPrefix("$") || RouteKey.reserved.contains(String(text.dropFirst())) { return RouteKey(message: text) }
    findings.report(
      Diagnostic(
        .dollarKey, message: "`\(text)` is not a route key", mark: mark,
        help: Suggestion.help(
          for: text, among: RouteKey.reserved.map { "$\($0)" }.sorted(),
          or: "only `$connect`, `$disconnect` and `$default` start with `$`")))
    return nil
  }
}

extension Api {
  /// A stage as it will be: written, or there by default.
  struct ResolvedStage {
    let name: String
    let mark: Mark?
    let node: Node?
    let value: Stage?

    /// Whether it already exists, so that no resource is written for it.
    var exists: Bool { value?.exists?.literal == true }
  }

  /// All stages: those that are written, or the default one.
  var resolvedStages: [ResolvedStage] {
    if let stages { return stages.map(ResolvedStage.init) }
    if let stage, let name = stage.literal {
      return [ResolvedStage(name: name, mark: stage.mark, node: stage.node, value: nil)]
    }
    guard !isWebSocket, case .created = form else { return [] }
    return [ResolvedStage(name: "$default", mark: nil, node: nil, value: nil)]
  }

  /// One of its stages. It is looked for where they are written, since each one is large.
  func stage(named name: String) -> ResolvedStage? {
    guard let stages else { return resolvedStages.first { $0.name == name } }
    return stages.first { $0.name == name }.map(ResolvedStage.init)
  }
}

extension Api.ResolvedStage {
  fileprivate init(_ stage: Named<Stage>) {
    self.init(name: stage.name, mark: stage.mark, node: stage.node, value: stage.value)
  }
}

extension Api {
  /// The access log that is written for a stage: its own, or that of the API.
  func accessLogs(of stage: ResolvedStage) -> Conditional<Switched<AccessLogs>>? {
    stage.value?.stageOptions.accessLogs ?? stageOptions.accessLogs
  }
}
