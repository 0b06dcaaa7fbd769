import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// The whole program on one page: files become one tree, the tree a spec, its names are looked up, rules are checked,
/// the template is made.
///
/// Every step tells all that it finds, so that one run tells everything; a step that has nothing to work on is left
/// out. What comes out is written only where there is no error.
enum Pipeline {
  /// Compiles one spec. `pathPrefix` leads from the template's folder to the spec's ("" where they are the same).
  static func run(
    _ source: Source, stack: String, pathPrefix: String, choices: Choices = Choices(), files: SpecFiles = .none
  ) -> Compilation {
    let tree = Tree()
    let reader = Reader(tree: tree, words: .elsewhere)
    var assembly = Assembly(reader: reader, choices: choices, files: files)
    guard let root = assembly.root(of: source), let spec = reader.readSpec(from: root) else {
      return Compilation(
        stack: stack, template: SplitTemplate(Template()), placed: [], findings: reader.findings, sources: tree.sources,
        offered: assembly.offered)
    }

    let resolved = ResolvedSpec(spec, reader: reader)
    let result = resolved.synthesize(pathPrefix: pathPrefix)

    var findings = reader.findings
    findings.report(resolved.findings.sorted)
    findings.report(result.findings.sorted)
    let model = Model(resolved, result)
    findings = Linting.apply(resolved, tree: tree, judgements: Rules.check(model), others: findings)
    return Compilation(
      stack: resolved.stack ?? stack, template: result.template, placed: result.placed, findings: findings,
      sources: tree.sources, offered: assembly.offered)
  }
}

/// What became of one spec.
struct Compilation {
  /// The name of the stack; its template is `STACK.template.json`.
  let stack: String
  /// The template, in several files where it is too large for one; complete where there is no error.
  let template: SplitTemplate
  /// What was written where, in order.
  let placed: [PlacedResource]
  /// What was found, in the order of the text.
  let findings: [Diagnostic]
  /// The files that were read.
  let sources: [Source]
  /// What variables and environments there are to choose from; nil where not everything could be read.
  let offered: ChoicesOffered?
  /// Whether anything is found of a severity or worse.
  func hasFindings(from severity: Severity) -> Bool { findings.contains { $0.severity >= severity } }

  init(
    stack: String, template: SplitTemplate, placed: [PlacedResource], findings: Findings, sources: [Source],
    offered: ChoicesOffered?
  ) {
    self.stack = stack
    self.template = template
    self.placed = placed
    self.findings = findings.sorted
    self.sources = sources
    self.offered = offered
  }
}
