import Foundation
import Testing

@Suite struct InitTests {
  private static let kinds = ["http", "websocket", "private", "events"]

  @Test(arguments: kinds)
  func theFirstSpecIsValid(_ kind: String) throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("init", "--kind", kind, "first")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("wrote first/spec.yaml\n"))
    let synth = try workspace.shell(#"cd first && "$PROGRAM" spec.yaml -o out --fail-on warning"#)
    #expect(synth.status == 0, "\(synth.errors)")
    let hasCode = kind == "http" || kind == "websocket"
    #expect(workspace.exists("first/src/index.mjs") == hasCode)
    #expect(try workspace.read("first/out/first.template.json").contains("\"Code\": \"../src\"") == hasCode)
  }

  @Test(arguments: [("shop", "shop"), ("my shop/", "my-shop"), ("7", "spec-7"), ("a/b", "b")])
  func theStackHasTheNameOfTheFolder(_ folder: String, _ stack: String) throws {
    let workspace = try Workspace()
    #expect(try workspace.run("init", folder).status == 0)
    #expect(try workspace.read("\(folder)/spec.yaml").contains("\nstack: \(stack)\n"))
    #expect(try workspace.read("\(folder)/deploy.sh").contains("out/\(stack).template.json"))
    try workspace.makeFolder("here")
    #expect(try workspace.shell(#"cd here && "$PROGRAM" init"#).status == 0)
    #expect(try workspace.read("here/spec.yaml").contains("\nstack: here\n"))
  }

  @Test func everyKindHasATest() throws {
    let help = try Workspace().run("init", "--help").output
    for kind in Self.kinds { #expect(help.contains("\(kind):") || help.contains(" \(kind)"), "\(kind)") }
    #expect(try Workspace().run("init", "--kind", "other").status == 2)
  }

  @Test func editorsGetSchemaAndTags() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("init", "--vscode").status == 0)
    #expect(try workspace.read("spec.yaml").hasPrefix("# yaml-language-server: $schema=apigw-synth.schema.json\n"))
    #expect(try workspace.read("apigw-synth.schema.json") == workspace.run("schema").output)
    let settings = try JSONSerialization.jsonObject(with: Data(workspace.read(".vscode/settings.json").utf8))
    #expect((settings as? [String: Any])?.keys.sorted() == ["yaml.customTags", "yaml.schemas"])
    #expect(try workspace.shell("sh -n deploy.sh").status == 0)
  }

  @Test(arguments: ["spec.yaml", "src/index.mjs", "deploy.sh"])
  func existingFilesAreKept(_ name: String) throws {
    let workspace = try Workspace([name: "mine"])
    let outcome = try workspace.run("init")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot write ./\(name): it exists"))
    #expect(try workspace.read(name) == "mine")
    #expect(!workspace.exists("apigw-synth.schema.json"))
  }
}
