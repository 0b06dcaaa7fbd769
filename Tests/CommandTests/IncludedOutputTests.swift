import Testing

/// Patterns of `include` do not match the files that the program wrote.
@Suite struct IncludedOutputTests {
  @Test(arguments: ["parts/*", "**", "*/*.*"])
  func outputIsNotIncluded(_ pattern: String) throws {
    let workspace = try Workspace([
      "spec.yaml": "include: \"\(pattern)\"\n" + Specs.store,
      "parts/more.yaml": "resources: {Topic: {Type: AWS::SNS::Topic}}\n",
    ])
    #expect(
      try workspace.shell(
        #"""
        "$PROGRAM" schema > parts/schema.json
        for format in json sarif gitlab junit; do "$PROGRAM" validate spec.yaml -f $format=parts/report.$format; done
        "$PROGRAM" spec.yaml -o parts --assembly
        "$PROGRAM" spec.yaml -o parts
        """#
      ).status == 0)
    let outcome = try workspace.run("spec.yaml", "-o", "parts", "--source-map")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("parts/spec.template.json (5 resources)"))
    #expect(
      workspace.names(in: "parts") == [
        "manifest.json", "more.yaml", "report.gitlab", "report.json", "report.junit", "report.sarif", "schema.json",
        "spec.assets.json", "spec.template.json",
      ])
  }

  @Test func aPatternThatMatchesOnlyOutputIsAnError() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    try workspace.write("include: out/*\n" + Specs.store, to: "spec.yaml")
    let outcome = try workspace.run("validate", "spec.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no file matches `out/*` [INC002]"))
  }

  @Test func aPathIsReadInAnyCase() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    try workspace.write("include: out/spec.template.json\n" + Specs.store, to: "spec.yaml")
    let outcome = try workspace.run("validate", "spec.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("`out/spec.template.json` is a CloudFormation template, not a spec"))
  }
}
