import Diagnostics
import Testing
import YAMLTree

@Suite struct SnippetTests {
  private func snippet(_ text: String, _ marked: String) -> [String] {
    let files = Files(("a", text))
    return Array(files.lines(Diagnostic(id: "A", message: "m", mark: files.mark(marked))).dropFirst())
  }

  @Test func tabsAlignTheCaret() {
    #expect(snippet("a:\t[x,\tyy]", "yy") == ["    1 | a:\t[x,\tyy]", "      |   \t   \t^~"])
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(snippet("高: é x", "x") == ["    1 | 高: é x", "      |       ^"])
    #expect(snippet("a: 😀高", "😀高") == ["    1 | a: 😀高", "      |    ^~~~"])
    #expect(snippet("e\u{301}: x", "x") == ["    1 | e\u{301}: x", "      |    ^"])
  }

  @Test func onlyTheFirstLineIsUnderlined() {
    #expect(snippet("a: [1,\n  2]\n", "[1,\n  2]") == ["    1 | a: [1,", "      |    ^~~"])
  }

  @Test func carriageReturnsAreNotShown() {
    #expect(snippet("a: 1\r\nb: 2\r\n", "b") == ["    2 | b: 2", "      | ^"])
  }

  @Test func endOfTheText() {
    let files = Files(("a", "a: [\n"))
    let finding = Diagnostic(id: "A", message: "m", mark: Mark(source: 0, start: 5, end: 5))
    #expect(files.lines(finding) == ["a:1:5: error: m [A]", "    1 | a: [", "      |     ^"])
  }

  @Test func emptyFile() {
    let files = Files(("a", ""))
    let finding = Diagnostic(id: "A", message: "m", mark: Mark(source: 0, start: 0, end: 0))
    #expect(files.lines(finding) == ["a:1:1: error: m [A]", "    1 |", "      | ^"])
  }

  @Test func lineNumbersOfManyDigits() {
    #expect(
      snippet(String(repeating: "\n", count: 1_234_566) + "x", "x") == ["1234567 | x", "        | ^"])
  }

  @Test(arguments: [0, 50, 99, 100, 101, 1000, 1900, 1999])
  func longLinesAreCutAroundTheCaret(place: Int) throws {
    var text = Array(repeating: UInt8(ascii: "-"), count: 2000)
    text[place] = UInt8(ascii: "X")
    let lines = snippet(String(decoding: text, as: UTF8.self), "X")
    let shown = lines[0].dropFirst(8)
    #expect(shown.count <= 162)
    #expect(shown.hasPrefix("…") == (place > 100))
    #expect(shown.hasSuffix("…") == (place < 1900))
    #expect(
      lines[0].firstIndex(of: "X").map { lines[0].distance(from: lines[0].startIndex, to: $0) } == lines[1].count - 1)
  }

  @Test func longMarksAreCut() {
    let lines = snippet(String(repeating: "é", count: 5000), String(repeating: "é", count: 4000))
    #expect(
      lines == [
        "    1 | " + String(repeating: "é", count: 160) + "…", "      | ^" + String(repeating: "~", count: 159),
      ])
  }

  @Test func hugeLinesAreFast() {
    let files = Files(("a", String(repeating: "{a: [é]}, ", count: 30_000)))
    let findings = (0..<20).map {
      Diagnostic(id: "A", message: "m", mark: Mark(source: 0, start: UInt32(15_000 * $0), end: UInt32(15_000 * $0 + 1)))
    }
    #expect(TextFormat(sources: files.sources, color: false).render(findings).count < 20_000)
  }
}
