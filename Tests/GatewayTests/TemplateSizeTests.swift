import CloudFormation
import Foundation
import Support
import Testing

/// The size of a template is counted without writing it.
@Suite struct TemplateSizeTests {
  @Test(arguments: specs)
  func countedSizeIsTheWrittenSize(_ spec: URL) throws {
    let template = try Compiled(file: spec).split
    #expect(template.uses.map(\.bytes) == template.templates.map { $0.json().count })
  }

  private static var specs: [URL] { Corpus.specs(in: "ok") + examples }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var examples: [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "examples"), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }
  }
}
