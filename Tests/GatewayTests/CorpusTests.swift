import Diagnostics
import Foundation
import Support
import Testing
import YAMLTree

/// Specs anyone can add: `err/NAME.yaml` with what is said of it in `err/NAME.out`, and `ok/NAME.yaml`, of which
/// nothing worse than a note is said. With `RECORD=1` the `.out` files are written anew, and the test that wrote fails.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.specs(in: "err"))
  func mistakeIsToldAsRecorded(_ spec: URL) throws {
    let compiled = try Compiled(file: spec)
    let recorded = spec.deletingPathExtension().appendingPathExtension("out")
    let expected = try? String(contentsOf: recorded, encoding: .utf8)
    #expect(compiled.findings.contains { $0.severity > .note }, "nothing is found in it")
    if compiled.text != expected, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try compiled.text.write(to: recorded, atomically: true, encoding: .utf8)
      Issue.record("\(recorded.lastPathComponent) was written anew")
    } else {
      #expect(compiled.text == expected)
    }
  }

  @Test(arguments: Corpus.specs(in: "ok"))
  func rightSpecIsSilent(_ spec: URL) throws {
    let compiled = try Compiled(file: spec)
    #expect(!compiled.findings.contains { $0.severity > .note }, Comment(rawValue: compiled.text))
  }

  @Test func everyRecordHasItsSpec() throws {
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
