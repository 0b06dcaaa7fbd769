import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// A compiled spec: its template and all its findings, including those that are ignored by comments or by `lint`.
public struct Compiled {
  /// The template with all its files; empty if the spec could not be read.
  public let split: SplitTemplate
  /// The resources with their places, in order.
  public let placed: [PlacedResource]
  /// The findings in source order.
  public let findings: [Diagnostic]
  /// The findings without those that only follow from others.
  public let shown: [Diagnostic]
  /// The findings of reading, name resolution and synthesis, without those of rules.
  public let unjudged: [Diagnostic]
  /// The files that were read.
  public let sources: [Source]
  /// The model; nil if the spec could not be read.
  public let model: Model?
  /// The variables and environments that can be set; nil if not everything could be read.
  public let offered: ChoicesOffered?

  /// Compiles one file in memory.
  public init(_ text: String, pathPrefix: String = "") {
    self.init(Source(path: "spec.yaml", bytes: Array(text.utf8)), pathPrefix: pathPrefix)
  }

  /// Compiles a file that may include others.
  public init(_ source: Source, pathPrefix: String = "", choices: Choices = Choices(), files: SpecFiles = .none) {
    let tree = Tree()
    let reader = Reader(tree: tree, words: .all)
    var assembly = Assembly(reader: reader, choices: choices, files: files)
    var unjudged = Findings()
    var judgements = Findings()
    let root = assembly.root(of: source)
    if let root, let spec = reader.readSpec(from: root) {
      let resolved = ResolvedSpec(spec, reader: reader)
      let result = resolved.synthesize(pathPrefix: pathPrefix)
      unjudged.report(resolved.findings.sorted)
      unjudged.report(result.findings.sorted)
      let model = Model(resolved, result)
      judgements = Rules.check(model)
      self.model = model
      (split, placed) = (result.template, result.placed)
    } else {
      (split, placed) = (SplitTemplate(Template()), [])
      model = nil
    }
    unjudged.report(reader.findings.sorted)
    self.unjudged = unjudged.sorted
    judgements.report(self.unjudged)
    findings = judgements.sorted
    shown = root.map { Consequences.removed(from: judgements, tree: tree, root: $0).sorted } ?? findings
    sources = tree.sources
    offered = assembly.offered
  }
}

/// The result.
extension Compiled {
  /// The main file of the template.
  public var template: Template { split.root }

  /// Logical IDs by place.
  public var ids: [String: String] { Dictionary(placed.map { ($0.path, $0.id) }) { first, _ in first } }

  /// The resource at a place.
  public subscript(path: String) -> Resource? { placed.first { $0.path == path }.flatMap { template[$0.id] } }

  /// A property of the resource at a place.
  public func property(_ path: String, _ name: String) -> Value? { self[path]?.properties[name] }

  /// The resources of a type, in order; `Route` is `AWS::ApiGatewayV2::Route`.
  public func resources(_ type: String) -> [Resource] {
    let type = type.contains("::") ? type : "AWS::ApiGatewayV2::\(type)"
    return template.resources.filter { $0.type == type }
  }

  /// The route with a key.
  public func route(_ key: String) -> Resource? {
    resources("Route").first { $0.properties["RouteKey"] == .string(key) }
  }

  /// The value of an output.
  public func output(_ name: String) -> Value? { template.outputs[name]?.object?["Value"] }
}

/// The findings as strings, for comparison in tests.
extension Compiled {
  /// All findings, in text format.
  public var text: String {
    String(decoding: TextFormat(sources: sources, color: false).render(findings), as: UTF8.self)
  }

  /// All findings, as `ID: message (the marked text)`.
  public var lines: [String] { findings.map { "\($0.id): \($0.message) (\(text(at: $0.mark)))" } }

  /// Warnings and errors.
  public var mistakes: [Diagnostic] { findings.filter { $0.severity > .note } }

  /// Warnings and errors, as `ID: the marked text`.
  public var found: [String] { mistakes.map { "\($0.id): \(text(at: $0.mark))" } }

  /// Errors that prevent the template, as `ID message`. Specs that test the template may have findings of rules.
  public var errors: [String] { unjudged.filter { $0.severity == .error }.map { "\($0.id) \($0.message)" } }

  private func text(at mark: Mark) -> String {
    String(decoding: sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }
}
