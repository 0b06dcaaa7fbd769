import Testing
import YAMLTree

@Suite struct KeyTests {
  @Test func twiceInASmallMapping() throws {
    let reading = Reading("a: 1\nb: {c: 1, d: 2, 'c': 3}\n\"\\x61\": 4\na: 5\n")
    #expect(
      reading.report == """
        duplicateKey 2:17+3: duplicate key `c`
          2:5+1: first defined here
        duplicateKey 3:1+6: duplicate key `a`
          1:1+1: first defined here
        duplicateKey 4:1+1: duplicate key `a`
          1:1+1: first defined here
        """)
    // The first one is kept, and so is the rest.
    #expect(reading.flat == #"{a: "1", b: {c: "1", d: "2"}}"#)
    #expect(reading.tree.count(try #require(reading.root)) == 2)
  }

  @Test(arguments: [7, 8, 9, 15, 16, 17, 100, 1000])
  func twiceInAMappingOf(size: Int) {
    let lines = (0..<size).map { "key\($0): \($0)\n" }.joined()
    #expect(Reading(lines).problems.isEmpty)
    let reading = Reading(lines + "other: 1\n'key3': x\nkey\(size - 1): y\n")
    #expect(
      reading.report == """
        duplicateKey \(size + 2):1+6: duplicate key `key3`
          4:1+4: first defined here
        duplicateKey \(size + 3):1+\(3 + "\(size - 1)".count): duplicate key `key\(size - 1)`
          \(size):1+\(3 + "\(size - 1)".count): first defined here
        """)
    #expect(reading.root.map(reading.tree.count) == size + 1)
  }

  @Test func sameKeyInDifferentMappings() {
    #expect(Reading("a: {k: 1}\nb: {k: 2}\nc: [{k: 1}, {k: 1}]\n").problems.isEmpty)
  }

  @Test func reportedMistakesAreLimited() {
    let reading = Reading(
      String(repeating: "a: 1\n", count: 20) + "b: {" + String(repeating: "x: 1, ", count: 3000) + "}")
    #expect(reading.problems.count >= 1000)
    let lists = Reading("k:\n" + String(repeating: "- *x\n", count: 5000))
    #expect(lists.problems.count == 1001)
    #expect(lists.problems.last?.message == "too many problems; the rest of the file is not read")
  }

  @Test(arguments: [
    ("? [a]\n: b\n", "keyNotText 1:3+3: a key must be a string, found a list", "[id]"),
    ("k: {{a}: b}\n", "keyNotText 1:5+3: a key must be a string, found a mapping", "{id}"),
    ("k: {{ x }}\n", "keyNotText 1:5+5: a key must be a string, found a mapping", "{id}"),
    ("a: &x {b: 1}\n*x : 2\n", "keyNotText 2:1+2: a key must be a string, found a mapping", "{id}"),
    ("? - a\n  - b\n: c\n", "keyNotText 1:3+3: a key must be a string, found a list", "[id]"),
  ])
  func keysThatAreNotScalars(text: String, expected: String, example: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report == "\(expected)\n  help: quote a string that starts with a brace or bracket: `\"\(example)\"`")
  }
}
