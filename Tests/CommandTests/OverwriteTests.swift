import Foundation
import Testing

/// No output file overwrites a file that was read, or another output file, whatever their paths are.
@Suite struct OverwriteTests {
  private static let files = [
    "spec.yaml": "include: more.yaml\n" + Specs.store + "  books: {openapi: books.json}\n",
    "more.yaml": "x-more: 1\n",
    "books.json": """
    {"openapi": "3.0.1", "info": {"title": "b", "version": "1"}, "paths": {"/a": {"get": {
    "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "payloadFormatVersion": "1.0",
    "uri": "https://docs.example.com"}}}}}
    """,
  ]

  @Test(arguments: [
    ["validate", "spec.yaml", "-f", "json=spec.yaml"],
    ["validate", "spec.yaml", "-f", "json=./more.yaml"],
    ["validate", "spec.yaml", "-f", "json=books.json"],
    ["validate", "spec.yaml", "-f", "json=link"],
    ["validate", "spec.yaml", "-f", "json=hard"],
    ["spec.yaml", "-o", "out", "-f", "sarif=spec.yaml"],
    ["spec.yaml", "-o", "-", "-f", "sarif=hard"],
    ["spec.yaml", "-o", "out", "--dry-run", "-f", "sarif=hard"],
    ["spec.yaml", "-o", "out", "-f", "sarif=out/spec.template.json"],
    ["spec.yaml", "-o", "out", "-f", "json=report", "-f", "sarif=./report"],
    ["spec.yaml", "-o", "linked"],
    ["spec.yaml", "named.yaml", "-o", "linked/same"],
  ])
  func nothingIsWritten(_ arguments: [String]) throws {
    let workspace = try Workspace(Self.files.merging(["named.yaml": "stack: named\n" + Specs.store]) { $1 })
    try #expect(
      workspace.shell(
        """
        ln -s spec.yaml link; ln spec.yaml hard; mkdir -p linked/same
        ln spec.yaml linked/spec.template.json; echo old > linked/same/spec.template.json
        ln linked/same/spec.template.json linked/same/named.template.json
        """
      ).status == 0)
    let script = "find . -type f | sort | xargs sha256sum"
    let before = try workspace.shell(script).output
    let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[FILE004]"))
    #expect(outcome.errors.components(separatedBy: "[FILE004]").count == 2)
    #expect(try workspace.shell(script).output == before)
  }

  @Test func standardInputIsNotOverwritten() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let outcome = try workspace.shell(#""$PROGRAM" validate - -f json=spec.yaml < spec.yaml"#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("spec.yaml is the same file as the input file <stdin> [FILE004]"))
    #expect(try workspace.read("spec.yaml") == Specs.wrong)
  }

  @Test func differentFilesWithTheSameNameAreWritten() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    try workspace.makeFolder("a")
    try workspace.makeFolder("b")
    #expect(
      try workspace.run("spec.yaml", "-o", "out", "-f", "json=a/report", "-f", "json=b/report").status == 0)
    #expect(workspace.names(in: "a") == ["report"] && workspace.names(in: "b") == ["report"])
  }
}
