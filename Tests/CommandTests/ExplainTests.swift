import Foundation
import Testing

@Suite struct ExplainTests {
  @Test func explainsWithExamples() throws {
    let outcome = try Workspace().run("explain", "vpc005")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("VPC005 (error): "))
    for part in ["\nReported in:\n", "\nUse instead:\n", "\nSource: ", "~~~~~", "https://docs.aws.amazon.com/"] {
      #expect(outcome.output.contains(part))
    }
    #expect(!outcome.output.contains("⟦"))
  }

  @Test func proseIsWrappedToTheTerminal() throws {
    let page = try Workspace().shell("COLUMNS=50 \"$PROGRAM\" explain stg026").output
    let prose = page.split(separator: "\n").filter { !$0.hasPrefix("    ") && !$0.hasPrefix("See also: ") }
    #expect(prose.allSatisfy { $0.count <= 50 } && prose.contains { $0.count > 40 }, "\(page)")
    #expect(page.contains("\n    lint: {severity: {STG026: note}}\n"))
  }

  @Test func anUnknownIdIsWrongUsage() throws {
    let outcome = try Workspace().run("explain", "VPC05")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("unknown rule VPC05; did you mean VPC005?"))
    #expect(try Workspace().run("explain").status == 2)
  }

  /// An ID is a string literal once, where its kind of findings is declared, and all of them are listed.
  @Test func everyIdIsDeclaredOnceAndListed() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
      .standardizedFileURL.resolvingSymlinksInPath()
    var ids: [String] = []
    for case let url as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil) ?? .init() {
      guard url.pathExtension == "swift" else { continue }
      for match in try String(contentsOf: url, encoding: .utf8).matches(of: /(\bid: )?"([A-Z]{2,4}[0-9]{3})"/)
      where match.2 != "AES256" {
        #expect(match.1 != nil, "\(url.lastPathComponent) has the id \(match.2) as a text")
        ids.append(String(match.2))
      }
    }
    let rows = try #require(try Workspace().run("rules", "-f", "json").json() as? [[String: Any]])
    #expect(ids.sorted() == rows.compactMap { $0["id"] as? String })
  }

  @Test func rulesAreListed() throws {
    let workspace = try Workspace()
    let table = try workspace.run("rules").output
    #expect(table.hasPrefix("ID "))
    let rows = try #require(try workspace.run("rules", "-f", "json").json() as? [[String: Any]])
    #expect(rows.count == table.split(separator: "\n").count - 1)
    #expect(rows.allSatisfy { !($0["why"] as? String ?? "").isEmpty && !($0["summary"] as? String ?? "").isEmpty })
    #expect(rows.compactMap { $0["id"] as? String } == rows.compactMap { $0["id"] as? String }.sorted())
  }

  @Test func pagesHaveAllRules() throws {
    let workspace = try Workspace()
    let rows = try #require(try workspace.run("rules", "-f", "json").json() as? [[String: Any]])
    let index = try workspace.run("rules", "--format", "markdown").output
    #expect(index.hasPrefix("# Rules\n"))
    let ids = rows.compactMap { $0["id"] as? String }
    for (area, own) in Dictionary(grouping: ids, by: { String($0.prefix { $0.isLetter }) }) {
      let page = try workspace.run("rules", "--format", "markdown", "--area", area.lowercased()).output
      for id in own {
        #expect(index.contains("[\(id)](rules/\(area).md#\(id.lowercased()))"))
        #expect(page.contains("\n## \(id)\n"))
      }
      #expect(try workspace.run("rules", "--area", area).output.split(separator: "\n").count == own.count + 1)
    }
    let unknown = try workspace.run("rules", "--area", "XYZ")
    #expect(unknown.status == 2 && unknown.errors.contains("unknown area XYZ; the areas are API, "))
  }

  /// A long example is abbreviated around the difference, and a page has no long lines.
  @Test func longExamplesAreAbbreviated() throws {
    let workspace = try Workspace()
    let ids = try workspace.run("rules").output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: " ").first
    }
    let pages = try workspace.shell("\"$PROGRAM\" explain \(ids.joined(separator: " "))").output
    #expect(pages.contains(" more lines …"))
    #expect(pages.split(separator: "\n").allSatisfy { $0.count < 220 })
  }
}
