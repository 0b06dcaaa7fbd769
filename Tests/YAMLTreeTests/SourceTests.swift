import Testing
import YAMLTree

@Suite struct SourceTests {
  private func source(_ text: String) -> Source { Source(path: "a.yaml", bytes: Array(text.utf8)) }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 2), (5, 2, 2), (6, 3, 1), (7, 4, 1), (8, 4, 2), (9, 4, 2),
    (1000, 4, 2), (-5, 1, 1),
  ])
  func places(offset: Int, line: Int, column: Int) {
    // All three line ends; the last line also has one.
    #expect(source("ab\nc\r\n\re\n").position(at: offset) == Position(line: line, column: column))
  }

  @Test func columnsCountScalars() {
    let source = source("é高😀x\ny")
    #expect(source.position(at: 9) == Position(line: 1, column: 4))
    #expect(source.position(at: 11) == Position(line: 2, column: 1))
  }

  @Test(arguments: [0, 1, 511, 512, 513, 1_023, 1_024, 1_535, 2_999])
  func columnsOfALongLineCountScalars(characters: Int) {
    // Characters of two bytes, so that a block of bytes ends inside of one.
    let source = source("a: b\n" + "x" + String(repeating: "é", count: 3_000) + "\nc")
    #expect(source.position(at: 6 + 2 * characters) == Position(line: 2, column: 2 + characters))
    #expect(source.position(at: 6_006) == Position(line: 2, column: 3_002))
    #expect(source.position(at: 6_007) == Position(line: 3, column: 1))
  }

  @Test func byteOrderMarkIsNotAColumn() {
    let source = source("\u{FEFF}ab\ncd")
    #expect(source.position(at: 0) == Position(line: 1, column: 1))
    #expect(source.position(at: 4) == Position(line: 1, column: 2))
    #expect(source.line(1) == "ab")
  }

  @Test func linesWithoutTheirEnds() {
    let source = source("ab\r\n\rc\nd")
    #expect((0...6).map(source.line) == [nil, "ab", "", "c", "d", nil, nil])
    #expect(source.lineRange(3) == 5..<6)
  }

  @Test func unicodeLineSeparatorsDoNotEndALine() {
    let source = source("a\u{2028}b\u{85}c\nd")
    #expect(source.line(1) == "a\u{2028}b\u{85}c")
    #expect(source.line(2) == "d")
  }

  @Test func emptyText() {
    #expect(source("").position(at: 3) == Position(line: 1, column: 1))
    #expect(source("").line(1)?.isEmpty == true)
    #expect(source("\n").line(2) == nil)
  }

  @Test func nowhere() {
    #expect(Mark.nowhere.isNowhere)
    #expect(!Mark(source: 0, start: 0, end: 0).isNowhere)
  }
}
