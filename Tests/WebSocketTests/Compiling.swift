import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// What became of a spec in a test.
struct Compiled {
  let template: Template
  let placed: [PlacedResource]
  /// What was found, as `ID at text`.
  let findings: [String]
  /// What was found, with what it says.
  let diagnostics: [Diagnostic]

  /// The properties of what stands at a place.
  subscript(path: String) -> Object? {
    placed.first { $0.path == path }.flatMap { template[$0.id]?.properties }
  }

  /// The resources of a type, such as `Route` of `AWS::ApiGatewayV2`.
  func all(_ type: String) -> [Resource] {
    template.resources.filter { $0.type == (type.contains("::") ? type : "AWS::ApiGatewayV2::\(type)") }
  }

  /// The route of a key.
  func route(_ key: String) -> Resource? { all("Route").first { $0.properties["RouteKey"] == .string(key) } }

  /// The integration behind a route.
  func integration(of key: String) -> Resource? {
    guard let target = route(key)?.properties["Target"]?.object?["Fn::Sub"]?.text else { return nil }
    let id = target.dropFirst("integrations/${".count).dropLast()
    return template[String(id)]
  }

  /// The integration responses behind a route, by their keys.
  func responses(of key: String) -> [String: Object] {
    guard let id = integration(of: key)?.id else { return [:] }
    let responses = all("IntegrationResponse").filter { $0.properties["IntegrationId"] == .ref(id) }.map(\.properties)
    return Dictionary(responses.map { ($0["IntegrationResponseKey"]?.text ?? "", $0) }) { first, _ in first }
  }
}

/// Compiles a spec as the program does.
func compile(_ text: String) -> Compiled {
  let tree = Tree()
  var problems: [Problem] = []
  let source = Source(path: "spec.yaml", bytes: Array(text.utf8))
  let root = tree.read(source, problems: &problems)
  let reader = Reader(tree: tree)
  reader.findings.report(problems.map { Diagnostic($0) })
  guard let root, let spec = reader.read(Spec.self, from: root) else {
    return Compiled(template: Template(), placed: [], reader.findings.sorted, source)
  }
  let resolved = ResolvedSpec(spec, reader: reader)
  let result = resolved.synthesize(pathPrefix: "")
  var findings = reader.findings
  findings.report(resolved.findings.sorted)
  findings.report(Rules.check(resolved).sorted)
  findings.report(result.findings.sorted)
  return Compiled(template: result.template.root, placed: result.placed, findings.sorted, source)
}

extension Compiled {
  fileprivate init(template: Template, placed: [PlacedResource], _ diagnostics: [Diagnostic], _ source: Source) {
    self.template = template
    self.placed = placed
    self.diagnostics = diagnostics
    findings = diagnostics.map { diagnostic in
      let text = source.bytes[Int(diagnostic.mark.start)..<Int(diagnostic.mark.end)]
      return "\(diagnostic.id) at \(String(decoding: text, as: UTF8.self))"
    }
  }
}

/// A WebSocket API called `chat` with two functions, around some routes and whatever stands beside them.
func chat(_ routes: String, api: String = "", spec: String = "") -> Compiled {
  compile(
    """
    functions:
      chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      send: {runtime: nodejs24.x, handler: index.handler, code: src/send}
    \(spec)
    apis:
      chat:
        type: websocket
        stage: live
        outputs: false
    \(api.indented(by: 4))
        routes:
    \(routes.indented(by: 6))
    """)
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    let space = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : space + $0 }
      .joined(separator: "\n")
  }
}
