import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

@testable import Gateway

/// A spec, compiled without the program around it.
struct Compiled {
  let template: Template
  let placed: [PlacedResource]
  let findings: [Diagnostic]
  private let text: String

  init(_ text: String) {
    self.text = text
    let tree = Tree()
    var problems: [Problem] = []
    let root = tree.read(Source(path: "spec.yaml", bytes: Array(text.utf8)), problems: &problems)
    let reader = Reader(tree: tree)
    reader.findings.report(problems.map { Diagnostic($0) })
    guard let root, let spec = reader.read(Spec.self, from: root) else {
      (template, placed, findings) = (Template(), [], reader.findings.sorted)
      return
    }
    let resolved = ResolvedSpec(spec, reader: reader)
    let result = resolved.synthesize(pathPrefix: "")
    var all = reader.findings
    all.report(resolved.findings.sorted)
    all.report(Rules.check(resolved).sorted)
    all.report(result.findings.sorted)
    (template, placed, findings) = (result.template.root, result.placed, all.sorted)
  }

  /// The ids of what was found, notes left out.
  var ids: [String] { findings.filter { $0.severity > .note }.map(\.id) }

  /// What was found, as `ID: message (the text that it points at)`.
  var lines: [String] {
    let bytes = Array(text.utf8)
    return findings.map { finding in
      let range = Int(finding.mark.start)..<Int(finding.mark.end)
      return "\(finding.id): \(finding.message) (\(String(decoding: bytes[range], as: UTF8.self)))"
    }
  }

  /// The resources of a type, in order.
  func resources(_ type: String) -> [Resource] { template.resources.filter { $0.type == type } }

  /// The mappings.
  var mappings: [Resource] { resources("AWS::ApiGatewayV2::ApiMapping") }

  /// The value of an output.
  func output(_ name: String) -> Value? { template.outputs[name]?.object?["Value"] }
}

/// What most specs here begin with.
enum Snippet {
  static let certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
  static let domain = """
    domains:
      api.example.com: {certificate: \(certificate), hostedZone: Z0123456789EXAMPLE}

    """
  static let api = """
    apis:
      store:
        routes: {$default: "https://books.example.com"}
        disableExecuteApiEndpoint: true

    """
}
