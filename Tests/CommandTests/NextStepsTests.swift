import Testing

/// The commands that deploy what was written.
@Suite struct NextStepsTests {
  private static let role = """
    resources:
      Writer:
        Type: AWS::IAM::Role
        Properties: {AssumeRolePolicyDocument: {}}

    """

  private static let cases: [(spec: String, commands: [String])] = [
    (Specs.store, ["deploy --stack-name shop --template-file out/shop.template.json"]),
    (
      Specs.local,
      [
        "package --template-file out/shop.template.json --s3-bucket BUCKET --output-template-file out/shop.packaged.yaml",
        "deploy --stack-name shop --template-file out/shop.packaged.yaml --capabilities CAPABILITY_IAM",
      ]
    ),
    (
      Specs.local.replacing("code: src", with: "code: {s3: {bucket: code, key: a.zip}}"),
      ["deploy --stack-name shop --template-file out/shop.template.json --capabilities CAPABILITY_IAM"]
    ),
    (
      Specs.store + Self.role.replacing("Properties: {", with: "Properties: {RoleName: writer, "),
      ["deploy --stack-name shop --template-file out/shop.template.json --capabilities CAPABILITY_NAMED_IAM"]
    ),
    (
      Specs.store + Self.role + "transform: [AWS::LanguageExtensions]\n",
      [
        "deploy --stack-name shop --template-file out/shop.template.json "
          + "--capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND"
      ]
    ),
    (
      Specs.store.replacing("docs.example.com", with: "${Host}/${Secret}").replacing("https:", with: "!Sub https:")
        + "parameters: {Host: {Type: String}, Secret: {Type: String, NoEcho: true}, Size: {Type: Number, Default: 1}}\n"
        + "outputs: {Size: {Value: !Ref Size}}\n",
      [
        "deploy --stack-name shop --template-file out/shop.template.json "
          + "--parameter-overrides Host=VALUE Secret=VALUE"
      ]
    ),
  ]

  @Test(arguments: cases)
  func theCommandsFitTheTemplate(_ spec: String, _ commands: [String]) throws {
    let workspace = try Workspace(["shop.yaml": spec, "src/index.js": ""])
    let outcome = try workspace.run("shop.yaml", "-o", "out", "--fail-on", "error")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(commandLines(outcome) == commands)
    #expect(commandLines(try workspace.run("shop.yaml", "-o", "out")) == commands)
    for option in ["--quiet", "--dry-run", "--format=json", "--validate-only"] {
      #expect(commandLines(try workspace.run("shop.yaml", "-o", "out", option)).isEmpty)
    }
  }

  private func commandLines(_ outcome: Outcome) -> [String] {
    (outcome.output + outcome.errors).split(separator: "\n").compactMap { line in
      line.hasPrefix("  aws cloudformation ") ? String(line.dropFirst("  aws cloudformation ".count)) : nil
    }
  }

  @Test func pathsAreWordsOfTheShell() throws {
    let workspace = try Workspace(["shop.yaml": Specs.store])
    let outcome = try workspace.run("shop.yaml", "-o", "my out/$x")
    #expect(outcome.errors.hasSuffix(" --template-file 'my out/$x/shop.template.json'\n"))
  }

  @Test func manySpecsHaveOneLine() throws {
    let names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml"]
    let workspace = try Workspace(Dictionary(uniqueKeysWithValues: names.map { ($0, Specs.store) }))
    let outcome = try Outcome(of: [Program.path] + names + ["-o", "out"], in: workspace)
    #expect(
      outcome.errors
        == "\nNext: deploy the templates with the AWS CLI; a run with one spec prints its commands.\n")
    #expect(commandLines(try workspace.run("a.yaml", "b.yaml", "-o", "out")).count == 2)
  }

  @Test func aFileOfOnesOwnName() throws {
    let workspace = try Workspace(["shop.yaml": Specs.local, "src/index.js": ""])
    let outcome = try workspace.run("shop.yaml", "-o", "here.json")
    #expect(outcome.output.hasPrefix("wrote here.json ("))
    #expect(outcome.errors.contains("package --template-file here.json --s3-bucket BUCKET"))
    #expect(try workspace.read("here.json").contains("\"Code\": \"src\""))
    #expect(try workspace.run("shop.yaml", "-o", "new/api.json").status == 0)
    #expect(workspace.names(in: "new") == ["api.json"])
    try workspace.makeFolder("folder.json")
    #expect(try workspace.run("shop.yaml", "-o", "folder.json").status == 0)
    #expect(workspace.names(in: "folder.json") == ["shop.template.json"])
    let diff = try workspace.run("diff", "shop.yaml", "-o", "here.json")
    #expect(diff.output == "shop: here.json → shop.yaml: no changes\n")
  }

  @Test func aStackNameWithAPrefixIsExplained() throws {
    let workspace = try Workspace(["2024.yaml": Specs.store, "own.yaml": "stack: spec-own\n" + Specs.store])
    let outcome = try workspace.run("2024.yaml", "own.yaml", "-o", "out")
    #expect(
      outcome.output.hasSuffix(
        "the stack name is spec-2024, because stack names must begin with a letter; "
          + "set `stack` in 2024.yaml to choose one\n"))
  }

  @Test func aDryRunCountsChanges() throws {
    let workspace = try Workspace(["shop.yaml": Specs.store])
    #expect(try workspace.run("shop.yaml", "-o", "out").status == 0)
    try workspace.write(Specs.largerStore, to: "shop.yaml")
    let outcome = try workspace.run("shop.yaml", "-o", "out", "--dry-run")
    #expect(outcome.output == "would change out/shop.template.json (6 resources; 2 added)\n")
  }
}
