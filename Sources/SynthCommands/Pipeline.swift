import CloudFormation
import Diagnostics
import Gateway
import JSONWriting
import SpecReading
import YAMLTree

/// The whole program on one page: files become one tree, the tree becomes a spec, names are resolved, rules are
/// checked, and the template is generated.
///
/// Every step reports all its findings, so that one run shows everything. A step without input is skipped. The
/// template is written only if there are no errors.
enum Pipeline {
  /// Compiles one spec. `pathPrefix` is the relative path from the template's folder to the spec's ("" if equal).
  static func run(
    _ source: Source, stack: String, pathPrefix: String, choices: Choices = Choices(), files: SpecFiles? = nil
  ) -> Compilation {
    let tree = Tree()
    let reader = Reader(tree: tree, words: .all)
    var assembly = Assembly(reader: reader, choices: choices, files: files ?? .none)
    let root = assembly.root(of: source)
    let offered = assembly.offered
    /// The result of a spec that cannot be read, or has more errors than a report shows.
    func ended(_ findings: Findings) -> Compilation {
      Compilation(stack: stack, result: nil, model: nil, findings: findings, tree: tree, offered: offered)
    }
    guard let root, let spec = reader.readSpec(from: root), !reader.findings.isFull else {
      return ended(reader.findings)
    }

    let resolved = ResolvedSpec(spec, reader: reader)
    var findings = reader.findings
    findings.report(resolved.findings.sorted)
    if findings.isFull { return ended(findings) }

    let result = resolved.synthesize(pathPrefix: pathPrefix, files: files)
    findings.report(result.findings.sorted)
    if findings.isFull { return ended(findings) }

    let model = Model(resolved, result)
    findings = Linting.apply(resolved, tree: tree, judgements: Rules.check(model), others: findings)
    findings = Consequences.removed(from: findings, tree: tree, root: root)
    findings = VariableValues.explained(findings, assembly.variableValues, reader)
    return Compilation(
      stack: resolved.stack ?? stack, result: result, model: model, findings: findings, tree: tree,
      offered: offered)
  }
}

/// The result for one spec.
struct Compilation {
  /// The name of the stack. Its template is `STACK.template.json`.
  let stack: String
  /// The templates; nil if the spec cannot be read.
  let result: SynthesisResult?
  /// The model; nil if the spec cannot be read.
  let model: Model?
  /// The findings in source order.
  let findings: [Diagnostic]
  /// The files that were read.
  let sources: [Source]
  /// The variables and environments that can be set; nil if not everything could be read.
  let offered: ChoicesOffered?

  /// The template, split into several files if it is too large. It is complete only if there are no errors.
  var template: SplitTemplate { result?.template ?? SplitTemplate(Template()) }
  /// `12 resources`, `1200 resources in 9 stacks`
  var size: String {
    let stacks = result?.stackCount ?? 1
    return resourceCount(result?.resourceCount ?? 0) + (stacks > 1 ? " in \(stacks) stacks" : "")
  }
  /// The resources with the places that they were generated from, in order.
  var placed: [PlacedResource] { result?.placed ?? [] }

  /// The secrets in the files, which no output but the template shows.
  var secrets: Secrets { Secrets(in: sources, marks: findings.compactMap(\.secret)) }

  /// The file and line of a mark.
  func location(of mark: Mark) -> (file: String, line: Int)? {
    guard !mark.isNowhere, sources.indices.contains(Int(mark.source)) else { return nil }
    let source = sources[Int(mark.source)]
    return (source.path, source.position(at: Int(mark.start)).line)
  }

  /// Whether there is a finding of at least this severity.
  func hasFindings(from severity: Severity) -> Bool { findings.contains { $0.severity >= severity } }

  init(
    stack: String, result: SynthesisResult?, model: Model?, findings: Findings, tree: Tree,
    offered: ChoicesOffered?
  ) {
    self.stack = stack
    self.result = result
    self.model = model
    self.findings = SharedFixes.removed(from: findings.sorted, tree: tree)
    self.sources = tree.sources
    self.offered = offered
  }
}
