import SpecReading
import YAMLTree

/// A target, and what it answers. An object, so that every rule may look at all of them without copying any.
final class AnsweringTarget {
  let api: Named<Api>
  let target: Target
  /// The lines of the spec that have this target; several where they are written alike, or share it by name.
  let lines: [Line]
  /// Whether its API's protocol supports such targets; nothing else is reported of one that it does not support.
  let isServed: Bool
  /// What it names: a function, a URL, a listener.
  let name: Given<String>
  /// The target behind a VPC link, if it is one. Asking a value for what it is takes long, and every rule wants to know.
  let privateTarget: (any PrivateTarget)?
  /// The action of a service, if it is one.
  let service: (any ServiceIntegration)?

  /// A line of the spec with routes that a target answers.
  struct Line {
    /// The routes of its API, and the range of its own: several methods may share it.
    fileprivate let all: [ApiRoutes.Resolved]
    fileprivate let range: Range<Int>
    fileprivate let equal: EqualTargets

    /// Its routes.
    var routes: ArraySlice<ApiRoutes.Resolved> { all[range] }

    /// The keys of its routes.
    var keys: [RouteKey] { routes.map(\.key) }

    /// The place in this line that is written like a place in the target.
    func place(of mark: Mark) -> Mark { equal.place(of: mark, at: range.lowerBound) }
  }

  init(api: Named<Api>, target: Target, lines: [Line]) {
    self.api = api
    self.target = target
    self.lines = lines
    let integration = target.integration
    name = integration.name
    privateTarget = integration.asPrivate
    service = integration.asService
    isServed = integration.serves(api.value.isWebSocket ? .websocket : .http)
  }

  /// Where it is named.
  var mark: Mark { name.mark }
  /// The routes that it answers.
  var keys: [RouteKey] { lines.flatMap(\.keys) }

  /// The targets of all routes of an API, and of its integrations that are used by name.
  static func all(of api: Named<Api>, _ routes: [ApiRoutes.Resolved], _ equal: EqualTargets) -> [AnsweringTarget] {
    var targets: [AnsweringTarget] = []
    var shared: [String: [Line]] = [:]
    var lines: [Int: [Line]] = [:]
    for line in ApiRoutes.lines(of: routes) {
      lines[equal.first[line.startIndex], default: []].append(Line(all: routes, range: line.indices, equal: equal))
    }
    for index in routes.indices where equal.first[index] == index {
      switch routes[index].route.value.answer {
      case .target(let target): targets.append(AnsweringTarget(api: api, target: target, lines: lines[index] ?? []))
      case .integration(let name): shared[name.name.literal ?? "", default: []] += lines[index] ?? []
      case nil: break
      }
    }
    for element in api.value.integrations {
      guard let lines = shared[element.name], let target = element.value.target else { continue }
      targets.append(AnsweringTarget(api: api, target: target, lines: lines))
    }
    return targets
  }
}
