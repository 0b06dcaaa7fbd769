import Foundation
import Testing

@Suite struct IgnoreTests {
  private func concise(_ text: String, _ arguments: String...) throws -> [String] {
    let workspace = try Workspace(["spec.yaml": text])
    let outcome = try Outcome(
      of: [Program.path, "validate", "spec.yaml", "-f", "concise"] + arguments, in: workspace)
    return outcome.errors.split(separator: "\n").map(String.init)
  }

  private static let unused = Specs.unused.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  /// The spec with an unused function on line 2, with a comment after or above it.
  private func spec(behind: String = "", above: String? = nil) -> String {
    var lines = Self.unused
    if !behind.isEmpty { lines[1] += " # apigw-synth: " + behind }
    if let above { lines.insert("  # apigw-synth: " + above, at: 1) }
    return lines.joined(separator: "\n")
  }

  @Test func aCommentAppliesToItsLineAndTheNext() throws {
    #expect(try concise(spec()).count == 1)
    #expect(try concise(spec(behind: "ignore[REF007] soon")) == [])
    #expect(try concise(spec(above: "ignore[REF007] soon")) == [])
    #expect(try concise(spec(behind: "ignore[LAM004, REF007] soon")).count == 1)
  }

  @Test func aCommentOnAnotherLineDoesNotApply() throws {
    let found = try concise("# apigw-synth: ignore[REF007] soon\n" + spec())
    #expect(found.contains { $0.hasSuffix("[REF007]") })
    #expect(found.contains { $0.hasPrefix("spec.yaml:1:23: warning: ") && $0.hasSuffix("[LINT001]") })
  }

  @Test(arguments: [
    ("ignore[REF007]", "[LINT003]"), ("ignore[REF07] soon", "[LINT002]"), ("ignore REF007", "[LINT005]"),
    ("ignore[REF007, STG001] soon", "[LINT001]"),
  ])
  func mistakesInCommentsAreReported(_ comment: String, _ id: String) throws {
    #expect(try concise(spec(behind: comment)).contains { $0.contains(": warning: ") && $0.hasSuffix(id) })
  }

  @Test func aListAppliesToTheWholeSpec() throws {
    #expect(try concise("lint: {ignore: REF007}\n" + spec()) == [])
    #expect(
      try concise("lint: {ignore: [REF007, LINT003]}\n" + spec(behind: "ignore[REF007]")).map(\.suffixId) == ["LINT001"]
    )
    #expect(try concise("lint: {ignore: [STG001]}\n" + Specs.store).map(\.suffixId) == ["LINT001"])
    #expect(try concise("lint: {ignore: [REF07]}\n" + Specs.store).map(\.suffixId) == ["LINT002"])
  }

  @Test func severitiesCanBeChanged() throws {
    #expect(try concise("lint: {severity: {REF007: note}}\n" + spec()).first?.contains(": note: ") == true)
    let workspace = try Workspace(["spec.yaml": "lint: {severity: {REF007: error}}\n" + spec()])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 1)
    #expect(!workspace.exists("out"))
    #expect(
      try concise("lint: {severity: {REF7: error, SPEC001: loud}}\n" + Specs.store).map(\.suffixId) == [
        "LINT002", "SPEC004",
      ])
    #expect(try concise("lint: {severity: {REF7: error}}\n" + Specs.store).map(\.suffixId) == ["LINT002"])
  }

  @Test func optionalRulesRunIfEnabled() throws {
    #expect(try concise(Specs.store).isEmpty)
    let told = try concise("lint: {severity: {STG026: warning}}\n" + Specs.store)
    #expect(told.map(\.suffixId) == ["STG026"])
    #expect(told.first?.contains(": warning: ") == true)
  }

  @Test func essentialErrorsCannotBeIgnored() throws {
    let wrong = Specs.store.replacing("https://docs.example.com", with: "nobody # apigw-synth: ignore[REF001] soon")
    #expect(try concise(wrong).map(\.suffixId) == ["REF001", "LINT004"])
    #expect(
      try concise("lint: {ignore: REF001, severity: {REF001: note}}\n" + wrong).map(\.suffixId).contains("REF001"))
    let workspace = try Workspace(["spec.yaml": "lint: {ignore: REF001}\n" + wrong])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 1)
    #expect(!workspace.exists("out"))
  }
}

extension String {
  /// The ID at the end of a line.
  fileprivate var suffixId: String { split(separator: "[").last.map { String($0.dropLast()) } ?? "" }
}
