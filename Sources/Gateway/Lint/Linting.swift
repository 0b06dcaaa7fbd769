import Diagnostics
import SpecReading
import YAMLTree

/// Applies ignore comments and the `lint` section to findings.
///
/// Only judgements can be ignored. Errors of reading, name resolution and synthesis mean that the template is
/// incomplete, as do rules with `isEssential`; they can be neither ignored nor changed in severity.
public struct Linting {
  private let options: LintOptions?
  private let tree: Tree
  private let comments: [IgnoreComment]
  private let commentsByLine: [Line: [IgnoreComment]]
  private var usedNames: Set<Mark> = []
  private var reported = Findings()

  private init(_ spec: ResolvedSpec, tree: Tree) {
    options = spec.lint
    self.tree = tree
    comments = IgnoreComments.all(in: tree)
    commentsByLine = Dictionary(grouping: comments) { Line(source: $0.mark.source, number: $0.line) }
  }

  /// A line of a file.
  private struct Line: Hashable {
    let source: UInt32
    let number: Int
  }

  /// All findings except ignored ones, and the findings about ignoring.
  public static func apply(_ spec: ResolvedSpec, tree: Tree, judgements: Findings, others: Findings) -> Findings {
    var all = others
    all.limited = judgements.limited
    all.report(judgements.sorted)
    guard spec.mayIgnoreFindings else { return all }
    let essential = Set(others.sorted.filter { $0.severity == .error })
      .union(judgements.sorted.filter { $0.severity == .error && Rules.essential.contains($0.id) })
    var linting = Linting(spec, tree: tree)
    return linting.apply(to: all.sorted, essential: essential)
  }

  private mutating func apply(to findings: [Diagnostic], essential: Set<Diagnostic>) -> Findings {
    var left: [Diagnostic] = []
    for finding in findings where !isIgnoredByComment(finding, essential.contains(finding)) { left.append(finding) }
    checkComments(isWhole: essential.isEmpty)
    left += reported.sorted
    reported = Findings()
    var result = Findings()
    for finding in left {
      let isEssential = essential.contains(finding)
      if isIgnoredByList(finding, isEssential) { continue }
      // A finding without a location may have been reported on purpose, such as a spec without resources.
      result.report(adjusted(finding, isEssential), always: true)
    }
    checkOptions(isWhole: essential.isEmpty)
    result.report(reported.sorted)
    return result
  }

  // MARK: Comments

  private mutating func isIgnoredByComment(_ finding: Diagnostic, _ isEssential: Bool) -> Bool {
    guard !finding.mark.isNowhere, !comments.isEmpty else { return false }
    let mark = finding.mark
    let line = Line(source: mark.source, number: tree.sources[Int(mark.source)].position(at: Int(mark.start)).line)
    var isIgnored = false
    for comment in commentsByLine[line] ?? [] {
      for name in comment.names ?? [] where name.id == finding.id {
        usedNames.insert(name.mark)
        if isEssential { reportEssential(.ignoredEssential, name.id, at: name.mark) } else { isIgnored = true }
      }
    }
    return isIgnored
  }

  private mutating func checkComments(isWhole: Bool) {
    for comment in comments {
      guard let names = comment.names else {
        report(
          .malformedIgnore, at: comment.mark, "malformed ignore comment",
          help: "write `# apigw-synth: ignore[ID] reason`")
        continue
      }
      for name in names where !usedNames.contains(name.mark) { checkUnused(name.id, at: name.mark, isWhole) }
      if !comment.hasReason {
        report(
          .ignoreWithoutReason, at: comment.mark, "the ignore comment has no reason",
          help: "add it after the bracket")
      }
    }
  }

  // MARK: The `lint` section

  private mutating func isIgnoredByList(_ finding: Diagnostic, _ isEssential: Bool) -> Bool {
    guard let item = options?.ignore?.items.first(where: { $0.literal == finding.id }) else { return false }
    usedNames.insert(item.mark)
    if isEssential { reportEssential(.ignoredEssential, finding.id, at: item.mark) }
    return !isEssential
  }

  private mutating func adjusted(_ finding: Diagnostic, _ isEssential: Bool) -> Diagnostic {
    guard let entry = options?.severity.first(where: { $0.name == finding.id }), let severity = entry.value.literal,
      severity != finding.severity
    else { return finding }
    if isEssential {
      reportEssential(.ignoredEssential, finding.id, at: entry.value.mark)
      return finding
    }
    return finding.with(severity: severity)
  }

  private mutating func checkOptions(isWhole: Bool) {
    for item in options?.ignore?.items ?? [] where !usedNames.contains(item.mark) {
      if let id = item.literal { checkUnused(id, at: item.mark, isWhole) }
    }
    for entry in options?.severity ?? [] where !Rules.ids.contains(entry.name) {
      reportUnknown(entry.name, at: entry.mark)
    }
  }

  // MARK: Findings about ignoring

  private mutating func checkUnused(_ id: String, at mark: Mark, _ isWhole: Bool) {
    guard Rules.ids.contains(id) else { return reportUnknown(id, at: mark) }
    // If something could not be read, not all rules have run.
    guard isWhole else { return }
    report(.unusedIgnore, at: mark, "unused ignore: there is no finding \(id)", help: "remove it")
  }

  private mutating func reportUnknown(_ id: String, at mark: Mark) {
    report(
      .unknownId, at: mark, "unknown rule ID \(Reader.quoted(id))",
      help: Suggestion.help(for: id, among: Rules.kinds.map(\.id), or: "run `apigw-synth rules` for a list"))
  }

  private mutating func reportEssential(_ kind: FindingKind, _ id: String, at mark: Mark) {
    report(
      kind, at: mark, "\(id) cannot be ignored or changed in severity: the template would be incomplete",
      help: "`apigw-synth explain \(id)` explains the error")
  }

  private mutating func report(_ kind: FindingKind, at mark: Mark, _ message: String, help: String) {
    reported.report(
      Diagnostic(kind, message: message, mark: mark, help: help))
  }
}
