import Diagnostics
import SpecReading
import YAMLTree

/// Something that AWS would refuse, or break in silence: why, how it looks, and how it is found.
///
/// A rule is one file with one value. Its example is its test: one text with the mistake, the place that is reported, and
/// the fix.
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
  public var bad: String { example.bad }
  /// The same without the mistake.
  public var good: String { example.good }
  /// Both.
  public var example: Example { Example(makeExample()) }
  /// Whether its error means that something is left out of the template, so that nobody can ignore it.
  let isEssential: Bool
  /// Whether it is looked for only where `lint.severity` gives its id a severity: true of nearly every spec, it is for
  /// those who ask.
  public let isOptional: Bool
  /// Finds it.
  let check: @Sendable (Model, inout Report) -> Void
  private let makeExample: @Sendable () -> String

  /// A rule. Its example is made on demand: some are as large as the limit that they exceed.
  init(
    id: String, severity: Severity, summary: String, why: String, source: String,
    example: @autoclosure @escaping @Sendable () -> String, isEssential: Bool = false, isOptional: Bool = false,
    find: @escaping @Sendable (Model, inout Report) -> Void
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.why = why
    self.source = source
    self.isEssential = isEssential
    self.isOptional = isOptional
    check = find
    makeExample = example
  }

  /// A rule on the spec alone.
  init(
    id: String, severity: Severity, summary: String, why: String, source: String,
    example: @autoclosure @escaping @Sendable () -> String, isEssential: Bool = false, isOptional: Bool = false,
    check: @escaping @Sendable (ResolvedSpec, inout Report) -> Void
  ) {
    self.init(
      id: id, severity: severity, summary: summary, why: why, source: source, example: example(),
      isEssential: isEssential, isOptional: isOptional, find: { model, report in check(model.spec, &report) })
  }

  /// What one rule found.
  struct Report {
    let rule: Rule
    private let spec: ResolvedSpec
    private(set) var findings = Findings()

    init(_ rule: Rule, _ spec: ResolvedSpec) {
      self.rule = rule
      self.spec = spec
    }

    /// Reports a property at its value.
    mutating func report(
      at property: Model.Property, _ message: String, related: [Related] = [], help: String? = nil, fix: Fix? = nil,
      secret: Mark? = nil
    ) {
      report(at: property.mark, message, related: related, help: help, fix: fix, secret: secret)
    }

    /// Reports a place, and those of equal targets that are written like it.
    mutating func report(
      at mark: Mark, _ message: String, related: [Related] = [], help: String? = nil, fix: Fix? = nil,
      secret: Mark? = nil
    ) {
      findings.report(
        spec.everywhere(
          Diagnostic(
            id: rule.id, severity: rule.severity, message: message, mark: mark, related: related, help: help, fix: fix,
            secret: secret)))
    }

    /// Reports a place alone, where what is wrong depends on more than the target: on the key of its route.
    mutating func report(
      only mark: Mark, _ message: String, related: [Related] = [], help: String? = nil
    ) {
      findings.report(
        Diagnostic(
          id: rule.id, severity: rule.severity, message: message, mark: mark, related: related, help: help))
    }
  }
}

/// All rules.
public enum Rules {
  /// The rules whose errors nobody can ignore: also those that say of a name or a form what reading says elsewhere.
  static let essential = Set(
    all.filter { $0.isEssential || $0.id.hasPrefix("SPEC") || $0.id.hasPrefix("REF") }.map(\.id))

  /// Checks a model against every rule, and against the optional ones that it asks for.
  public static func check(_ model: Model) -> Findings {
    var findings = Findings()
    let asked = Set((model.spec.lint?.severity ?? []).map(\.name))
    for rule in all where !rule.isOptional || asked.contains(rule.id) {
      var report = Rule.Report(rule, model.spec)
      rule.check(model, &report)
      findings.report(report.findings.sorted)
    }
    return findings
  }
}
