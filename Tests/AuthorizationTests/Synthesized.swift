import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

@testable import Gateway

/// A spec, compiled without the program around it.
struct Synthesized {
  let template: Template
  private let findings: [Diagnostic]
  private let text: String

  init(_ text: String) {
    self.text = text
    let tree = Tree()
    var problems: [Problem] = []
    let root = tree.read(Source(path: "spec.yaml", bytes: Array(text.utf8)), problems: &problems)
    let reader = Reader(tree: tree)
    reader.findings.report(problems.map { Diagnostic($0) })
    guard let root, let spec = reader.read(Spec.self, from: root) else {
      (template, findings) = (Template(), reader.findings.sorted)
      return
    }
    let resolved = ResolvedSpec(spec, reader: reader)
    let result = resolved.synthesize(pathPrefix: "")
    var all = reader.findings
    all.report(resolved.findings.sorted)
    all.report(Rules.check(resolved).sorted)
    all.report(result.findings.sorted)
    (template, findings) = (result.template.root, all.sorted)
  }

  /// What was found, notes left out, as `ID: the text that it points at`.
  var found: [String] {
    let bytes = Array(text.utf8)
    return findings.filter { $0.severity > .note }.map { finding in
      let range = Int(finding.mark.start)..<Int(finding.mark.end)
      return "\(finding.id): \(String(decoding: bytes[range], as: UTF8.self))"
    }
  }

  /// The help of the first that was found.
  var help: String? { findings.first { $0.severity > .note }?.help }

  /// The resources of a type, in order.
  func resources(_ type: String) -> [Resource] { template.resources.filter { $0.type == type } }

  /// The properties of the only resource of a type.
  func only(_ type: String) -> Object? {
    let all = resources(type)
    return all.count == 1 ? all[0].properties : nil
  }

  /// The properties of a route.
  func route(_ key: String) -> Object? {
    resources("AWS::ApiGatewayV2::Route").first { $0.properties["RouteKey"] == .string(key) }?.properties
  }

  /// A stage.
  func stage(_ name: String) -> Resource? {
    resources("AWS::ApiGatewayV2::Stage").first { $0.properties["StageName"] == .string(name) }
  }
}

extension Object {
  /// A property inside another one.
  func at(_ path: String...) -> Value? {
    path.dropFirst().reduce(self[path[0]]) { value, key in value?.object?[key] }
  }
}

/// What most specs here begin with.
enum Snippet {
  static let functions = """
    functions:
      login: {runtime: nodejs24.x, handler: index.handler, code: src/login}

    """
  static let jwt = "{issuer: \"https://login.example.com\", audience: web}"
}
