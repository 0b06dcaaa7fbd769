import Testing
import YAMLTree

@Suite struct MergeTests {
  private let bases = "a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\n"

  @Test(arguments: [
    ("k: {<<: *a}", #"{x: "1", y: "2"}"#),
    ("k: {<<: *a, w: 0}", #"{w: "0", x: "1", y: "2"}"#),
    ("k: {<<: *a, y: 9}", #"{y: "9", x: "1"}"#),
    ("k: {y: 9, <<: *a}", #"{y: "9", x: "1"}"#),
    ("k: {<<: [*a, *b]}", #"{x: "1", y: "2", z: "4"}"#),
    ("k: {<<: [*b, *a]}", #"{x: "3", z: "4", y: "2"}"#),
    ("k: {<<: {q: 1}}", #"{q: "1"}"#),
    ("k: {<<: []}", "{}"),
    ("k: {<<: {q: 1, <<: *a}, x: 0}", #"{x: "0", q: "1", y: "2"}"#),
    ("k: {<<: [*a, {y: 3, v: 5}]}", #"{x: "1", y: "2", v: "5"}"#),
    ("k: {'<<': *a}", #"{<<: {x: "1", y: "2"}}"#),
    ("k: {\"x\": 9, <<: *a}", #"{x: "9", y: "2"}"#),
  ])
  func addsEntries(text: String, expected: String) {
    let reading = Reading(bases + text)
    #expect(reading.flat(reading["k"]) == expected)
    #expect(reading.problems.isEmpty)
  }

  @Test func chains() {
    let reading = Reading("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: &c {<<: *b, z: 3}\nd: {<<: *c, x: 4}\n")
    #expect(reading.flat(reading["d"]) == #"{x: "4", z: "3", y: "2"}"#)
  }

  @Test func countIsOfOwnEntries() throws {
    let reading = Reading(bases + "k: {<<: *a, w: 1}")
    #expect(reading.tree.count(try #require(reading["k"])) == 1)
  }

  @Test func manyKeys() throws {
    let base = (0..<100).map { "k\($0): base" }.joined(separator: ", ")
    let own = (50..<150).map { "k\($0): own" }.joined(separator: ", ")
    let reading = Reading("a: &a {\(base)}\nk: {<<: *a, \(own)}\n")
    let entries = reading.tree.entries(try #require(reading["k"])).map {
      reading.tree.string($0.key) + reading.tree.string($0.value)
    }
    #expect(entries == (50..<150).map { "k\($0)own" } + (0..<50).map { "k\($0)base" })
  }

  @Test(arguments: [
    ("k: {<<: 1}", "mergeValue 1:9+1"), ("k: {<<: }", "mergeValue 1:9+0"),
    ("k:\n  <<: [{a: 1}, x]", "mergeValue 2:16+1"),
    ("k: {<<: [[]]}", "mergeValue 1:10+2"), ("a: &a 1\nk: {<<: *a}", "mergeValue 2:9+2"),
  ])
  func acceptsOnlyMappings(text: String, expected: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        \(expected): `<<` expects a mapping or a list of mappings
          help: refer to a mapping by its anchor: `<<: *base`
        """)
  }

  @Test func invalidAliasIsReportedOnce() {
    #expect(Reading("k: {<<: *x}\n").problems.map(\.kind) == [.undefinedAlias])
    #expect(Reading("k: &k {<<: *k}\n").problems.map(\.kind) == [.undefinedAlias])
  }

  @Test func twice() {
    #expect(
      Reading(bases + "k:\n  <<: *a\n  <<: *b\n").report == """
        duplicateKey 5:3+2: duplicate key `<<`
          4:3+2: first defined here
          help: merge several mappings with one list: `<<: [*a, *b]`
        """)
  }

  @Test func expansionIsLimited() {
    // Every mapping merges the previous one as often as it fits on a line.
    let keys = (0..<1000).map { "k\($0): 1" }.joined(separator: ", ")
    let merges = Array(repeating: "*a", count: 2000).joined(separator: ", ")
    let reading = Reading("a: &a {\(keys)}\nb: {<<: [\(merges)]}\n")
    #expect(reading.root == nil)
    #expect(reading.problems.map(\.kind) == [.tooLarge])
    #expect(reading.problems.first?.message == "`<<` adds more than 1000000 entries in this file")
  }
}
