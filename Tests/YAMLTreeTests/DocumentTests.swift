import Testing
import YAMLTree

@Suite struct DocumentTests {
  @Test(arguments: ["", "\n\n", "# a\n\n# b\n", "---\n", "\u{FEFF}", "---\n# x\n...\n", "  \n"])
  func empty(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.report == "empty 1:1+0: there is nothing in the file")
  }

  @Test(arguments: ["a: 1\n---\nb: 2\n", "a: 1\n---\n", "---\n---\na: 1\n"])
  func second(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        secondDocument 2:1+3: a second document starts here; a file holds one
          help: remove the '---', or put what follows it into a file of its own
        """)
  }

  @Test(arguments: [
    ("- a\n- b\n", "1:1+3: the file holds a list"), ("[a]\n", "1:1+3: the file holds a list"),
    ("some text\n", "1:1+9: the file holds a single value"), ("# x\n'é'\n", "2:1+4: the file holds a single value"),
  ])
  func notAMapping(text: String, expected: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(
      reading.report
        == "rootNotMapping \(expected)\n  help: a file holds keys and their values: 'key: value', one a line")
  }

  @Test(arguments: [
    ("[", "1:201+1"), ("{a: ", "1:801+1"), ("[\n", "201:1+1"), ("- ", "1:401+0"), ("? ", "1:401+0"),
  ])
  func nesting(repeated: String, place: String) {
    let reading = Reading(String(repeating: repeated, count: 10_000))
    #expect(reading.root == nil)
    #expect(reading.report == "nesting \(place): lists and mappings stand more than 200 levels deep here")
  }

  @Test func nestingOfLines() {
    let reading = Reading((0..<1000).map { String(repeating: " ", count: $0) + "k:\n" }.joined())
    #expect(reading.report == "nesting 201:201+0: lists and mappings stand more than 200 levels deep here")
  }

  @Test func deepestThatIsRead() {
    // The root is the first level.
    #expect(Reading("k: " + String(repeating: "[", count: 199) + String(repeating: "]", count: 199)).problems.isEmpty)
  }
}
