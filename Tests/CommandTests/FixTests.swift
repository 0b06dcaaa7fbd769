import Foundation
import Testing

/// `--fix` and `--diff`.
@Suite struct FixTests {
  private static let wrong = """
    functions:
      books:
        runtime: nodejs24.x
        handlr: index.handler   # stays
        CodeUri: src
        architecture: ARM64
        tracing: yes
    apis:
      "store":
        type: HTTP
        cors: {allowedOrigins: "*"}
        routes:
          get, post /books: {lambda: books, timeout: 29}
          "get /a/": {lambda:books}
          GET /c: {http: "https://${AWS::Region}.example.com"}

    """

  private static let right = """
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler   # stays
        code: src
        architecture: arm64
        tracing: true
    apis:
      "store":
        type: http
        cors: {allowOrigins: "*"}
        routes:
          GET, POST /books: {lambda: books, timeout: 29s}
          "GET /a": {lambda: books}
          GET /c: {http: !Sub "https://${AWS::Region}.example.com"}

    """

  @Test func appliesUniqueFixes() throws {
    let workspace = try Workspace(["spec.yaml": Self.wrong, "src/index.js": ""])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("fixed spec.yaml (13 changes)\nspec.yaml: valid"))
    #expect(try workspace.read("spec.yaml") == Self.right)
    let identity = try workspace.identity(of: "spec.yaml")
    #expect(try workspace.run("validate", "spec.yaml", "--fix").output.hasPrefix("spec.yaml: valid"))
    #expect(try workspace.identity(of: "spec.yaml") == identity)
    #expect(workspace.names(in: ".") == ["spec.yaml", "src"])
  }

  @Test func appliesTheFixesThatFixesLeadTo() throws {
    let workspace = try Workspace([
      "spec.yaml": "apis:\n  store:\n    protocol_type: HTTP\n    routes: {GET /books: https://books.example.com}\n"
    ])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("fixed spec.yaml (2 changes)\nspec.yaml: valid"))
    #expect(try workspace.read("spec.yaml").contains("    type: http\n"))
  }

  @Test func doesNotApplyAFixThatLeavesMoreErrors() throws {
    let spec = "apis:\n  store:\n    paths:\n      /books: {get: books}\n      /orders: {get: orders}\n"
    let workspace = try Workspace(["spec.yaml": spec])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("fixed"))
    #expect(try workspace.read("spec.yaml") == spec)
  }

  @Test func doesNotWriteAKeyTwice() throws {
    let spec = """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
            GET /books/: https://books.example.com
            get /news: https://news.example.com

      """
    let workspace = try Workspace(["spec.yaml": spec])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("fixed spec.yaml (1 change)"))
    #expect(try workspace.read("spec.yaml") == spec.replacing("get /news", with: "GET /news"))
  }

  @Test func doesNotChangeTextThatAnAliasRefersTo() throws {
    let spec = """
      x-route: &route
        lamda: books
        timeout: 29
      apis:
        store:
          routes:
            GET /books: *route
            GET /orders: {<<: *route}
            get /users: {lambda: books, timeout: 5}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src
          tracing: &word yes
          environment: {ANSWER: *word}

      """
    let workspace = try Workspace(["spec.yaml": spec, "src/index.js": ""])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("write `true`") && outcome.errors.contains("did you mean `lambda`?"))
    #expect(
      try workspace.read("spec.yaml")
        == spec.replacing("get /users: {lambda: books, timeout: 5}", with: "GET /users: {lambda: books, timeout: 5s}"))
  }

  @Test func synthesizesTheFixedSpec() throws {
    let workspace = try Workspace(["spec.yaml": Self.wrong, "src/index.js": ""])
    let outcome = try workspace.run("spec.yaml", "-o", "out", "--fix")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("fixed spec.yaml") && outcome.output.contains("wrote out/spec.template.json"))
    try workspace.write(Self.wrong, to: "spec.yaml")
    let printed = try workspace.run("spec.yaml", "-o", "-", "--fix")
    #expect(printed.status == 0)
    #expect(try printed.json() is [String: Any])
    #expect(printed.errors.contains("fixed spec.yaml"))
  }

  @Test func printsADiffWithoutChanges() throws {
    let workspace = try Workspace(["spec.yaml": Self.wrong, "src/index.js": ""])
    for arguments in [
      ["validate", "spec.yaml", "--diff"], ["validate", "spec.yaml", "--diff", "--fix"], ["spec.yaml", "--diff"],
      ["spec.yaml", "-o", "out", "--diff", "--fix"],
    ] {
      let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("--- a/spec.yaml\n+++ b/spec.yaml\n@@ "))
      #expect(outcome.output.contains("-    handlr: index.handler   # stays\n"))
      #expect(outcome.errors.contains("[SPEC001]"))
      #expect(try workspace.read("spec.yaml") == Self.wrong)
      #expect(workspace.names(in: ".") == ["spec.yaml", "src"])
    }
    let patched = try workspace.shell(
      #"command -v patch >/dev/null || exit 0; "$PROGRAM" validate spec.yaml --diff 2>/dev/null | patch -s -p1"#)
    #expect(patched.status == 0)
    if try workspace.shell("command -v patch").status == 0 {
      #expect(try workspace.read("spec.yaml") == Self.right)
    }
  }

  @Test func otherFindingsAreReported() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong + "      GET /x: nobody\n"])
    let outcome = try workspace.run("validate", "spec.yaml", "--fix")
    #expect(outcome.status == 1)
    #expect(outcome.output == "fixed spec.yaml (2 changes)\n")
    #expect(outcome.errors.contains("[REF001]") && !outcome.errors.contains("[SPEC001]"))
  }

  @Test(.enabled(if: Program.asOtherUser != nil, "switching users is not possible"))
  func aReadOnlySpecIsReported() throws {
    let workspace = try Workspace(["folder/spec.yaml": Specs.wrong])
    #expect(try workspace.shell("chmod 555 folder").status == 0)
    let outcome = try Outcome(
      of: (Program.asOtherUser ?? []) + [Program.path, "validate", "folder/spec.yaml", "--fix"], in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[FILE002]"))
    #expect(try workspace.read("folder/spec.yaml") == Specs.wrong)
    #expect(try workspace.shell("chmod 755 folder").status == 0)
  }

  @Test func includedFilesAreFixedOnce() throws {
    let workspace = try Workspace([
      "a.yaml": "include: shared.yaml\n" + Specs.store, "b.yaml": "include: shared.yaml\n" + Specs.store,
      "shared.yaml": "x-a: 1\nvpsc: {}\n",
    ])
    let outcome = try workspace.run("validate", "a.yaml", "b.yaml", "--fix")
    #expect(outcome.output.split(separator: "\n").count { $0 == "fixed shared.yaml (1 change)" } == 1)
    #expect(try workspace.read("shared.yaml") == "x-a: 1\nvpcs: {}\n")
    #expect(workspace.names(in: ".") == ["a.yaml", "b.yaml", "shared.yaml"])
  }

  @Test func fixesAreInReports() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let findings = try workspace.run("validate", "spec.yaml", "-f", "json").diagnostics()
    let fixes = findings.compactMap { $0["fix"] as? [String: Any] }
    #expect(fixes.map { $0["description"] as? String } == ["write `routes`", "write `GET`"])
    let edit = try #require((fixes.first?["edits"] as? [[String: Any]])?.first)
    #expect(edit["replacement"] as? String == "routes")
    #expect([edit["line"], edit["column"], edit["endColumn"]].map { $0 as? Int } == [2, 11, 16])
    #expect(try workspace.run("validate", "spec.yaml", "-f", "sarif").output.contains("\"fixes\""))
  }

  @Test(arguments: [
    (["validate", "-", "--fix"], "cannot change standard input"),
    (["-", "-o", "out", "--diff"], "cannot change standard input"),
    (["spec.yaml", "--fix", "--dry-run", "-o", "out"], "use --diff to print the changes of --fix"),
    (["validate", "spec.yaml", "--diff", "-f", "json"], "both use standard output"),
  ])
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace(["spec.yaml": Self.wrong, "src/index.js": ""])
    let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
    #expect(try workspace.read("spec.yaml") == Self.wrong)
  }
}
