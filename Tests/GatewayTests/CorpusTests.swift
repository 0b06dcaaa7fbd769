import Diagnostics
import Foundation
import Support
import Testing
import YAMLTree

/// Specs that anyone can add: `err/NAME.yaml` with the expected findings in `err/NAME.out`, and `ok/NAME.yaml`, which
/// has only notes. With `RECORD=1` the `.out` files are rewritten, and tests that rewrote a file fail.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.specs(in: "err"))
  func findingsAreAsRecorded(_ spec: URL) throws {
    let compiled = try Compiled(file: spec)
    let recorded = spec.deletingPathExtension().appendingPathExtension("out")
    let expected = try? String(contentsOf: recorded, encoding: .utf8)
    #expect(compiled.findings.contains { $0.severity > .note }, "no finding")
    if compiled.text != expected, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try compiled.text.write(to: recorded, atomically: true, encoding: .utf8)
      Issue.record("\(recorded.lastPathComponent) was rewritten")
    } else {
      #expect(compiled.text == expected)
    }
  }

  @Test(arguments: Corpus.specs(in: "ok"))
  func validSpecHasNoFindings(_ spec: URL) throws {
    let compiled = try Compiled(file: spec)
    #expect(!compiled.findings.contains { $0.severity > .note }, Comment(rawValue: compiled.text))
  }

  @Test func everyRecordHasASpec() throws {
    let specs = Set(Corpus.specs(in: "err").map { $0.deletingPathExtension().lastPathComponent })
    let records = Corpus.files(in: "err").filter { $0.pathExtension == "out" }
    #expect(records.allSatisfy { specs.contains($0.deletingPathExtension().lastPathComponent) })
  }
}

extension Compiled {
  init(file: URL) throws {
    self.init(Source(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
  }
}

/// The specs under `Tests/Corpus`; those of `bad` are further examples of rules.
enum Corpus {
  static func specs(in folder: String) -> [URL] { files(in: folder).filter { $0.pathExtension == "yaml" } }

  static func files(in folder: String) -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Corpus/\(folder)"), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
