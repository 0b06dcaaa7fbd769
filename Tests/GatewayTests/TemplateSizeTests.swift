import CloudFormation
import Foundation
import Support
import Testing

@testable import Gateway

/// The size of a template is counted without writing it.
@Suite struct TemplateSizeTests {
  @Test(arguments: specs)
  func countedSizeIsTheWrittenSize(_ spec: URL) throws {
    let template = try Compiled(file: spec).split
    #expect(template.uses.map(\.bytes) == template.templates.map { $0.json().count })
  }

  /// `validate` does not split a template whose estimate is far from the limits.
  @Test(arguments: ["a", "anApiWithALongerNameThanMostOthersHave"])
  func estimatesOfSplitTemplatesAreNotTooSmall(_ name: String) throws {
    let apis = (0..<3).map { api in
      let routes = (0..<200).map { "      GET /items\($0)/{id}: https://\(name)\($0).example.com\n" }
      return "  \(name)\(api):\n    routes:\n" + routes.joined()
    }
    let compiled = Compiled("apis:\n" + apis.joined())
    let estimates = try #require(compiled.model?.result.estimate)
    let uses = Dictionary(uniqueKeysWithValues: compiled.split.uses.map { ($0.stack ?? "", $0) })
    #expect(estimates.count == uses.count && uses.count > 8)
    for estimate in estimates {
      let exact = try #require(uses[estimate.stack ?? ""])
      #expect(estimate.resources == exact.resources)
      #expect(estimate.bytes >= exact.bytes && estimate.bytes < 2 * exact.bytes)
      #expect(estimate.parameters >= exact.parameters && estimate.outputs >= exact.outputs)
    }
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
