import Diagnostics
import Foundation
@testable import Gateway
import Support
import Testing

/// Every rule is tested with its own examples, and with the further bad ones in `Tests/Corpus/bad/ID.yaml`, separated by
/// `---`.
@Suite struct RuleExampleTests {
  @Test(arguments: Rules.all.flatMap(BadExample.all))
  func badExampleIsReportedAtItsMarks(_ example: BadExample) {
    let marked = MarkedText(example.text)
    let compiled = Compiled(marked.text)
    let findings = compiled.findings.filter { !isAboutItsSize($0) }
    let comment = Comment(rawValue: compiled.text)
    #expect(!marked.places.isEmpty, "the bad example has no mark")
    #expect(findings.allSatisfy { $0.id == example.rule.id }, comment)
    #expect(findings.allSatisfy { $0.severity == example.rule.kind.severity }, comment)
    #expect(findings.map { $0.mark.start..<$0.mark.end } == marked.places, comment)
  }

  /// A mistake is reported whatever else is wrong in the spec, unless the other mistake may be its reason.
  @Test(arguments: Rules.all.flatMap(BadExample.all))
  func badExampleIsReportedBesideOtherFindings(_ example: BadExample) {
    let marked = MarkedText(example.text)
    for other in example.rule.premise == .spec ? [Other.warnings] : [Other.warnings, Other.errors] {
      guard let other = other.first(where: { !marked.text.contains("\($0.section):") }) else { continue }
      let compiled = Compiled(marked.text + "\n\(other.section): \(other.value)\n")
      let places = compiled.findings.filter { $0.id == example.rule.id }.map { $0.mark.start..<$0.mark.end }
      #expect(Set(places).isSuperset(of: marked.places), Comment(rawValue: compiled.text))
    }
  }

  @Test(arguments: Rules.all.map(Example.init))
  func goodExampleHasNoFindings(_ example: Example) {
    let compiled = Compiled(example.rule.example.good)
    #expect(compiled.findings.allSatisfy(isAboutItsSize), Comment(rawValue: compiled.text))
  }

  /// Some examples and their templates are as large as the limit that they exceed.
  private func isAboutItsSize(_ finding: Diagnostic) -> Bool { finding.id == "CFN004" }

  @Test(arguments: Rules.all.map(Example.init))
  func isDocumented(_ example: Example) {
    let rule = example.rule
    #expect(!rule.kind.summary.isEmpty && !rule.kind.why.isEmpty && rule.kind.source?.isEmpty == false)
    #expect(!rule.kind.summary.hasSuffix("."), "a summary is not a sentence")
    #expect(!rule.example.good.contains("⟦"))
  }

  @Test(arguments: Rules.all.filter(\.kind.isOptional).map(Example.init))
  func optionalRuleRunsOnlyIfEnabled(_ example: Example) {
    let lines = MarkedText(example.rule.example.bad).text.split(separator: "\n", omittingEmptySubsequences: false)
    let compiled = Compiled(lines.filter { !$0.hasPrefix("lint:") }.joined(separator: "\n"))
    #expect(compiled.findings.isEmpty, Comment(rawValue: compiled.text))
  }

  @Test func furtherExamplesBelongToARule() {
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

  /// An element with a finding, in a section that a spec does not have.
  struct Other {
    let section: String
    let value: String

    static let warnings = [
      Other(section: "mappings", value: "{Zebra: {stripes: {black: white}}}"),
      Other(section: "conditions", value: "{Zebra: !Equals [!Ref AWS::Region, eu-west-1]}"),
      Other(section: "parameters", value: "{Zebra: {Type: String}}"),
    ]
    static let errors = [
      Other(section: "cloudMapNamespaces", value: "{zebra: {id: ns-0123456789abcdef, stripes: 1}}"),
      Other(section: "securityGroups", value: "{zebra: {id: sg-0123456789abcdef0, stripes: 1}}"),
    ]
  }

  /// A rule, shown by its ID in test output.
  struct Example: CustomTestStringConvertible {
    let rule: Rule
    var testDescription: String { "\(rule.id): \(rule.kind.summary)" }
  }

  /// A spec in which a rule has a finding; further ones are numbered in test output.
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

    /// The files of further examples, by rule ID.
    static let further = Dictionary(
      uniqueKeysWithValues: Corpus.specs(in: "bad").map { ($0.deletingPathExtension().lastPathComponent, $0) })
  }
}
