import Support
import Testing

/// What `properties` and `overrides` write is looked at like what the language writes: the same rule finds it.
@Suite struct WrittenPropertyTests {
  @Test(arguments: WrittenProperty.all)
  func ruleSeesWhatIsWritten(_ written: WrittenProperty) {
    let before = Compiled(written.base)
    let after = Compiled(written.text)
    let isFound = after.findings.contains { $0.id == written.rule }
    #expect(!before.findings.contains { $0.id == written.rule }, "the spec has it without them")
    if written.isSeen {
      #expect(isFound, Comment(rawValue: after.text))
    } else {
      #expect(!isFound, "it is seen now: take `notYet` away")
    }
  }

  @Test func rowsDiffer() {
    #expect(Set(WrittenProperty.all.map(\.text)).count == WrittenProperty.all.count)
  }
}

/// A mistake in a property that `overrides` or `properties` of an element write.
struct WrittenProperty: CustomTestStringConvertible {
  let rule: String
  /// The spec without it.
  let base: String
  /// The spec with it.
  let text: String
  let isSeen: Bool
  let testDescription: String

  /// `overrides` write properties of the resource at a place of a spec.
  static func override(_ rule: String, _ base: String, _ place: String, _ properties: String) -> WrittenProperty {
    WrittenProperty(
      rule: rule, base: base, text: "\(base)\noverrides: {\"\(place)\": {Properties: {\(properties)}}}", isSeen: true,
      testDescription: "\(rule): overrides of \(place): \(properties)")
  }

  /// `properties` in the mapping after a key that the spec has once.
  static func properties(_ rule: String, _ base: String, _ key: String, _ properties: String) -> WrittenProperty {
    WrittenProperty(
      rule: rule, base: base, text: base.replacing("\(key): {", with: "\(key): {properties: {\(properties)}, "),
      isSeen: true, testDescription: "\(rule): properties of \(key): \(properties)")
  }

  /// The same, which is to be seen and is not yet.
  var notYet: WrittenProperty {
    WrittenProperty(rule: rule, base: base, text: text, isSeen: false, testDescription: testDescription)
  }
}
