import Foundation
import Testing

/// `--within DIR`: no path in a spec leads out of the folder.
@Suite struct ConfinementTests {
  private static func workspace(_ spec: String) throws -> Workspace {
    let workspace = try Workspace([
      "in/spec.yaml": spec, "in/inner.yaml": "x-inner: 1\n", "in/src/index.js": "", "outer.yaml": Specs.store,
      "outer.json": "{}", "code/index.js": "", "in/linked/index.js": "", "in/sub/more.yaml": "include: ../inner.yaml\n",
      "in/far/index.js": "", "in/cycle/index.js": "", "in/broken/index.js": "",
    ])
    _ = try workspace.shell(
      """
      ln -s ../outer.yaml in/link.yaml; ln -s ../code in/code; ln -s ../../outer.yaml in/linked/a
      ln -s ../linked in/far/l; ln -s . in/cycle/self; ln -s ../sub in/cycle/sub; ln -s ../../later in/broken/a
      """)
    return workspace
  }

  private static func function(_ code: String) -> String { Specs.local.replacingOccurrences(of: "src", with: code) }

  private static let outside: [(String, String)] = {
    var specs: [(String, String)] = []
    for path in included { specs.append(("include: \(path)\n" + Specs.store, "INC001")) }
    for path in ["../*.yaml", "/etc/*.conf"] { specs.append(("include: \(path)\n" + Specs.store, "INC002")) }
    for path in ["../outer.json", "/etc/passwd"] { specs.append(("apis: {a: {openapi: \(path)}}\n", "INC001")) }
    for path in ["../code", "/etc", "code", "linked", "../missing", "far", "broken/a", "sub/../../code"] {
      specs.append((function(path), "INC007"))
    }
    specs.append(("transform: AWS::Serverless-2016-10-31\n" + serverless + Specs.store, "INC007"))
    for text in UploadedPaths.specs(path: "../outer.json") { specs.append((text + Specs.store, "INC007")) }
    return specs
  }()

  private static let included = [
    "../outer.yaml", "link.yaml", "'*.yaml'", "../missing.yaml", "sub/../../outer.yaml",
  ]

  private static let serverless = """
    resources:
      F:
        Type: AWS::Serverless::Function
        Properties: {Handler: a.b, Runtime: nodejs24.x, CodeUri: ../code}

    """

  @Test(arguments: outside)
  func pathsOutsideAreErrors(_ spec: String, _ id: String) throws {
    let workspace = try Self.workspace(spec)
    for arguments in [["validate", "in/spec.yaml"], ["in/spec.yaml", "-o", "out"], ["routes", "in/spec.yaml"]] {
      let outcome = try Outcome(of: [Program.path] + arguments + ["--within", "in"], in: workspace)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("[\(id)]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("outside of") || id == "INC002")
    }
    #expect(!workspace.exists("out"))
  }

  @Test(arguments: [
    "include: inner.yaml\n" + Specs.store, "include: sub/more.yaml\n" + Specs.store, function("src"),
    function("../in/src"), function("cycle"),
  ])
  func pathsInsideAreRead(_ spec: String) throws {
    let workspace = try Self.workspace(spec)
    #expect(try workspace.run("validate", "in/spec.yaml", "--within", "in").status == 0)
    #expect(try workspace.run("in/spec.yaml", "-o", "out", "--within", "./in/../in/").status == 0)
  }

  @Test func standardInputIsConfined() throws {
    let workspace = try Self.workspace("include: ../outer.yaml\n")
    let outcome = try workspace.shell(#"cd in && "$PROGRAM" validate - --within . < spec.yaml"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot read ../outer.yaml: it is outside of ., the folder of --within [INC001]"))
  }

  @Test(arguments: ["in", "in/link.yaml"])
  func aSpecIsNoLinkOutOfTheFolder(_ path: String) throws {
    let workspace = try Self.workspace(Specs.store)
    let outcome = try workspace.run("validate", path, "--within", "in")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot read in/link.yaml: it is a link out of in, the folder of --within"))
    #expect(try workspace.run("validate", "outer.yaml", "--within", "in").status == 0)
  }

  @Test func theFolderMustExist() throws {
    let outcome = try Self.workspace(Specs.store).run("validate", "in/spec.yaml", "--within", "missing")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--within: there is no folder missing"))
    let file = try Self.workspace(Specs.store).run("validate", "in/spec.yaml", "--within", "in/spec.yaml")
    #expect(file.status == 2)
    #expect(file.errors.contains("--within: there is no folder in/spec.yaml"))
  }
}
