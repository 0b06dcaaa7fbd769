import Foundation
import Testing

/// Several reports of one run, and their files.
@Suite struct FormatTests {
  @Test func reportsAreWrittenToFiles() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let outcome = try workspace.run(
      "validate", "spec.yaml", "-f", "text", "-f", "sarif=out.sarif", "--format=junit=out.xml", "-f", "json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix("\n2 errors\n"))
    #expect(try outcome.diagnostics().count == 2)
    let sarif = try JSONSerialization.jsonObject(with: Data(try workspace.read("out.sarif").utf8)) as? [String: Any]
    #expect(sarif?["version"] as? String == "2.1.0")
    #expect(try workspace.read("out.xml").contains("failures=\"2\""))
    #expect(workspace.names(in: ".") == ["out.sarif", "out.xml", "spec.yaml"])
  }

  @Test(arguments: ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
  func allFormatsAreAvailable(_ format: String) throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong, "fine.yaml": Specs.store])
    let isForPeople = format == "text" || format == "concise"
    let outcome = try workspace.run("validate", "spec.yaml", "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty == isForPeople)
    #expect(outcome.errors.isEmpty != isForPeople)
    #expect((outcome.output + outcome.errors).contains("rutes"))
    let quiet = try workspace.run("validate", "fine.yaml", "-q", "-f", "\(format)=report")
    #expect(quiet.status == 0)
    #expect(quiet.output + quiet.errors == "")
    #expect(workspace.exists("report"))
  }

  @Test func unwritableReportsAreReported() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    try workspace.makeFolder("folder")
    for arguments in [["-f", "sarif=missing/out"], ["-f", "json=folder", "-f", "text"]] {
      let outcome = try Outcome(of: [Program.path, "validate", "spec.yaml"] + arguments, in: workspace)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("[FILE002]"))
    }
    #expect(try workspace.run("validate", "spec.yaml", "-f", "sarif=folder", "-f", "json").diagnostics().count == 1)
    #expect(workspace.names(in: ".") == ["folder", "spec.yaml"])
  }

  @Test(arguments: [
    (["-f", "json", "-f", "sarif"], "both use standard output"),
    (["-f", "json=a", "-f", "sarif=a"], "a is the output file of two reports, or"),
    (["-f", "json=spec.yaml"], "the output file spec.yaml is also an input file"),
    (["-f", "json="], "'json=' is invalid"),
    (["--fail-on", "never"], "'never' is invalid"),
  ])
  func reportsNeedDifferentFiles(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let outcome = try Outcome(of: [Program.path, "validate", "spec.yaml"] + arguments, in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
    #expect(workspace.names(in: ".") == ["spec.yaml"])
  }

  @Test func failOnSetsTheMinimumSeverity() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused])
    #expect(try workspace.run("validate", "spec.yaml").status == 0)
    #expect(try workspace.run("validate", "spec.yaml", "--fail-on", "error").status == 0)
    let strict = try workspace.run("validate", "spec.yaml", "--fail-on", "warning", "-q")
    #expect(strict.status == 1)
    #expect(strict.output == "")
    #expect(strict.errors.contains("[REF007]"))
    #expect(try workspace.run("spec.yaml", "-o", "out", "--fail-on", "note").status == 1)
    #expect(!workspace.exists("out"))
  }

  @Test func pathsForServicesAreRelative() throws {
    let workspace = try Workspace(["sub/my spec.yaml": Specs.wrong])
    let path = workspace.file("sub/my spec.yaml")
    #expect(try workspace.run("validate", path, "-f", "github").output.contains("file=sub/my spec.yaml,"))
    #expect(try workspace.run("validate", path, "-f", "sarif").output.contains("\"sub/my%20spec.yaml\""))
    #expect(try workspace.run("validate", path, "-f", "gitlab").output.contains("\"sub/my spec.yaml\""))
    #expect(try workspace.run("validate", path, "-f", "concise").errors.hasPrefix(path + ":2:11: error: "))
  }
}
