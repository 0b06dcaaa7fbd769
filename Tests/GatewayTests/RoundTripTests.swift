@testable import Gateway
import Support
import Testing

/// A mistake is found in whatever words it is written: the template of a rule's bad example, fed back as `resources`,
/// has a finding of the same rule.
@Suite struct RoundTripTests {
  @Test func everyRuleIsFoundAgainOrListed() {
    let missing = Self.outcomes.filter { !$0.isFound && !Self.isListed($0.id) }.map(\.id)
    #expect(missing == [], "silent, and not listed; \(Self.counts)")
  }

  @Test func whatIsFoundAgainIsOnNoList() {
    let stale = Self.outcomes.filter { $0.isFound && Self.isListed($0.id) }.map(\.id)
    #expect(stale == [], "found: remove them from `exceptions`; \(Self.counts)")
  }

  @Test func listsNameRulesOnce() {
    let listed = Self.exceptions.map(\.id)
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed).subtracting(Self.outcomes.map(\.id)) == [], "no rules")
    #expect(Self.exceptions.allSatisfy { !$0.reason.isEmpty })
  }

  /// What is silent here is silent because of what rules look at, not because a resource was lost on the way.
  @Test func everyResourceIsFedBack() {
    #expect(Self.outcomes.filter { !$0.isWhole }.map(\.id) == [])
  }

  private static func isListed(_ id: String) -> Bool { exceptions.contains { $0.id == id } }

  /// How many rules are found again, by area, of those that are no exceptions.
  private static var counts: String {
    let due = outcomes.filter { outcome in !exceptions.contains { $0.id == outcome.id } }
    let areas = Dictionary(grouping: due) { outcome in outcome.id.filter(\.isLetter) }
    let lines = areas.sorted { $0.key < $1.key }.map { area, outcomes in
      let silent = outcomes.filter { !$0.isFound }.map(\.id)
      return "\(area) \(outcomes.count - silent.count) of \(outcomes.count)  \(silent.joined(separator: " "))"
    }
    return "found again: \(due.count(where: \.isFound)) of \(due.count)\n" + lines.joined(separator: "\n")
  }

  /// What became of a rule's bad example.
  private struct Outcome {
    let id: String
    /// Whether the rule found something in the template.
    let isFound: Bool
    /// Whether all resources of the template came back.
    let isWhole: Bool

    init(_ rule: Rule) {
      let made = Compiled(MarkedText(rule.example.bad).text).template
      let again = Compiled(TemplateAsSpec(made, asking: rule.kind.isOptional ? [rule.id] : []).text)
      id = rule.id
      isFound = again.findings.contains { $0.id == rule.id }
      isWhole = again.template.resources.map(\.id) == made.resources.map(\.id)
    }
  }

  private static let outcomes = Rules.all.map(Outcome.init)
}
