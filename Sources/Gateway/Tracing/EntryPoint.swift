import YAMLTree

/// Where a request enters an API: a stage, and the path that its routes see.
struct EntryPoint {
  let api: Model.Api
  let stage: TracedStage
  /// The path that routes see.
  let path: String
  /// The base path of the API mapping, without slashes around it; nil at the default endpoint.
  let basePath: String?
}

/// A stage of an API.
struct TracedStage {
  let name: String
  /// Nil for one that exists.
  let stage: Model.Stage?
  let mark: Mark

  /// The part of paths that names the stage; empty for `$default`.
  var prefix: String { name == "$default" ? "" : "/" + name }

  /// The value of a stage variable, if it is known.
  func variable(_ name: String) -> String? { stage?.variables.first { $0.name == name }?.text }

  /// The stages of an API, those that exist included.
  static func all(of api: Model.Api) -> [TracedStage] {
    let created = api.stages.map {
      TracedStage(name: $0["StageName"]?.text ?? $0.name, stage: $0, mark: $0.mark.isNowhere ? api.mark : $0.mark)
    }
    let existing = api.element?.value.resolvedStages.filter(\.exists) ?? []
    return created + existing.map { TracedStage(name: $0.name, stage: nil, mark: $0.mark ?? api.mark) }
  }
}

/// The API mappings of a host.
struct HostMappings {
  /// A mapping whose path is known.
  struct Mapping {
    let mapping: Model.ApiMapping
    let path: String
  }

  private let all: [Mapping]

  init(_ mappings: [Model.ApiMapping]) {
    all = mappings.compactMap { mapping in
      mapping.pathText.map { Mapping(mapping: mapping, path: $0) }
    }
  }

  /// Whether one has several levels: then prefixes are compared, not segments, so that `/ordersandmore` is under
  /// `orders` (API Gateway's page on API mappings of HTTP APIs).
  private var comparesPrefixes: Bool { all.contains { $0.path.utf8.contains(UInt8(ascii: "/")) } }

  /// The mapping with the longest path that a request's path begins with, and the rest of that.
  func longest(for path: String) -> (mapping: Mapping, rest: String)? {
    let path = path.dropFirst()
    let fitting = all.filter { mapping in
      guard path.hasPrefix(mapping.path) else { return false }
      let rest = path.dropFirst(mapping.path.count)
      return mapping.path.isEmpty || rest.isEmpty || rest.hasPrefix("/") || comparesPrefixes
    }
    guard let best = fitting.max(by: { $0.path.utf8.count < $1.path.utf8.count }) else { return nil }
    let rest = path.dropFirst(best.path.count)
    return (best, rest.hasPrefix("/") ? String(rest) : "/" + rest)
  }
}
