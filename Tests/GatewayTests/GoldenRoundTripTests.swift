import Foundation
import Support
import Testing

/// The examples' templates are in order in whatever words they are written: fed back as `resources`, they have no
/// finding.
@Suite struct GoldenRoundTripTests {
  @Test(arguments: goldens)
  func nothingIsFound(_ golden: URL) throws {
    let json = [UInt8](try Data(contentsOf: golden))
    let compiled = Compiled(TemplateAsSpec(json: json).text)
    #expect(!compiled.template.resources.isEmpty)
    #expect(compiled.findings.isEmpty, Comment(rawValue: compiled.text))
  }

  @Test func thereAreGoldens() { #expect(!Self.goldens.isEmpty) }

  private static var goldens: [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "examples"), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.lastPathComponent.hasSuffix(".template.json") }.sorted { $0.path < $1.path }
  }
}
