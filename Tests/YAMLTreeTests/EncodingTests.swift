import Testing
import YAMLTree

@Suite struct EncodingTests {
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false], ["a: 1\n", "\u{FEFF}a: 1\n", "\u{FEFF}é: 1\n"])
  func wide(bigEndian: Bool, text: String) {
    let reading = Reading(EncodingTests.utf16(text, bigEndian: bigEndian))
    let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        encoding 1:1+0: the file is encoded as \(name), expected UTF-8
          help: save the file as UTF-8, for example with `iconv -f \(name) -t UTF-8`
        """)
  }

  /// libyaml does not decode a text that is printable ASCII: it is read like one that is decoded, on the next line.
  @Test(arguments: [
    "a", "a: 1", "a: 1\r\n", "a:\n- b\n-\tc", "a: |\n  b\n  c", "a: >-\n  b\n\n", "a: |2", "a: 'b", "a: \"\\x",
    "a: [b, {c: d",
    "a: \"b\\\n  c\"", "a: !If [b, &c d, *c]", "a: *b", "a: !<", "%", "--- a\n...\n", "a: b: c", "? a\n: b", "a: @b",
    "a: &", "a: ",
    "a: b #", String(repeating: "a: [1, 'b', \"c\"]\n", count: 5_000),
    String(repeating: "- a\n", count: 9_000) + "b: c",
  ])
  func printableASCII(text: String) {
    let comment = "# \u{E9}\n"
    let (plain, decoded) = (Reading(text), Reading(comment + text))
    #expect(plain.flat == decoded.flat)
    #expect(plain.problems.map(\.message) == decoded.problems.map(\.message))
    let length = UInt32(comment.utf8.count)
    #expect(plain.problems.map { $0.mark.start + length } == decoded.problems.map(\.mark.start))
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0] as [UInt8], "UTF-32LE"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
    ([0x61, 0, 0, 0, 0x3A, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x61, 0, 0, 0, 0x3A], "UTF-32BE"),
  ])
  func wider(bytes: [UInt8], name: String) {
    #expect(Reading(bytes).report.hasPrefix("encoding 1:1+0: the file is encoded as \(name), expected UTF-8"))
  }

  @Test(arguments: [
    ("a: gr\u{FC}n, caf\u{E9}", "ISO-8859-1 (Latin-1)", "ISO-8859-1"),
    ("a: \u{93}gr\u{FC}n\u{94}", "Windows-1252", "Windows-1252"),
  ])
  func oneBytePerCharacter(text: String, name: String, inCommands: String) {
    let report = Reading(text.unicodeScalars.map { UInt8($0.value) }).report
    #expect(report.contains("the file is not UTF-8, but probably \(name): unexpected byte 0x"))
    #expect(report.hasSuffix("with `iconv -f \(inCommands) -t UTF-8`"))
  }

  @Test func severalBytesPerCharacter() {
    // Shift JIS.
    let report = Reading([0x61, 0x3A, 0x20, 0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x0A]).report
    #expect(report == "encoding 1:4+1: the file is not UTF-8: unexpected byte 0x93\n  help: save the file as UTF-8")
  }

  @Test func zeroByte() {
    let reading = Reading("a: 1\nb: x\0y\n")
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        encoding 2:5+1: a NUL byte is not allowed in YAML
          help: in a string in double quotes, write it as `"\\0"`
        """)
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xFF, 0xFE, 0x0A] as [UInt8], "1:4+1", "FF"),
    ([0x61, 0x3A, 0x20, 0xE9, 0x80, 0x74], "1:4+1", "E9"),
    ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0x0A, 0x62, 0x80], "2:2+1", "80"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x3A, 0x20, 0xFF], "1:4+1", "FF"),
    ([0x61, 0x3A, 0x20, 0xF0, 0x9F], "1:4+1", "F0"),
    ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "1:4+1", "ED"),
    ([0x61, 0x3A, 0x20, 0xC0, 0x80], "1:4+1", "C0"),
  ])
  func invalid(bytes: [UInt8], place: String, byte: String) {
    let reading = Reading(bytes)
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        encoding \(place): the file is not UTF-8: unexpected byte 0x\(byte)
          help: save the file as UTF-8
        """)
  }

  @Test func controlCharacter() {
    #expect(
      Reading("é: 1\nb: \u{7}x\n").report == """
        encoding 2:4+1: control character U+0007 is not allowed in YAML
          help: in a string in double quotes, write it as `\\u0007`
        """)
  }

  @Test func tooLarge() {
    let limit = 16 << 20
    let filler = "a: 1 #" + String(repeating: "x", count: limit - 6)
    #expect(Reading(filler).problems.isEmpty)
    let reading = Reading(filler + "x")
    #expect(reading.root == nil)
    #expect(
      reading.report
        == "tooLarge 1:1+0: the file is larger than 16 MiB, the maximum size")
  }
}
