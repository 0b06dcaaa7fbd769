import Diagnostics
import Foundation
import Testing
import YAMLTree

@Suite struct JSONFormatTests {
  private let files = Files(("spec.yaml", "a: 1\né: [bokos,\n  x]\n"))

  private var findings: [Diagnostic] {
    [
      Diagnostic(
        id: "REF001", message: "there is no \"bokos\"\u{1B}", mark: files.mark("[bokos,\n  x]"),
        related: [Related(message: "first", mark: files.mark("1"))], help: "did you\nmean?"),
      Diagnostic(id: "X2", severity: .note, message: "so", mark: .nowhere),
    ]
  }

  @Test func writesOneObject() {
    let json = String(decoding: JSONFormat(sources: files.sources).render(findings), as: UTF8.self)
    #expect(
      json == #"""
        {
          "diagnostics": [
            {
              "id": "REF001",
              "severity": "error",
              "message": "there is no \"bokos\"\\u{1B}",
              "path": "spec.yaml",
              "line": 2,
              "column": 4,
              "endLine": 3,
              "endColumn": 5,
              "related": [
                {
                  "message": "first",
                  "path": "spec.yaml",
                  "line": 1,
                  "column": 4
                }
              ],
              "help": "did you\nmean?",
              "fix": null
            },
            {
              "id": "X2",
              "severity": "note",
              "message": "so",
              "path": null,
              "line": null,
              "column": null,
              "endLine": null,
              "endColumn": null,
              "related": [],
              "help": null,
              "fix": null
            }
          ],
          "counts": {
            "error": 1,
            "warning": 0,
            "note": 1
          }
        }

        """#)
  }

  @Test func isValidJSON() throws {
    let bytes = JSONFormat(sources: files.sources).render(findings)
    let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["id"] as? String } == ["REF001", "X2"])
    #expect(diagnostics[0]["message"] as? String == #"there is no "bokos"\u{1B}"#)
    #expect(diagnostics[1]["help"] is NSNull)
    #expect(object["counts"] as? [String: Int] == ["error": 1, "warning": 0, "note": 1])
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  @Test func nothingFound() {
    let bytes = JSONFormat(sources: []).render([])
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    #expect(text == #"{"diagnostics":[],"counts":{"error":0,"warning":0,"note":0}}"#)
  }
}
