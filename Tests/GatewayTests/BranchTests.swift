@testable import Gateway
import Support
import Testing

/// A mistake is found in a branch of `!If` as well: the marked value of each bad example, put into one.
@Suite struct BranchTests {
  @Test(arguments: [true, false])
  func everyRuleIsFoundInABranchOrListed(_ isFirst: Bool) {
    let silent = outcomes(isFirst).filter { !$0.isFound && !Self.exceptions.keys.contains($0.id) }.map(\.id)
    #expect(silent == [])
  }

  @Test func whatIsFoundIsOnNoList() {
    let found = outcomes(true).filter(\.isFound).map(\.id)
    #expect(Set(found).intersection(Self.exceptions.keys) == [], "found: remove them from `exceptions`")
  }

  @Test func manyRulesAreTried() {
    #expect(outcomes(true).count > 100)
  }

  private func outcomes(_ isFirst: Bool) -> [(id: String, isFound: Bool)] {
    Rules.all.compactMap { rule in
      guard let text = BranchTests.branched(rule.example.bad, isFirst) else { return nil }
      return (rule.id, Compiled(text).findings.contains { $0.id == rule.id })
    }
  }

  /// The spec with the marked value in a branch of `!If`; nil if it is no plain text, or not the only one.
  private static func branched(_ marked: String, _ isFirst: Bool) -> String? {
    var lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { lines[$0].contains("⟦") }
    guard places.count == 1, !marked.contains("conditions:"), !marked.contains("parameters:"),
      let match = lines[places[0]].wholeMatch(of: /( *(?:- )?[^:#{\["'⟦]+: )([^!&*|>{\[⟦]*⟦[^⟧]*⟧[^⟦]*)/)
    else { return nil }
    var value = match.2.filter { $0 != "⟦" && $0 != "⟧" }
    if value.hasPrefix("!") || value.hasPrefix("[") || value.hasPrefix("{") { return nil }
    if !value.hasPrefix("\""), !value.hasPrefix("'"), Int(value) == nil, !["true", "false"].contains(value) {
      value = "\"\(value)\""
    }
    lines[places[0]] = "\(match.1)!If [XCondition, \(isFirst ? "\(value), !Ref XOther" : "!Ref XOther, \(value)")]"
    return lines.joined(separator: "\n") + """

      parameters: {XParameter: {Type: String}, XOther: {Type: String}}
      conditions: {XCondition: !Equals [!Ref XParameter, yes]}

      """
  }

  /// Rules that are silent, and why.
  private static let exceptions = [
    "API018": "a note",
    "API024": "a word of the language",
    "CFN010": "about the section that the value is in",
    "CFN020": "a resource's type",
    "CFN023": "a resource's type",
    "DOM006": "names are not looked up in a branch",
    "DOM022": "`certificate: true` is a word of the language",
    "DOM029": "`certificate: true` is a word of the language",
    "DOM031": "names are not looked up in a branch",
    "INT016": "a permission that the language writes",
    "INT018": "a word of the language",
    "LAM004": "a word of the language",
    "LAM025": "names are not looked up in a branch",
    "LAM029": "names are not looked up in a branch",
    "LB017": "an element that exists, which is not in the template",
    "SPEC005": "a word of the language",
    "SPEC012": "a word of the language",
    "STG001": "a word of the language",
    "STG002": "a word of the language",
    "VPC020": "a word of the language",
    "WS025": "a word of the language",
    "WS033": "a word of the language",
    "WS034": "a word of the language",
    "WS046": "a word of the language",
  ]
}
