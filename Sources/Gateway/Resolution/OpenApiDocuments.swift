import Diagnostics
import SpecReading
import YAMLTree

/// The OpenAPI documents that define APIs, in the form in which rules look at `resources`. AWS only warns of what it
/// cannot import, and leaves it out of the API.
struct OpenApiDocuments {
  private var all: [RawProperty]

  /// Those under `openapi`, each file once, and those of `resources`.
  init(_ names: SpecNames, _ values: RawValues, _ resources: [String: [RawResource]]) {
    var seen: Set<Node> = []
    all = names.spec.apis.compactMap { api in
      guard case .document(let raw)? = api.value.openapi?.content, seen.insert(names.tree.target(raw.node)).inserted
      else { return nil }
      return RawProperty(name: "openapi", key: api.mark, node: raw.node, values: values)
    }
    all += (resources[ResourceType.prefix + "Api"] ?? []).compactMap { $0["Body"] }
  }

  /// Every integration of an operation, and every one that operations share.
  func forEachIntegration(_ body: (RawProperty) -> Void) {
    for document in all {
      for path in document["paths"]?.members ?? [] {
        for operation in path.members { operation["x-amazon-apigateway-integration"].map(body) }
      }
      document["components"]?["x-amazon-apigateway-integrations"]?.members.forEach(body)
    }
  }

  /// The keys of documents that correspond to properties of resources.
  func forEachProperty(_ path: PropertyPath, _ body: (RawProperty) -> Void) {
    let known = ["PayloadFormatVersion", "ConnectionType", "TimeoutInMillis"]
    guard !all.isEmpty, path.type == ResourceType.prefix + "Integration", let name = path.names.first,
      known.contains(name)
    else { return }
    forEachIntegration { $0[name.prefix(1).lowercased() + name.dropFirst()].map(body) }
  }

  /// Looks at the paths. Keys that do not begin with `/` are extensions.
  func checkPaths(_ findings: inout Findings) {
    for path in all.flatMap({ $0["paths"]?.members ?? [] }) where path.name.hasPrefix("/") && path.name != "/$default" {
      var parser = RouteKeyParser("ANY \(path.name)", at: path.key)
      _ = parser.parse()
      for diagnostic in parser.diagnostics { findings.report(diagnostic) }
    }
  }
}
