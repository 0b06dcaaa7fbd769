import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import Testing
import YAMLTree

/// What a spec becomes.
struct Compiled {
  let template: Template
  let placed: [PlacedResource]
  let findings: [Diagnostic]

  init(_ text: String, pathPrefix: String = "") {
    let tree = Tree()
    var problems: [Problem] = []
    let root = tree.read(Source(path: "spec.yaml", bytes: Array(text.utf8)), problems: &problems)
    let reader = Reader(tree: tree)
    var findings = Findings()
    findings.report(problems.map { Diagnostic($0) })
    var result: SynthesisResult?
    if let root, let spec = reader.read(Spec.self, from: root) {
      let resolved = ResolvedSpec(spec, reader: reader)
      result = resolved.synthesize(pathPrefix: pathPrefix)
      findings.report(resolved.findings.sorted)
    }
    findings.report(reader.findings.sorted)
    findings.report(result?.findings.sorted ?? [])
    template = result?.template.root ?? Template()
    placed = result?.placed ?? []
    self.findings = findings.sorted
  }

  /// Messages of what is wrong.
  var errors: [String] { findings.filter { $0.severity == .error }.map { "\($0.id) \($0.message)" } }

  /// Logical ids by place.
  var ids: [String: String] { Dictionary(placed.map { ($0.path, $0.id) }) { first, _ in first } }

  /// The resource of a place.
  subscript(path: String) -> Resource? { ids[path].flatMap { template[$0] } }

  /// A property of a place's resource.
  func property(_ path: String, _ name: String) -> Value? { self[path]?.properties[name] }

  /// The resources of a type.
  func resources(_ type: String) -> [Resource] { template.resources.filter { $0.type == type } }

  /// The value of an output.
  func output(_ name: String) -> Value? { template.outputs[name]?.object?["Value"] }
}

/// A function that other texts route to.
let books = """
  functions:
    books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}

  """
