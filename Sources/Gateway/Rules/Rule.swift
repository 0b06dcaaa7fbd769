import Diagnostics
import SpecReading
import YAMLTree

/// A mistake that AWS rejects or that breaks silently: why, an example, and how to find it.
///
/// A rule is one file with one value. Its example is its test: one text with the mistake, the place that is reported, and
/// the fix. It is an object: every run visits all of them.
public final class Rule: Sendable {
  /// What it finds.
  public let kind: FindingKind
  /// Whether its error means that something is left out of the template, so that it cannot be ignored.
  let isEssential: Bool
  /// Its conclusion's basis, if that may not have been read.
  let premise: Premise?
  /// Finds it.
  let check: @Sendable (Model, inout Report) -> Void

  /// The id of what it finds.
  public var id: String { kind.id }
  /// A spec that it finds something in.
  public var example: Example { kind.example ?? Example("") }

  /// The basis of a rule's conclusion. The finding is not reported if that could not be read.
  enum Premise {
    /// Missing in the whole spec.
    case spec
    /// Missing in an element.
    case element
    /// Missing in a part of an element, such as a route.
    case part
    /// A name without a definition.
    case name
    /// A key that does not belong there, whatever its value is.
    case place
  }

  /// A rule that finds a kind of its own.
  init(
    id: String, severity: Severity, premise: Premise? = nil, summary: String, why: String, source: String,
    example: @autoclosure @escaping @Sendable () -> String, isEssential: Bool = false, isOptional: Bool = false,
    check: @escaping @Sendable (Model, inout Report) -> Void
  ) {
    kind = FindingKind(
      id: id, severity: severity, isOptional: isOptional, summary: summary, why: why, source: source, example: example)
    self.isEssential = isEssential
    self.premise = premise
    self.check = check
  }

  /// A rule that finds what a step finds elsewhere.
  init(
    of kind: FindingKind, premise: Premise? = nil, source: String,
    example: @autoclosure @escaping @Sendable () -> String, isEssential: Bool = false,
    check: @escaping @Sendable (Model, inout Report) -> Void
  ) {
    self.kind = kind.with(source: source, example: example)
    self.isEssential = isEssential
    self.premise = premise
    self.check = check
  }

  /// The findings of one rule.
  struct Report {
    private let rule: Rule
    private let model: Model
    private(set) var findings: Findings

    init(_ rule: Rule, _ model: Model, limited: [Severity]) {
      self.rule = rule
      self.model = model
      findings = Findings(limited: limited)
    }

    // Without the rarer arguments: hundreds of calls would pass their defaults.
    /// Reports a property at its value.
    @inline(never)
    mutating func report(at property: Model.Property, _ message: String, help: String? = nil) {
      report(at: property.mark, message, help: help)
    }

    /// Reports a place, and those of equal targets that are written like it.
    @inline(never)
    mutating func report(at mark: Mark, _ message: String, help: String? = nil) {
      report(at: mark, message, related: [], help: help)
    }

    /// Reports a property at its value.
    @inline(never)
    mutating func report(
      at property: Model.Property, _ message: String, related: [Related] = [], help: String? = nil, secret: Mark? = nil
    ) {
      report(at: property.mark, message, related: related, help: help, secret: secret)
    }

    /// Reports a place, and those of equal targets that are written like it.
    @inline(never)
    mutating func report(
      at mark: Mark, _ message: String, related: [Related] = [], help: String? = nil, fix: Fix? = nil,
      secret: Mark? = nil
    ) {
      findings.report(
        model.spec.everywhere(
          Diagnostic(
            rule.kind, message: message, mark: mark, related: related, help: help, fix: fix, secret: secret)))
    }

    /// Reports a mistake of a property's value.
    @inline(never)
    mutating func report(_ flaw: Flaw, at property: Model.Property) { report(flaw, at: property.mark) }

    /// Reports a mistake at a place.
    @inline(never)
    mutating func report(_ flaw: Flaw, at mark: Mark) { report(at: mark, flaw.message, help: flaw.help) }

    /// Reports a mistake of a part of a value.
    mutating func report(_ flaw: PlacedFlaw) { report(at: flaw.mark, flaw.message, help: flaw.help) }

    /// Reports only this place, where what is wrong depends on more than the target: on the key of its route.
    @inline(never)
    mutating func report(
      only mark: Mark, _ message: String, related: [Related] = [], help: String? = nil
    ) {
      findings.report(
        Diagnostic(rule.kind, message: message, mark: mark, related: related, help: help))
    }
  }
}

/// All rules.
public enum Rules {
  /// The rules whose errors cannot be ignored: also those that report a name or a form as reading does elsewhere.
  static let essential = Set(
    all.filter { $0.isEssential || $0.id.hasPrefix("SPEC") || $0.id.hasPrefix("REF") }.map(\.id))

  /// The other rules, which judge what was read.
  static let judging = Set(all.map(\.id)).subtracting(essential)

  /// The premises of rules that have one, by ID.
  static let premises = Dictionary(all.compactMap { rule in rule.premise.map { (rule.id, $0) } }) { first, _ in first }

  /// Checks a model against every rule, and against the optional ones that it asks for.
  static func judge(_ model: Model) -> Findings {
    let limited = model.spec.mayIgnoreFindings ? [] : Severity.allCases
    var findings = model.checkRouteKeys()
    findings.limited = limited
    var (general, unread) = (Findings(), Findings())
    let loops = LoopPlaces(model)
    let asked = Set((model.spec.lint?.severity ?? []).map(\.name))
    for rule in all where !rule.kind.isOptional || asked.contains(rule.id) {
      var report = Rule.Report(rule, model, limited: limited)
      rule.check(model, &report)
      if report.findings.isEmpty { continue }
      let found = loops?.once(report.findings.sorted) ?? report.findings.sorted
      if isGeneral(rule) {
        general.report(found)
      } else if isAboutUnreadText(rule) {
        unread.report(found)
      } else {
        findings.report(found)
      }
    }
    // A text with an expression that nothing reads, or with an invisible character, is not the value that its author means.
    if !unread.isEmpty {
      let parts = MarkIndex(unread.sorted.map(\.mark))
      let others = findings.sorted.filter { !parts.touches($0.mark) }
      findings = Findings(limited: limited)
      findings.report(others)
      findings.report(unread.sorted)
    }
    // A rule about the property knows more about the same place.
    if !general.isEmpty {
      let known = findings.sorted
      let (errors, warnings) = (
        MarkIndex(known.filter { $0.severity == .error }.map(\.mark)),
        MarkIndex(known.filter { $0.severity > .note }.map(\.mark))
      )
      findings.report(general.sorted.filter { !($0.severity == .error ? errors : warnings).touches($0.mark) })
    }
    return findings
  }

  /// Whether a rule is about texts that are not what their authors mean.
  private static func isAboutUnreadText(_ rule: Rule) -> Bool {
    rule === Rule.expressionOfElsewhere || rule === Rule.unreadSubstitution || rule === Rule.invisibleCharacter
  }

  /// Whether a rule is about all properties.
  private static func isGeneral(_ rule: Rule) -> Bool {
    rule === Rule.propertyLimit || rule === Rule.unreadName || rule === Rule.arnInsideArn
  }
}
