import Testing
import YAMLTree

@Suite struct MarkTests {
  @Test(arguments: [
    ("k: plain # comment", "plain"),
    ("k: \"double\"", "\"double\""),
    ("k: 'it''s'", "'it''s'"),
    ("k: \"é\\n\" ", "\"é\\n\""),
    ("k: two\n  lines\n", "two\n  lines"),
    ("k: |\n  a\n\n  b\n\n\nl: 1", "|\n  a\n\n  b"),
    ("k: >-\n  a\n  b\n", ">-\n  a\n  b"),
    ("k: [a,\n  b]\n", "[a,\n  b]"),
    ("k: {a: b}", "{a: b}"),
    ("k: []", "[]"),
    ("k:\n  a: 1\n  b: 2\nl: 3", "a"),
    ("k:\n  'a b':\n    c: 1\n\n\n", "'a b'"),
    ("k:\n  - a\n  - b\n", "- a"),
    ("k:\n- a: 1\n  b: 2\n", "- a"),
    ("k:\n-\n  a: 1\n", "-"),
    ("k:\n- |\n  a\n", "- |"),
    ("k: !Ref  a", "!Ref  a"),
    ("k: !Sub\n- a\n- {}\n", "!Sub"),
    ("k: !If [a, b, c]", "!If [a, b, c]"),
    ("k: &x text", "text"),
    ("k: &x {a: 1}", "{a: 1}"),
    ("k: &x\n  a: 1\n", "&x"),
    ("k: !Ref &x a", "!Ref &x a"),
    ("k:", ""),
    ("k: # nothing\nl: 1", ""),
  ])
  func coversItsNode(text: String, expected: String) {
    #expect(Reading(text).covered("k") == expected)
  }

  @Test func aliasHasItsOwnMark() {
    let reading = Reading("a: &x {b: 1}\nk: *x\n")
    #expect(reading.covered("k") == "*x")
    #expect(reading.covered("a") == "{b: 1}")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEnd(end: String) {
    let reading = Reading(["a: 1", "é: 'ü'", "k: [1, 2]", ""].joined(separator: end))
    #expect(reading.covered("é") == "'ü'")
    #expect(reading["k"].map { reading.place(reading.tree.mark($0)) } == "3:4+6")
  }

  @Test func byteOrderMark() {
    let reading = Reading("\u{FEFF}k: value\nl: é 高 x\nm: end\n")
    #expect(reading.covered("k") == "value")
    #expect(reading.covered("l") == "é 高 x")
    #expect(reading["m"].map { reading.place(reading.tree.mark($0)) } == "3:4+3")
    #expect(Reading("\u{FEFF}k: ascii").covered("k") == "ascii")
  }

  @Test func lineSeparatorsThatOnlyLibyamlKnows() {
    let reading = Reading("a: 1\u{2028}b: 2\u{85}k: 3\n")
    #expect(reading.flat == #"{a: "1", b: "2", k: "3"}"#)
    #expect(reading["k"].map { reading.place(reading.tree.mark($0)) } == "1:14+1")
  }

  @Test func textMarkIsWithoutQuotesAndTag() {
    let reading = Reading("a: !Sub \"x ${b}\"\nb: 'it''s'\nc: plain\nd: |\n  x\ne: [1]\n")
    let marks = ["a", "b", "c", "d", "e"].map { reading[$0].flatMap(reading.tree.textMark).map(reading.covered) }
    #expect(marks == ["x ${b}", nil, "plain", nil, nil])
  }

  @Test func nonASCIITextIsMarkedExactly() {
    // Characters of every length before, in and after the mark.
    let pieces = ["a", "é", "高", "😀", "abcdefgh", "x y", "ü高a"]
    let lines = (0..<500).map { "\(pieces[$0 % 7])\($0): \"\(pieces[$0 / 7 % 7])\" # \(pieces[$0 / 49 % 7])" }
    let reading = Reading(lines.joined(separator: "\n"))
    for index in lines.indices {
      #expect(reading.covered("\(pieces[index % 7])\(index)") == "\"\(pieces[index / 7 % 7])\"")
    }
  }
}
