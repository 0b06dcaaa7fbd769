import Testing
import YAMLTree

@Suite struct DocumentTests {
  @Test(arguments: ["", "\n\n", "# a\n\n# b\n", "---\n", "\u{FEFF}", "---\n# x\n...\n", "  \n"])
  func empty(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.report == "empty 1:1+0: the file is empty")
  }

  @Test(arguments: ["a: 1\n---\nb: 2\n", "a: 1\n---\n", "---\n---\na: 1\n"])
  func second(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        secondDocument 2:1+3: a second document starts here, expected one per file
          help: remove the `---`, or move what follows it to another file
        """)
  }

  @Test(arguments: [
    ("- a\n- b\n", "1:1+3: expected keys and values, found a list"),
    ("[a]\n", "1:1+3: expected keys and values, found a list"),
    ("some text\n", "1:1+9: expected keys and values, found a single value"),
    ("# x\n'é'\n", "2:1+4: expected keys and values, found a single value"),
  ])
  func notAMapping(text: String, expected: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report
        == "rootNotMapping \(expected)\n  help: write keys and their values, one per line: `key: value`")
  }

  @Test(arguments: [
    ("[", "1:201+1"), ("{a: ", "1:801+1"), ("[\n", "201:1+1"), ("- ", "1:401+0"), ("? ", "1:401+0"),
  ])
  func nesting(repeated: String, place: String) {
    let reading = Reading(String(repeating: repeated, count: 10_000))
    #expect(reading.root == nil)
    #expect(reading.report == "nesting \(place): lists and mappings are nested more than 200 levels deep")
  }

  @Test func nestingOfLines() {
    let reading = Reading((0..<1000).map { String(repeating: " ", count: $0) + "k:\n" }.joined())
    #expect(reading.report == "nesting 201:201+0: lists and mappings are nested more than 200 levels deep")
  }

  @Test func maximumNesting() {
    // The root is the first level.
    #expect(Reading("k: " + String(repeating: "[", count: 199) + String(repeating: "]", count: 199)).problems.isEmpty)
  }
}
