import Foundation
import Testing

/// Messages, documents and comments follow the style sheet in CONTRIBUTING.md.
@Suite struct WordingTests {
  private static let documents =
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/schema.json"] + pages(in: "docs") + pages(in: "docs/rules")

  /// The Markdown files of a folder.
  private static func pages(in name: String) -> [String] {
    let folder = URL(fileURLWithPath: SourceFile.folder).deletingLastPathComponent().path + "/" + name
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.sorted().filter { $0.hasSuffix(".md") }.map { "\(name)/\($0)" }
  }

  @Test func sourcesFollowTheStyleSheet() throws {
    for file in try SourceFile.all(in: "") {
      for (line, phrase) in Wording.found(inSwift: file.text) {
        Issue.record("Sources\(file.path):\(line): `\(phrase)`")
      }
    }
  }

  @Test(arguments: documents)
  func documentFollowsTheStyleSheet(_ name: String) throws {
    let root = URL(fileURLWithPath: SourceFile.folder).deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    let found = lines.flatMap { index, line in Wording.found(in: String(line)).map { "\(index + 1): `\($0)`" } }
    #expect(found.isEmpty, "\(name): \(found.prefix(20))")
  }

  @Test(arguments: [
    ("AWS refuses the deployment", ["refuses"]), ("a standard stand-alone program, understood outstandingly", []),
    ("there is no function `a`; it is no longer used", []), ("this is no ARN", ["is no "]),
    ("the key must be there", ["be there"]), ("if there is one, and there are several", []),
    ("the name is misspelt, too", ["misspelt", ", too"]), ("too many retold recommendations", []),
  ])
  func phrasesAreFound(_ text: String, _ phrases: [String]) {
    #expect(Wording.found(in: text) == phrases)
  }

  @Test func onlyCommentsAndStringsAreSearched() {
    let text = #"""
      let told = refuse(alone) // alone
      report("a \(told.nobody) and nobody")
      /// What AWS does.
      let text = """
        somebody
        """
      func stands() {}
      """#
    #expect(Wording.found(inSwift: text).map(\.line) == [1, 2, 3, 5])
  }
}
