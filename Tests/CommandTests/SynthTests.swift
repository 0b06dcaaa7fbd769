import Foundation
import Testing

@Suite struct SynthTests {
  @Test func writesATemplate() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /wrote out\/spec\.template\.json \(\d+ resources\)\n/) != nil)
    #expect(
      outcome.errors
        == "\nNext:\n  aws cloudformation deploy --stack-name spec --template-file out/spec.template.json\n")
    #expect(workspace.names(in: "out") == ["spec.template.json"])
    let text = try workspace.read("out/spec.template.json")
    #expect(text.hasSuffix("}\n"))
    let template = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((template?["Resources"] as? [String: Any])?.isEmpty == false)
  }

  @Test func theCommandNameIsOptional() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.run("synth", "spec.yaml", "--output", "out/").status == 0)
    #expect(workspace.names(in: "out") == ["spec.template.json"])
  }

  @Test func severalSpecsGiveSeveralTemplates() throws {
    let workspace = try Workspace(["a.yaml": Specs.store, "b/b.yml": "stack: named\n" + Specs.store])
    let outcome = try workspace.run("a.yaml", "b/b.yml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(workspace.names(in: "out") == ["a.template.json", "named.template.json"])
  }

  @Test func printsTheTemplate() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused])
    let outcome = try workspace.run("spec.yaml", "-o", "-")
    #expect(outcome.status == 0)
    #expect(try outcome.json() is [String: Any])
    #expect(outcome.errors.contains("warning: "))
    #expect(workspace.names(in: ".") == ["spec.yaml"])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    #expect(try workspace.read("out/spec.template.json") == outcome.output)
  }

  @Test func printsNoTemplateOfASpecWithErrors() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let outcome = try workspace.run("spec.yaml", "-o", "-")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("spec.yaml:2:"))
  }

  @Test func readsStandardInput() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("-", "-o", "out", input: Data(Specs.store.utf8)).status == 0)
    #expect(workspace.names(in: "out") == ["spec.template.json"])
    #expect(try workspace.run("-", "-o", "out", input: Data(("stack: given\n" + Specs.store).utf8)).status == 0)
    #expect(workspace.names(in: "out") == ["given.template.json", "spec.template.json"])
    let wrong = try workspace.run("-", "-o", "-", input: Data(Specs.wrong.utf8))
    #expect(wrong.status == 1)
    #expect(wrong.errors.hasPrefix("<stdin>:2:"))
  }

  private static let stacks: [(path: String, stack: String)] = [
    ("my shop.yaml", "my-shop"), ("shop.v2.yaml", "shop-v2"), ("2024.yaml", "spec-2024"), ("-x.yaml", "spec-x"),
    (".yaml", "spec-yaml"), ("shop", "shop"), ("bücher.yaml", "b-cher"), ("under_score.yml", "under-score"),
    ("sub.folder/Shop.yaml", "Shop"),
    (String(repeating: "a", count: 200) + ".yaml", String(repeating: "a", count: 128)),
  ]

  @Test(arguments: stacks)
  func theStackNameIsTheFileName(_ path: String, _ stack: String) throws {
    let workspace = try Workspace([path: Specs.store])
    #expect(try workspace.run("-o", "out", "--", path).status == 0)
    #expect(workspace.names(in: "out") == ["\(stack).template.json"])
  }

  @Test func validateOnlyWritesNothing() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "wrong.yaml": Specs.wrong])
    let fine = try workspace.run("spec.yaml", "--validate-only")
    #expect(fine.status == 0)
    #expect(fine.output.hasPrefix("spec.yaml: valid"))
    #expect(try workspace.run("spec.yaml", "--validate-only", "-o", "out").status == 0)
    let wrong = try workspace.run("spec.yaml", "wrong.yaml", "--validate-only")
    #expect(wrong.status == 1)
    #expect(wrong.output.hasPrefix("spec.yaml: valid"))
    #expect(wrong.errors.contains("wrong.yaml:2:"))
    #expect(workspace.names(in: ".") == ["spec.yaml", "wrong.yaml"])
  }

  @Test func dryRunPrintsWhatWouldChange() throws {
    let workspace = try Workspace(["a.yaml": Specs.store, "b.yaml": Specs.store, "c.yaml": Specs.store])
    #expect(try workspace.run("a.yaml", "b.yaml", "-o", "out").status == 0)
    try workspace.write(Specs.largerStore, to: "b.yaml")
    let before = try workspace.read("out/b.template.json")
    let outcome = try workspace.run("a.yaml", "b.yaml", "c.yaml", "-o", "out", "--dry-run", "--quiet")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("would leave out/a.template.json (") == true)
    #expect(lines.dropFirst().first?.hasPrefix("would change out/b.template.json (") == true)
    #expect(lines.last?.hasPrefix("would write out/c.template.json (") == true)
    #expect(workspace.names(in: "out") == ["a.template.json", "b.template.json"])
    #expect(try workspace.read("out/b.template.json") == before)
    #expect(try workspace.run("c.yaml", "-o", "new/folder", "--dry-run").status == 0)
    #expect(!workspace.exists("new"))
  }

  @Test(arguments: [
    ("specs", "out", "../specs/src"), ("specs", "specs", "src"), ("specs", "specs/out/deep", "../../src"),
    (".", "out", "../src"), ("specs", ".", "specs/src"), ("specs", "specs/../out/./x/..", "../specs/src"),
  ])
  func localPathsAreRelativeToTheTemplate(_ folder: String, _ output: String, _ path: String) throws {
    let workspace = try Workspace(["\(folder)/spec.yaml": Specs.local, "\(folder)/src/index.js": ""])
    #expect(try workspace.run("\(folder)/spec.yaml", "-o", output).status == 0)
    #expect(try workspace.read("\(output)/spec.template.json").contains("\"\(path)\""))
    let absolute = try workspace.run(workspace.file("\(folder)/spec.yaml"), "-o", output, "--dry-run")
    #expect(absolute.output.hasPrefix("would leave"))
  }
}
