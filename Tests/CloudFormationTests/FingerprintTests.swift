import CloudFormation
import Testing

struct FingerprintTests {
  static let different: [Value] = [
    "a", "b", "", .null, true, false, 1, "1", [], ["a"], ["a", "b"], [["a"], "b"], ["ab"], .object(Object()),
    ["a": "b"],
    ["b": "a"], ["a": .null], .ref("a"), .getAtt("a", "b"), .getAtt("ab", ""), ["Ref": "a"], [.ref("a")], ["a": [:]],
    ["true"],
    "true", "null", ["a": "b", "c": "d"], ["a": ["b": "c"]],
  ]

  @Test func differentValuesDiffer() {
    #expect(Set(FingerprintTests.different.map(\.fingerprint)).count == FingerprintTests.different.count)
  }

  @Test(arguments: FingerprintTests.different)
  func eightDigits(_ value: Value) {
    #expect(value.fingerprint.utf8.count == 8)
    #expect(value.fingerprint == value.fingerprint)
  }
}
