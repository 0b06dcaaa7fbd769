import Testing

/// Thousands of findings: the first are kept, the others are counted.
@Suite struct ManyFindingsTests {
  private static func routes(_ count: Int, _ route: (Int) -> String) -> String {
    "functions: {books: {arn: \"arn:aws:lambda:eu-central-1:111122223333:function:books\"}}\napis:\n  store:\n    routes:\n"
      + (0..<count).map { "      GET /r\($0): \(route($0))\n" }.joined()
  }

  @Test(arguments: ["json", "text"])
  func errorsAreCounted(_ format: String) throws {
    let keys = (0..<5_000).map { "    key\($0): 1\n" }.joined()
    let workspace = try Workspace(["spec.yaml": Specs.store.replacing("    routes:", with: keys + "    routes:")])
    let outcome = try workspace.run("validate", "spec.yaml", "-f", format)
    #expect(outcome.status == 1)
    let report = outcome.output + outcome.errors
    #expect(report.contains("unknown key `key999`") && !report.contains("unknown key `key1000`"))
    #expect(report.contains("4000 more findings are not shown"))
    if format == "json" {
      #expect(try outcome.counts() == ["error": 5_000, "warning": 0, "note": 0])
    } else {
      #expect(report.hasSuffix("\n5000 errors, 1 note\n") || report.hasSuffix("\n5000 errors\n"))
    }
  }

  @Test func otherCommandsReportThem() throws {
    let workspace = try Workspace(["spec.yaml": Self.routes(2_500) { "bokos\($0)" }])
    for command in [["ids"], ["routes"], ["trace"], ["synth"]] {
      let more = command == ["trace"] ? ["GET", "/r1"] : command == ["synth"] ? ["-o", "out"] : []
      let outcome = try Outcome(of: [Program.path] + command + ["spec.yaml"] + more, in: workspace)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("\n2500 errors"), "\(command)")
    }
  }

  /// A search among all names for each of many would take the square of their number.
  @Test func helpIsSearchedForTheFirst() throws {
    let workspace = try Workspace(["spec.yaml": Self.routes(150) { "bokos\($0 % 10)" }])
    let outcome = try workspace.run("validate", "spec.yaml")
    #expect(outcome.errors.split(separator: "there is no function called `bokos").count == 151)
    #expect(outcome.errors.split(separator: "`functions` has `books`").count == 101)
  }

  @Test func allOfThemAreFixed() throws {
    let workspace = try Workspace(["spec.yaml": Self.routes(2_100) { _ in "{lamda: books}" }])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.output.hasPrefix("fixed spec.yaml (2100 changes)\n"))
    #expect(!outcome.errors.contains("unknown key"))
    #expect(try workspace.read("spec.yaml").split(separator: "{lambda: books}").count == 2_101)
  }

  /// Comments and `lint` apply to each of many warnings.
  @Test func manyFindingsCanBeIgnored() throws {
    let functions = (0..<2_500).map {
      "  f\($0): {arn: \"arn:aws:lambda:eu-central-1:111122223333:function:f\"} # apigw-synth: ignore[REF007] later\n"
    }.joined()
    let workspace = try Workspace(["spec.yaml": "functions:\n" + functions + Specs.store])
    let id = try workspace.run("validate", "spec.yaml", "-f", "concise", "--fail-on", "warning")
    #expect(id.status == 0, "\(id.errors.prefix(500))")
    let plain = functions.replacing(" # apigw-synth: ignore[REF007] later", with: "")
    try workspace.write("lint: {ignore: REF007}\nfunctions:\n" + plain + Specs.store, to: "spec.yaml")
    let listed = try workspace.run("validate", "spec.yaml", "-f", "concise", "--fail-on", "warning")
    #expect(listed.status == 0, "\(listed.errors.prefix(500))")
    try workspace.write("functions:\n" + plain + Specs.store, to: "spec.yaml")
    let reported = try workspace.run("validate", "spec.yaml", "-f", "json", "--fail-on", "warning")
    #expect(reported.status == 1)
    #expect(try reported.counts()["warning"] == 2_500)
  }
}
