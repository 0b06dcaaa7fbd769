import Foundation
import Testing

/// Findings as text and as JSON.
@Suite struct ReportingTests {
  @Test func textGoesToStandardError() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let outcome = try workspace.run("validate", "spec.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("spec.yaml:2:11: error: "))
    #expect(outcome.errors.contains("    2 |   store: {rutes: {}}\n      |           ^~~~~\n"))
    #expect(outcome.errors.contains("spec.yaml:5:7: error: "))
    #expect(outcome.errors.hasSuffix("\n2 errors\n"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func jsonIsOneObjectOnStandardOutput() throws {
    let workspace = try Workspace([
      "a.yaml": Specs.wrong, "fine.yaml": Specs.store, "b.yaml": Specs.unused,
    ])
    for outcome in [
      try workspace.run("a.yaml", "fine.yaml", "b.yaml", "-o", "out", "--format", "json"),
      try workspace.run("a.yaml", "fine.yaml", "b.yaml", "--validate-only", "--format=json"),
      try workspace.run("validate", "--format", "json", "a.yaml", "fine.yaml", "b.yaml"),
    ] {
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      let findings = try outcome.diagnostics()
      #expect(findings.map { $0["path"] as? String } == ["a.yaml", "a.yaml", "b.yaml"])
      #expect(findings.map { $0["severity"] as? String } == ["error", "error", "warning"])
      #expect(findings.map { $0["line"] as? Int } == [2, 5, 2])
      #expect(try outcome.counts() == ["error": 2, "warning": 1, "note": 0])
      let keys: Set = [
        "id", "severity", "message", "path", "line", "column", "endLine", "endColumn", "related", "help", "fix",
      ]
      for finding in findings { #expect(Set(finding.keys) == keys) }
    }
  }

  @Test func jsonWithoutFindings() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    for outcome in [
      try workspace.run("spec.yaml", "-o", "out", "--format", "json"),
      try workspace.run("spec.yaml", "-o", "out", "--format", "json"),
      try workspace.run("validate", "spec.yaml", "--format", "json"),
    ] {
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(try outcome.diagnostics().isEmpty)
      #expect(try outcome.counts() == ["error": 0, "warning": 0, "note": 0])
    }
    #expect(workspace.names(in: "out") == ["spec.template.json"])
  }

  @Test func jsonIncludesFileProblems() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "wrong.yaml": Specs.wrong, "file": ""])
    let reading = try workspace.run("validate", "missing.yaml", "wrong.yaml", "--format", "json")
    #expect(reading.status == 2)
    #expect(reading.errors == "")
    #expect(try reading.counts()["error"] == 3)
    let finding = try #require(try reading.diagnostics().last)
    #expect(finding["id"] as? String == "FILE001")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["path"] as? String == "missing.yaml")
    #expect(finding["line"] as? Int == 1)
    #expect(finding["column"] as? Int == 1)
    let writing = try workspace.run("spec.yaml", "-o", "file", "--format", "json")
    #expect(writing.status == 2)
    #expect(writing.errors == "")
    #expect(try writing.diagnostics().map { $0["path"] as? String } == ["file"])
  }

  @Test func aDryRunWithJSONPrintsItsSummaryToStandardError() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let outcome = try workspace.run("spec.yaml", "-o", "out", "--dry-run", "--format", "json")
    #expect(outcome.status == 0)
    #expect(try outcome.diagnostics().isEmpty)
    #expect(outcome.errors.hasPrefix("would write out/spec.template.json ("))
    #expect(!workspace.exists("out"))
  }

  @Test func templatesAreWrittenDespiteWarnings() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused])
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("spec.yaml:2:"))
    #expect(outcome.errors.contains(": warning: "))
    #expect(outcome.errors.contains("\n1 warning\n"))
    #expect(outcome.output.hasPrefix("wrote "))
  }

  @Test func quietReportsOnlyErrors() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused, "wrong.yaml": Specs.wrong])
    for outcome in [
      try workspace.run("spec.yaml", "-o", "out", "--quiet"), try workspace.run("validate", "-q", "spec.yaml"),
    ] {
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
      #expect(outcome.errors == "")
    }
    let wrong = try workspace.run("validate", "--quiet", "spec.yaml", "wrong.yaml")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains(": error: "))
    #expect(!wrong.errors.contains("warning"))
    let json = try workspace.run("validate", "--quiet", "spec.yaml", "wrong.yaml", "--format", "json")
    #expect(try json.counts() == ["error": 2, "warning": 0, "note": 0])
    #expect(try workspace.run("spec.yaml", "-o", "-", "-q").output.hasPrefix("{"))
    #expect(try workspace.run("ids", "spec.yaml", "-q").output.contains("apis.store"))
  }

  @Test(.enabled(if: Program.hasTerminal, "no terminal is available"))
  func colorsAreForTerminals() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let script = #"script -qec '"$PROGRAM" validate spec.yaml' /dev/null"#
    let bold = "\u{1B}[1;31m"
    #expect(try workspace.shell(script, environment: ["TERM": "xterm"]).output.contains(bold))
    #expect(try workspace.shell(script, environment: ["TERM": "xterm", "NO_COLOR": ""]).output.contains(bold))
    for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]] {
      let outcome = try workspace.shell(script, environment: environment)
      #expect(outcome.output.contains("spec.yaml:2:11: error: "))
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  private static let colors: [(options: [String], environment: [String: String], isColored: Bool)] = [
    ([], [:], false), (["--color", "auto"], [:], false), (["--color", "always"], [:], true),
    (["--color", "always"], ["NO_COLOR": "1"], true), ([], ["FORCE_COLOR": "1"], true),
    ([], ["FORCE_COLOR": "0"], false), ([], ["CLICOLOR_FORCE": "1"], true),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false), (["--color=never"], ["FORCE_COLOR": "1"], false),
  ]

  @Test(arguments: colors)
  func colorsCanBeSet(_ options: [String], _ environment: [String: String], _ isColored: Bool) throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    for command in [["validate", "spec.yaml"], ["spec.yaml", "-o", "out"], ["ids", "spec.yaml"]] {
      let outcome = try Outcome(of: [Program.path] + command + options, in: workspace, environment: environment)
      #expect(outcome.errors.contains("\u{1B}[1;31m") == isColored)
    }
    let wrong = try workspace.run("validate", "spec.yaml", "--color", "red")
    #expect(wrong.status == 2)
  }

  @Test func aHyphenIsStandardOutput() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong, "fine.yaml": Specs.store])
    let text = try workspace.run("validate", "spec.yaml", "fine.yaml", "-f", "text=-")
    #expect(text.errors == "")
    #expect(text.output.hasPrefix("spec.yaml:2:11: error: "))
    #expect(text.output.hasSuffix("\n2 errors\nfine.yaml: valid (4 resources)\n"))
    let json = try workspace.run("validate", "spec.yaml", "--format=json=-", "-f", "text")
    #expect(try json.counts()["error"] == 2)
    #expect(json.errors.hasSuffix("\n2 errors\n"))
    #expect(try workspace.run("validate", "spec.yaml", "-f", "json=-", "-f", "text=-").status == 2)
    #expect(!workspace.exists("-"))
  }

  @Test func namesCannotControlTheTerminal() throws {
    let name = "\u{1B}[31mspec.yaml"
    let workspace = try Workspace([name: Specs.store])
    for outcome in [
      try workspace.run("validate", name), try workspace.run(name + "x", "-o", "\u{1B}]0;out"),
      try workspace.run(name, "-o", "\u{1B}]0;out"), try workspace.run("ids", name + "x"),
    ] {
      #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
    }
  }
}
