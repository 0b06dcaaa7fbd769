import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// What becomes of a spec: what the program makes of it, and all that is found in it, with no choice among the findings
/// by comments or by `lint`.
public struct Compiled {
  /// The template with all its files; empty where the spec could not be read.
  public let split: SplitTemplate
  /// What was written where, in order.
  public let placed: [PlacedResource]
  /// What was found, in the order of the text.
  public let findings: [Diagnostic]
  /// What was found before the rules looked: in reading, in looking up names, in making the template.
  public let unjudged: [Diagnostic]
  /// The files that were read.
  public let sources: [Source]
  /// What variables and environments there are to choose from; nil where not everything could be read.
  public let offered: ChoicesOffered?

  /// Compiles one file that stands in memory.
  public init(_ text: String, pathPrefix: String = "") {
    self.init(Source(path: "spec.yaml", bytes: Array(text.utf8)), pathPrefix: pathPrefix)
  }

  /// Compiles a file that may include others.
  public init(_ source: Source, pathPrefix: String = "", choices: Choices = Choices(), files: SpecFiles = .none) {
    let tree = Tree()
    let reader = Reader(tree: tree, words: .elsewhere)
    var assembly = Assembly(reader: reader, choices: choices, files: files)
    var unjudged = Findings()
    var judgements = Findings()
    if let root = assembly.root(of: source), let spec = reader.readSpec(from: root) {
      let resolved = ResolvedSpec(spec, reader: reader)
      let result = resolved.synthesize(pathPrefix: pathPrefix)
      unjudged.report(resolved.findings.sorted)
      unjudged.report(result.findings.sorted)
      judgements = Rules.check(Model(resolved, result))
      (split, placed) = (result.template, result.placed)
    } else {
      (split, placed) = (SplitTemplate(Template()), [])
    }
    unjudged.report(reader.findings.sorted)
    self.unjudged = unjudged.sorted
    judgements.report(self.unjudged)
    findings = judgements.sorted
    sources = tree.sources
    offered = assembly.offered
  }
}

/// What was made.
extension Compiled {
  /// The template's main file, which is the only one unless it is too large.
  public var template: Template { split.root }

  /// Logical ids by place.
  public var ids: [String: String] { Dictionary(placed.map { ($0.path, $0.id) }) { first, _ in first } }

  /// The resource of a place.
  public subscript(path: String) -> Resource? { placed.first { $0.path == path }.flatMap { template[$0.id] } }

  /// A property of a place's resource.
  public func property(_ path: String, _ name: String) -> Value? { self[path]?.properties[name] }

  /// The resources of a type, in order; `Route` is `AWS::ApiGatewayV2::Route`.
  public func resources(_ type: String) -> [Resource] {
    let type = type.contains("::") ? type : "AWS::ApiGatewayV2::\(type)"
    return template.resources.filter { $0.type == type }
  }

  /// The route of a key.
  public func route(_ key: String) -> Resource? {
    resources("Route").first { $0.properties["RouteKey"] == .string(key) }
  }

  /// The value of an output.
  public func output(_ name: String) -> Value? { template.outputs[name]?.object?["Value"] }
}

/// What was found, in words that tests compare.
extension Compiled {
  /// Everything, as people read it.
  public var text: String {
    String(decoding: TextFormat(sources: sources, color: false).render(findings), as: UTF8.self)
  }

  /// Everything, as `ID: message (the text that it points at)`.
  public var lines: [String] { findings.map { "\($0.id): \($0.message) (\(text(at: $0.mark)))" } }

  /// What is worse than a note.
  public var mistakes: [Diagnostic] { findings.filter { $0.severity > .note } }

  /// What is worse than a note, as `ID: the text that it points at`.
  public var found: [String] { mistakes.map { "\($0.id): \(text(at: $0.mark))" } }

  /// What keeps the template from being made, as `ID message`: a spec that shows what is made need not please the rules.
  public var errors: [String] { unjudged.filter { $0.severity == .error }.map { "\($0.id) \($0.message)" } }

  private func text(at mark: Mark) -> String {
    String(decoding: sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }
}
