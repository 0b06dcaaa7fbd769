import Diagnostics
import Testing
import YAMLTree

/// A spec must not be able to control a terminal, or to make a finding look like another.
@Suite struct EscapeTests {
  @Test func messagesAndPaths() {
    let files = Files(("a\u{1B}]0;x\u{7}.yaml", "k: v\n"))
    let finding = Diagnostic(
      id: "A\u{1B}", message: "x\u{1B}[31m\r\ny\u{9B}\u{202E}\u{2028}z\t", mark: files.mark("v"),
      related: [Related(message: "r\n\u{8}", mark: .nowhere)], help: "h\u{1B}c\n\u{7F}")
    #expect(
      files.text(finding) == """
        a\\u{1B}]0;x\\u{7}.yaml:1:4: error: x\\u{1B}[31m\\u{D}\\u{A}y\\u{9B}\\u{202E}\\u{2028}z\\u{9} [A\\u{1B}]
            1 | k: v
              |    ^
        note: r\\u{A}\\u{8}
        help: h\\u{1B}c
              \\u{7F}

        1 error

        """)
  }

  @Test func snippetsKeepTheirColumns() {
    let files = Files(("a", "a\u{1B}[2J\u{7F}\u{9B}\u{202E}\0: x\n"))
    #expect(
      files.lines(Diagnostic(id: "A", message: "m", mark: files.mark("x"))) == [
        "a:1:12: error: m [A]", "    1 | a␛[2J␡\u{FFFD}\u{FFFD}␀: x", "      |            ^",
      ])
  }

  @Test func invalidBytes() {
    let source = Source(path: "a", bytes: [0x61, 0xFF, 0xC3, 0x3A, 0x20, 0x78])
    let finding = Diagnostic(id: "A", message: "m", mark: Mark(source: 0, start: 5, end: 6))
    let text = String(decoding: TextFormat(sources: [source], color: false).render([finding]), as: UTF8.self)
    #expect(text.contains("    1 | a\u{FFFD}\u{FFFD}: x\n      |      ^\n"))
  }

  @Test(arguments: [true, false])
  func controlCharactersAreEscaped(color: Bool) {
    let all = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0 as UInt32) }))
    let files = Files((all, "k: v\n" + all))
    let finding = Diagnostic(
      id: all, message: all, mark: files.mark("v"),
      related: [
        Related(message: all, mark: Mark(source: 0, start: 6, end: 9))
      ], help: all)
    let text = files.text(finding, color: color)
    var plain = text
    if color {
      for code in ["1", "1;31", "36", "32", "0"] { plain = plain.split(separator: "\u{1B}[\(code)m").joined() }
    }
    let bad = plain.unicodeScalars.filter {
      $0 != "\n" && $0 != "\t" && ($0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value))
    }
    #expect(bad.isEmpty)
  }
}
