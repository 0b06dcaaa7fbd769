import Testing

/// Folders in place of specs.
@Suite struct SpecFolderTests {
  private func workspace() throws -> Workspace {
    try Workspace([
      "shop/shop.yaml": "include: parts/*.yaml\n" + Specs.store,
      "shop/parts/more.yaml": Specs.store.replacing("store", with: "other"),
      "docs.yml": Specs.store, "values.yaml": "size: 1\n", "template.json": "{}", ".hidden/spec.yaml": Specs.wrong,
      "node_modules/a/spec.yaml": Specs.wrong, "empty/x.txt": "",
    ])
  }

  @Test func aFolderMeansItsSpecs() throws {
    let workspace = try workspace()
    let outcome = try workspace.run("validate", ".")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == "docs.yml: valid (4 resources)\nshop/shop.yaml: valid (8 resources)\n")
    #expect(try workspace.run("validate", "shop/", "docs.yml").output.hasPrefix("shop/shop.yaml: valid"))
    #expect(try workspace.run("shop", "-o", "out").status == 0)
    #expect(workspace.names(in: "out") == ["shop.template.json"])
    #expect(try workspace.run(".", "-o", "-").status == 2)
  }

  @Test func errorsAreFound() throws {
    let workspace = try workspace()
    try workspace.write(Specs.wrong, to: "shop/wrong.yaml")
    let outcome = try workspace.run("validate", ".")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("shop/wrong.yaml:2:11: error: "))
  }

  @Test func aFolderWithoutSpecsIsAMistake() throws {
    let outcome = try workspace().run("validate", "empty")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: cannot read empty: the folder has no specs"))
  }
}
