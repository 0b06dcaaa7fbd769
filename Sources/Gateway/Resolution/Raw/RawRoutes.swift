import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// The routes of APIs, those of `apis` and those of `resources`: two of them with one key are one too many.
struct RawRoutes {
  struct Route {
    /// Its logical id.
    let id: String
    let mark: Mark
    let key: RouteKey
    /// The condition under which a resource is written.
    var condition: String?
  }

  private var routes: [Value: [Route]] = [:]

  /// Nothing where `resources` has no part of an API.
  init(
    _ names: SpecNames, _ values: RawValues, _ resolved: [[ApiRoutes.Resolved]], _ resources: [String: [RawResource]],
    _ apis: RawApis, _ findings: inout Findings
  ) {
    if !resources.keys.contains(where: { $0.hasPrefix(ResourceType.prefix) }) { return }
    for (api, own) in zip(names.spec.apis, resolved) {
      guard let key = RawApis.key(of: api, names, values) else { continue }
      routes[key, default: []] += own.map { route in
        Route(
          id: names.id(.route(api.name, route.key)), mark: route.route.mark, key: route.key)
      }
    }
    var seen: [Value: [String: Route]] = routes.mapValues { routes in
      Dictionary(routes.map { ($0.key.erased, $0) }) { first, _ in first }
    }
    for resource in resources[ResourceType.prefix + "Route"] ?? [] {
      guard let property = resource["RouteKey"], let text = property.text,
        let key = RawRoutes.key(text, at: property.mark, isWebSocket: apis[resource]?.isWebSocket, &findings),
        let owner = resource.apiKey
      else { continue }
      let route = Route(
        id: resource.id, mark: property.mark, key: key, condition: resource.condition)
      routes[owner, default: []].append(route)
      guard let other = seen[owner, default: [:]].updateValue(route, forKey: key.erased) else { continue }
      // One of two conditions may hold.
      if let condition = other.condition, let own = route.condition, own != condition { continue }
      findings.report(
        Diagnostic(
          .routeTwice, message: "duplicate route `\(text)`", mark: property.mark,
          related: [Related(message: "the other route matches the same requests", mark: other.mark)],
          help: "remove one of them"))
    }
  }

  /// The routes of the API that a resource belongs to.
  subscript(_ resource: RawResource) -> [Route] { resource.apiKey.flatMap { routes[$0] } ?? [] }

  /// A key as AWS takes it: unlike those of the language, with one method and nothing to mend.
  private static func key(
    _ text: String, at mark: Mark, isWebSocket: Bool?, _ findings: inout Findings
  ) -> RouteKey? {
    guard let isWebSocket else { return RouteKey(message: text) }
    if isWebSocket { return ApiRoutes.message(text, at: mark, &findings) }
    var parser = RouteKeyParser(text, at: mark)
    let keys = parser.parse()
    // Of a resource that works already, AWS takes the slash away.
    for diagnostic in parser.diagnostics {
      findings.report(diagnostic.isOf(.trailingSlash) ? diagnostic.with(severity: .warning) : diagnostic)
    }
    guard let key = keys.first, parser.diagnostics.isEmpty else { return nil }
    if keys.count == 1, key.text == text { return key }
    findings.report(
      Diagnostic(
        .routeKey, message: "\(Reader.quoted(text)) is not a valid route key", mark: mark,
        help: "write `\(key.text)`\(keys.count > 1 ? ", and a resource for each of the other methods" : "")"))
    return key
  }
}
