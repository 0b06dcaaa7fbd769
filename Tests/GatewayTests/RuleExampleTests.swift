import Diagnostics
import Foundation
import Gateway
import Support
import Testing

/// Every rule is tested by its own examples, and by the further bad ones in `Tests/Corpus/bad/ID.yaml`, which lines of
/// `---` part.
@Suite struct RuleExampleTests {
  @Test(arguments: Rules.all.flatMap(BadExample.all))
  func badExampleIsFoundExactlyWhereItIsMarked(_ example: BadExample) {
    let marked = MarkedText(example.text)
    let compiled = Compiled(marked.text)
    let findings = compiled.findings.filter { !isOfItsSize($0) }
    let comment = Comment(rawValue: compiled.text)
    #expect(!marked.places.isEmpty, "the bad example marks no place")
    #expect(findings.allSatisfy { $0.id == example.rule.id }, comment)
    #expect(findings.allSatisfy { $0.severity == example.rule.kind.severity }, comment)
    #expect(findings.map { $0.mark.start..<$0.mark.end } == marked.places, comment)
  }

  @Test(arguments: Rules.all.map(Example.init))
  func goodExampleIsSilent(_ example: Example) {
    let compiled = Compiled(example.rule.example.good)
    #expect(compiled.findings.allSatisfy(isOfItsSize), Comment(rawValue: compiled.text))
  }

  /// Some examples are as large as what they show, and so are their templates.
  private func isOfItsSize(_ finding: Diagnostic) -> Bool { finding.id == "CFN004" }

  @Test(arguments: Rules.all.map(Example.init))
  func isDocumented(_ example: Example) {
    let rule = example.rule
    #expect(!rule.kind.summary.isEmpty && !rule.kind.why.isEmpty && rule.kind.source?.isEmpty == false)
    #expect(!rule.kind.summary.hasSuffix("."), "a summary is no sentence")
    #expect(!rule.example.good.contains("⟦"))
  }

  @Test(arguments: Rules.all.filter(\.kind.isOptional).map(Example.init))
  func optionalRuleIsSilentUnlessAskedFor(_ example: Example) {
    let lines = MarkedText(example.rule.example.bad).text.split(separator: "\n", omittingEmptySubsequences: false)
    let compiled = Compiled(lines.filter { !$0.hasPrefix("lint:") }.joined(separator: "\n"))
    #expect(compiled.findings.isEmpty, Comment(rawValue: compiled.text))
  }

  @Test func furtherExamplesAreOfARule() {
    #expect(Set(BadExample.further.keys).subtracting(Rules.all.map(\.id)) == [])
  }

  @Test func areasListTheirRulesByNumber() {
    for area in Area.all {
      let numbers = area.rules.map { Int($0.id.dropFirst(area.letters.count)) }
      #expect(area.rules.allSatisfy { $0.id.hasPrefix(area.letters) } && !numbers.contains(nil), "\(area.letters)")
      #expect(numbers.compactMap(\.self) == numbers.compactMap(\.self).sorted(), "\(area.letters)")
    }
  }

  @Test func idsAreUnique() {
    let ids = Rules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  /// A rule that a test's output calls by its id.
  struct Example: CustomTestStringConvertible {
    let rule: Rule
    var testDescription: String { "\(rule.id): \(rule.kind.summary)" }
  }

  /// A spec that a rule finds something in; a test's output calls the further ones by their number.
  struct BadExample: CustomTestStringConvertible {
    let rule: Rule
    let text: String
    let number: Int
    var testDescription: String { Example(rule: rule).testDescription + (number == 0 ? "" : " (\(number + 1))") }

    static func all(of rule: Rule) -> [BadExample] {
      let further = further[rule.id].flatMap { try? String(contentsOf: $0, encoding: .utf8) }
      let texts = [rule.example.bad] + (further.map { $0.components(separatedBy: "\n---\n") } ?? [])
      return texts.enumerated().map { BadExample(rule: rule, text: $1, number: $0) }
    }

    /// The files of further ones, by the rule's id.
    static let further = Dictionary(
      uniqueKeysWithValues: Corpus.specs(in: "bad").map { ($0.deletingPathExtension().lastPathComponent, $0) })
  }
}
