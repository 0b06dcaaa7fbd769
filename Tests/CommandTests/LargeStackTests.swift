import Testing

/// Stacks that are split, and how much of the limits a stack uses.
@Suite struct LargeStackTests {
  /// An API with so many routes, each with an integration.
  private func spec(_ routes: Int, _ options: String = "") -> String {
    "apis:\n  store:\n\(options)    routes:\n"
      + (1...routes).map { "      GET /r\($0): https://books.example.com/\($0)\n" }.joined()
  }

  @Test func aSplitStackIsAnnounced() throws {
    let workspace = try Workspace(["large.yaml": spec(260)])
    let outcome = try workspace.run("large.yaml", "-o", "out")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[9] == "the stack large is split into 8 nested stacks")
    #expect(
      outcome.errors.contains(
        """
        Next, with your own BUCKET:
          aws cloudformation package --template-file out/large.template.json --s3-bucket BUCKET \
        --output-template-file out/large.packaged.yaml
          aws cloudformation deploy --stack-name large --template-file out/large.packaged.yaml --s3-bucket BUCKET

        """))
    #expect(workspace.names(in: "out")?.count == 9)
  }

  @Test func filesThatAreNoLongerWrittenAreNamed() throws {
    let workspace = try Workspace(["large.yaml": spec(260), "large.Mine.yaml": spec(1)])
    #expect(try workspace.run("large.yaml", "large.Mine.yaml", "-o", "out").status == 0)
    try workspace.write(spec(9), to: "large.yaml")
    let outcome = try workspace.run("large.yaml", "-o", "out")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[1] == "out/large.Parts1.template.json is not a part of the stack large any more: delete it")
    #expect(workspace.names(in: "out")?.count == 10)
  }

  @Test func budgetPrintsTheUseOfLimits() throws {
    let workspace = try Workspace(["spec.yaml": spec(30)])
    let outcome = try workspace.run("spec.yaml", "--budget")
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows[0] == "SPEC OWNER LIMIT USED ALLOWED USE")
    #expect(rows.contains("spec stack resources 62 500 12 %"))
    #expect(rows.contains("spec API store routes 30 300 10 %"))
    #expect(rows.contains("spec API store stages 1 10 10 %"))
    #expect(try workspace.run("validate", "spec.yaml", "--budget").output == outcome.output)
    #expect(workspace.names(in: ".") == ["spec.yaml"])
    #expect(try workspace.run("spec.yaml", "--budget", "--validate-only").status == 2)
  }

  @Test func routesOfANestedApiHaveTheirOwnStacks() throws {
    let workspace = try Workspace(["spec.yaml": spec(30, "    nested: true\n")])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    let names = try #require(workspace.names(in: "out"))
    #expect(names.count == 9)
    #expect(names.filter { $0.hasPrefix("spec.StoreApiRoutes") }.count == 8)
  }
}
