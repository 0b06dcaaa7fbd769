import Foundation
import JSONWriting
import Testing

@Suite struct JSONStringTests {
  private func written(_ text: String) -> String {
    var buffer = ByteBuffer()
    buffer.append(jsonString: text)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#),
    ("plain", #""plain""#),
    (#"a"b"#, #""a\"b""#),
    (#"a\b"#, #""a\\b""#),
    ("\"", #""\"""#),
    ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
    ("\0\u{1B}\u{1F}", #""\u0000\u001b\u001f""#),
    ("a/b", #""a/b""#),
    ("é高😀\u{7F}\u{2028}", "\"é高😀\u{7F}\u{2028}\""),
    ("x\ny\nz", #""x\ny\nz""#),
  ])
  func escapes(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test func escapesAreFoundAtEveryPlace() {
    for length in 1...40 {
      for place in 0..<length {
        let text = String(repeating: "x", count: place) + "\"" + String(repeating: "y", count: length - place - 1)
        #expect(written(text) == "\"" + text.replacing("\"", with: "\\\"") + "\"")
      }
    }
  }

  @Test func roundTripsAllCharacters() throws {
    let all = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0 as UInt32) }))
    let read = try JSONSerialization.jsonObject(with: Data(written(all).utf8), options: .fragmentsAllowed)
    #expect(Array((read as? String ?? "").unicodeScalars) == Array(all.unicodeScalars))
  }
}
