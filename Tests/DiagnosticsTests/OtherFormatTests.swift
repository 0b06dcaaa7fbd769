import Diagnostics
import Foundation
import Testing
import YAMLTree

/// Compares each format with its stored output, `Tests/Formats/NAME`. With `RECORD=1` the files are rewritten, and tests
/// that rewrote a file fail.
@Suite struct OtherFormatTests {
  private let files = Files(
    ("specs/a b.yaml", "apis:\n  é: {lamda: bokos}\n  store: [1,\n    2]\n"), ("clean.yaml", "apis:\n"))

  private var findings: [Diagnostic] {
    let word = files.mark("lamda")
    return [
      Diagnostic(
        id: "SPEC001", message: "unknown key `lamda`: 100%, \"really\"\u{1B} <here> & now", mark: word,
        related: [Related(message: "this, for one", mark: files.mark("apis", in: 1))], help: "did you mean `lambda`?",
        fix: Fix("write `lambda`", at: word, replacement: "lambda")),
      Diagnostic(id: "VPC018", severity: .warning, message: "several\nlines", mark: files.mark("[1,\n    2]")),
      Diagnostic(id: "X2", severity: .note, message: "nowhere", mark: .nowhere),
    ]
  }

  private let kinds = [
    FindingKind(
      id: "SPEC001", summary: "an unknown key", why: "Nothing is silently ignored.", source: "the language",
      page: "https://example.com/spec", example: { "apis: {⟦rutes → routes⟧: {}}" }),
    FindingKind(id: "VPC018", severity: .warning, summary: "a warning", why: "Why."),
    FindingKind(id: "VPC019", severity: .warning, summary: "not found", why: "Why."),
  ]

  private func render(_ name: String, _ findings: [Diagnostic]) -> [UInt8] {
    switch name {
    case "concise.txt": ConciseFormat(sources: files.sources).render(findings)
    case "sarif.json":
      SARIFFormat(sources: files.sources, version: "1.2.3", kinds: kinds).render(findings)
    case "github.txt": GitHubFormat(sources: files.sources).render(findings)
    case "gitlab.json": GitLabFormat(sources: files.sources).render(findings)
    case "junit.xml": JUnitFormat(sources: files.sources).render(findings)
    case "json.json": JSONFormat(sources: files.sources).render(findings)
    default: TextFormat(sources: files.sources, color: false).render(findings)
    }
  }

  private static let names = [
    "text.txt", "concise.txt", "json.json", "sarif.json", "github.txt", "gitlab.json", "junit.xml",
  ]

  @Test(arguments: names)
  func isAsStored(_ name: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Formats/\(name)")
    let written = Data(render(name, findings))
    let stored = try? Data(contentsOf: url)
    if written != stored, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try written.write(to: url)
      Issue.record("\(name) was rewritten")
    } else {
      #expect(String(decoding: written, as: UTF8.self) == stored.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  @Test(arguments: ["json.json", "sarif.json", "gitlab.json"])
  func isValidJSON(_ name: String) throws {
    for found in [findings, []] { _ = try JSONSerialization.jsonObject(with: Data(render(name, found))) }
  }

  @Test func junitIsAlwaysValidXML() throws {
    let wild = Diagnostic(
      id: "X", message: String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))), mark: .nowhere)
    for found in [findings, [], [wild]] {
      let text = String(decoding: render("junit.xml", found), as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(text.hasPrefix("<?xml") && text.hasSuffix("</testsuites>\n"))
    }
    let strict = JUnitFormat(sources: files.sources, failOn: .note).render(findings)
    #expect(String(decoding: strict, as: UTF8.self).contains("failures=\"3\""))
  }

  @Test func aCommandIsOneLine() {
    let text = String(decoding: render("github.txt", findings), as: UTF8.self)
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
  }

  @Test func fingerprintsAreStableAndUnique() throws {
    func fingerprints(_ text: String, _ words: [String]) throws -> [String] {
      let files = Files(("a.yaml", text))
      let bytes = Array(text.utf8)
      let marks = words.flatMap { word in
        bytes.indices.filter { bytes[$0...].starts(with: word.utf8) }.map {
          Mark(source: 0, start: UInt32($0), end: UInt32($0 + word.utf8.count))
        }
      }
      let json = GitLabFormat(sources: files.sources).render(marks.map { Diagnostic(id: "A1", message: "m", mark: $0) })
      let array = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]])
      return array.compactMap { $0["fingerprint"] as? String }
    }
    let before = try fingerprints("a: bad\nb: bad\n", ["bad"])
    #expect(try fingerprints("# more\n\n  a: bad\n  b: bad\n", ["bad"]) == before)
    #expect(try fingerprints("a: good\nb: bad\n", ["bad"]) == [before[1]])
    #expect(Set(before).count == 2)
    #expect(Set(try fingerprints("a: bad\nx:\n  a: bad\n", ["bad"])).count == 2)
    #expect(before.allSatisfy { $0.count == 32 })
  }
}
