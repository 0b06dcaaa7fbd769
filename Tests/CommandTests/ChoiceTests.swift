import Testing

/// `--env`, `--set`, and files that specs include.
@Suite struct ChoiceTests {
  private static let spec = """
    stack: shop-$(stage)
    include: parts/*.yaml
    environments: {dev: {host: dev.example.com}, prod: {host: www.example.com}}
    apis:
      store:
        routes:
          GET /docs: https://$(host)

    """

  private func workspace() throws -> Workspace {
    try Workspace([
      "spec.yaml": Self.spec, "parts/stage.yaml": "variables: {stage: dev}\n", "plain.yaml": Specs.store,
    ])
  }

  @Test func environmentAndVariableAreSet() throws {
    let workspace = try workspace()
    let outcome = try workspace.run("spec.yaml", "-o", "out", "--env", "prod", "--set", "stage=live", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try workspace.read("out/shop-live.template.json").contains("https://www.example.com"))
    #expect(try workspace.run("validate", "spec.yaml", "--env=dev").status == 0)
    #expect(try workspace.run("ids", "spec.yaml", "--env=dev", "--set=stage=").status == 0)
  }

  @Test func anUndefinedVariableIsAnError() throws {
    let outcome = try workspace().run("validate", "spec.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("spec.yaml:7:26: error: undefined variable `host` [VAR001]\n"))
  }

  private static let misuse: [([String], String)] = [
    (["--env", "prd"], "error: unknown environment `prd` in spec.yaml [OPT001]\nhelp: did you mean `prod`?\n"),
    (
      ["--env", "dev", "--set", "stge=x"],
      "error: unknown variable `stge` in --set: not defined in spec.yaml [OPT001]\n"
    ),
    (
      ["--env", "dev", "--set", "stage"],
      "error: The value 'stage' is invalid for '--set <NAME=VALUE>': expected NAME=VALUE"
    ),
    (["--env", "dev", "--set", "=x"], "a variable name may only have letters, digits, - and _"),
    (["--env", "dev", "--set", "stage=x", "--set", "stage=y"], "error: --set sets the variable stage twice"),
  ]

  @Test(arguments: misuse)
  func wrongUsage(_ options: [String], _ message: String) throws {
    let workspace = try workspace()
    for command in [["spec.yaml", "-o", "out"], ["validate", "spec.yaml"], ["ids", "spec.yaml"]] {
      let outcome = try Outcome(of: [Program.path] + command + options, in: workspace)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message))
      #expect(!outcome.output.contains("valid"))
    }
    #expect(!workspace.exists("out"))
  }

  @Test func environmentsMayBeMissingInOneOfSeveralSpecs() throws {
    let workspace = try workspace()
    #expect(try workspace.run("validate", "plain.yaml", "spec.yaml", "--env", "dev").status == 0)
    let alone = try workspace.run("validate", "plain.yaml", "--env", "dev")
    #expect(alone.status == 2)
    #expect(alone.errors.contains("error: unknown environment `dev`: plain.yaml has no `environments` [OPT001]"))
  }

  @Test(
    arguments: [
      ("missing.yaml", "cannot read missing.yaml: No such file or directory"),
      ("parts", "cannot read parts: Is a directory"),
      ("/dev/zero", "cannot read /dev/zero: it is not a regular file"),
      ("pipe", "cannot read pipe: it is not a regular file"),
      ("none/*.yaml", "no file matches `none/*.yaml`"), ("linked/*.yaml", nil), ("**/*.yaml", nil),
      ("./parts/../parts/stage.yaml", nil),
    ] as [(String, String?)])
  func includePaths(_ path: String, _ problem: String?) throws {
    let workspace = try workspace()
    #expect(try workspace.shell("mkfifo pipe; ln -s parts linked; ln -s .. parts/up; rm plain.yaml").status == 0)
    try workspace.write(
      "include: \"\(path)\"\n" + Specs.store.replacing("https", with: "$(stage)https"), to: "spec.yaml")
    let outcome = try workspace.run("validate", "--set", "stage=", "spec.yaml")
    #expect(outcome.status == (problem == nil ? 0 : 1))
    #expect(problem.map { outcome.errors.hasPrefix("spec.yaml:1:10: error: \($0) [") } ?? (outcome.errors == ""))
  }

  @Test func localPathsAreRelativeToTheirFile() throws {
    let workspace = try Workspace([
      "app/spec.yaml": "include: ../shared/functions.yaml\n" + Specs.store,
      "shared/functions.yaml": Specs.local.replacing("store", with: "other"), "shared/src/index.js": "",
    ])
    for (output, path) in [
      ("out", "../shared/src"), ("app", "../shared/src"), ("shared", "src"), ("a/b", "../../shared/src"),
    ] {
      #expect(try workspace.run("app/spec.yaml", "-o", output).status == 0)
      #expect(try workspace.read("\(output)/spec.template.json").contains("\"Code\": \"\(path)\""))
    }
    let piped = try workspace.shell(#"cd app; "$PROGRAM" - -o - < spec.yaml"#)
    #expect(piped.output.contains("\"Code\": \"../shared/src\""))
  }
}
