import CloudFormation
import Comparison
import Foundation
import Testing
import YAMLTree

/// Pairs of templates that anyone can add: `Tests/Updates/NAME.old.yaml` and `NAME.new.yaml`, with the expected
/// comparison in `NAME.out`. With `RECORD=1` the `.out` files are rewritten, and tests that rewrote a file fail.
@Suite struct UpdateTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Updates")
    .standardizedFileURL

  private static func names(endingIn suffix: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  @Test(arguments: names(endingIn: ".new.yaml"))
  func comparisonIsAsRecorded(_ name: String) throws {
    let comparison = StackComparison(from: try stack(name + ".old.yaml"), to: try stack(name + ".new.yaml"))
    let text = String(decoding: ComparisonText.render(comparison, title: name, all: true, color: false), as: UTF8.self)
    let file = Self.folder.appending(path: name + ".out")
    if text != (try? String(contentsOf: file, encoding: .utf8)), ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(file.lastPathComponent) was rewritten")
    } else {
      #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    }
  }

  @Test func everyRecordHasItsTemplates() {
    #expect(Self.names(endingIn: ".out") == Self.names(endingIn: ".old.yaml"))
    #expect(Self.names(endingIn: ".out") == Self.names(endingIn: ".new.yaml"))
  }

  /// Nothing changes between a template and itself.
  @Test(arguments: names(endingIn: ".new.yaml"))
  func aTemplateIsTheSameAsItself(_ name: String) throws {
    #expect(StackComparison(from: try stack(name + ".new.yaml"), to: try stack(name + ".new.yaml")).isEmpty)
  }

  /// What SAM makes has no place of its own in the spec.
  @Test func findingsAboutPartsOfSamHaveThePlaceOfItsResource() throws {
    var comparison = StackComparison(from: try stack("sam-globals.old.yaml"), to: try stack("sam-globals.new.yaml"))
    comparison.locateNotes { $0 == "Api" ? ("spec.yaml", 3) : nil }
    let text = String(decoding: ComparisonText.render(comparison, title: "x", all: true, color: false), as: UTF8.self)
    #expect(text.contains("spec.yaml:3: error: the update may fail: the stage `$default` keeps the settings"))
  }

  private func stack(_ name: String) throws -> WholeStack {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    return WholeStack(try Template(reading: Source(path: name, bytes: bytes))) { _ in nil }
  }
}
