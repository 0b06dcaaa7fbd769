import Diagnostics
import SpecReading
import YAMLTree

/// Something that AWS would refuse, or break in silence: why, how it looks, and how it is found.
///
/// A rule is one file with one value. Its examples are its test: in the bad one, what it points at stands between
/// `⟦` and `⟧`.
public struct Rule: Sendable {
  /// Stable id: an area and a number.
  public let id: String
  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in a line.
  public let summary: String
  /// Why it matters.
  public let why: String
  /// Where the fact comes from.
  public let source: String
  /// A spec that the rule finds something in.
  public let bad: String
  /// The same, mended.
  public let good: String
  /// Whether its error means that something is left out of the template, so that nobody can ignore it.
  var isEssential = false
  /// Finds it.
  let check: @Sendable (ResolvedSpec, inout Report) -> Void

  /// What one rule found.
  struct Report {
    let rule: Rule
    var findings = Findings()

    /// Reports a place.
    mutating func report(
      at mark: Mark, _ message: String, related: [Related] = [], help: String? = nil, fix: Fix? = nil
    ) {
      findings.report(
        Diagnostic(
          id: rule.id, severity: rule.severity, message: message, mark: mark, related: related, help: help, fix: fix))
    }
  }
}

/// All rules.
public enum Rules {
  /// The rules whose errors nobody can ignore: also those that say of a name or a form what reading says elsewhere.
  static let essential = Set(
    all.filter { $0.isEssential || $0.id.hasPrefix("SPEC") || $0.id.hasPrefix("REF") }.map(\.id))

  /// Checks a spec against every rule.
  public static func check(_ spec: ResolvedSpec) -> Findings {
    var findings = Findings()
    for rule in all {
      var report = Rule.Report(rule: rule)
      rule.check(spec, &report)
      findings.report(report.findings.sorted)
    }
    return findings
  }
}
