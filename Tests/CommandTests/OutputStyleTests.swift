import Foundation
import Testing

/// `--source-map` and `--assembly`.
@Suite struct OutputStyleTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func resourcesHaveTheirPlace() throws {
    let own = "resources:\n  Topic: {Type: AWS::SNS::Topic, Metadata: {mine: 1}}\n"
    let workspace = try Workspace(["specs/shop.yaml": Specs.store + own])
    #expect(try workspace.run("specs/shop.yaml", "-o", "out", "--source-map").status == 0)
    let template = try object(try workspace.read("out/shop.template.json"))
    let resources = try #require(template["Resources"] as? [String: [String: Any]])
    #expect(resources.count == 5)
    for (id, resource) in resources {
      let metadata = try #require(resource["Metadata"] as? [String: Any], "\(id)")
      let source = try #require(metadata["apigw-synth"] as? [String: Any], "\(id)")
      #expect(source["file"] as? String == "specs/shop.yaml")
    }
    func source(_ id: String) -> [String: Any]? {
      (resources[id]?["Metadata"] as? [String: Any])?["apigw-synth"] as? [String: Any]
    }
    #expect(source("StoreGetDocsRoute")?["place"] as? String == "apis.store.routes.GET /docs")
    #expect(source("StoreGetDocsRoute")?["line"] as? Int == 4)
    #expect((resources["Topic"]?["Metadata"] as? [String: Any])?["mine"] as? Int == 1)
    let printed = try workspace.run("specs/shop.yaml", "-o", "-", "--source-map")
    #expect(try workspace.read("out/shop.template.json") == printed.output)
    // The places are no change of the API.
    let diff = try workspace.run("diff", "specs/shop.yaml", "-o", "out", "--fail-on", "any")
    #expect(diff.status == 0, "\(diff.output)")
  }

  @Test func nestedTemplatesHavePlaces() throws {
    let workspace = try Workspace(["shop.yaml": Specs.store.replacing("store:\n", with: "store:\n    nested: true\n")])
    #expect(try workspace.run("shop.yaml", "-o", "out", "--source-map").status == 0)
    let names = try #require(workspace.names(in: "out")).filter { $0.contains("Routes") }
    let texts = try names.map { try workspace.read("out/\($0)") }
    #expect(texts.contains { $0.contains("\"place\": \"apis.store.routes.GET /docs\"") })
  }

  @Test func anAssemblyListsStacksAndAssets() throws {
    let workspace = try Workspace(["shop.yaml": Specs.local, "site.yaml": Specs.store, "src/index.js": "1"])
    let outcome = try workspace.run("shop.yaml", "site.yaml", "-o", "out", "--assembly")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "\nNext:\n  cdk deploy --app out --all\n")
    #expect(
      workspace.names(in: "out") == [
        "manifest.json", "shop.assets.json", "shop.template.json", "site.assets.json", "site.template.json",
      ])
    let manifest = try object(try workspace.read("out/manifest.json"))
    let artifacts = try #require(manifest["artifacts"] as? [String: [String: Any]])
    #expect(artifacts.keys.sorted() == ["shop", "shop.assets", "site", "site.assets"])
    #expect(artifacts["shop"]?["dependencies"] as? [String] == ["shop.assets"])

    let assets = try object(try workspace.read("out/shop.assets.json"))
    let files = try #require(assets["files"] as? [String: [String: Any]])
    let sources = files.mapValues { $0["source"] as? [String: String] ?? [:] }
    let code = try #require(sources.first { $0.value["path"] == "../src" })
    #expect(code.value["packaging"] == "zip")
    #expect(sources.values.contains(["path": "shop.template.json", "packaging": "file"]))

    let template = try object(try workspace.read("out/shop.template.json"))
    let function = try #require((template["Resources"] as? [String: [String: Any]])?["BooksFunction"])
    let location = (function["Properties"] as? [String: Any])?["Code"] as? [String: Any]
    #expect(location?["S3Key"] as? String == "\(code.key).zip")
    #expect((function["Metadata"] as? [String: Any])?["aws:asset:path"] as? String == "../src")
    #expect(template["Metadata"] is [String: Any])

    // The code is a part of the template.
    try workspace.write("2", to: "src/index.js")
    let changed = try workspace.run("shop.yaml", "site.yaml", "-o", "out", "--assembly")
    #expect(changed.output.contains("wrote out/shop.template.json ("))
    #expect(changed.output.contains("unchanged out/site.template.json ("))
    #expect(try !workspace.read("out/shop.template.json").contains("\(code.key).zip"))
  }

  @Test func nestedTemplatesAreAssets() throws {
    let workspace = try Workspace(["shop.yaml": Specs.store.replacing("store:\n", with: "store:\n    nested: true\n")])
    #expect(try workspace.run("shop.yaml", "-o", "out", "--assembly").status == 0)
    let template = try workspace.read("out/shop.template.json")
    #expect(!template.contains("\"./shop."))
    #expect(template.contains("https://s3.${AWS::Region}.${AWS::URLSuffix}/cdk-hnb659fds-assets-"))
    #expect(template.contains("\"aws:asset:path\": \"shop.StoreApiRoutes1.template.json\""))
  }

  @Test func onlyAFolderHoldsAnAssembly() throws {
    let workspace = try Workspace(["shop.yaml": Specs.store])
    for output in ["-", "shop.json"] {
      let outcome = try workspace.run("shop.yaml", "-o", output, "--assembly")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("--assembly writes several files; set a folder with -o DIR"))
    }
    #expect(
      try workspace.run("shop.yaml", "-o", "out", "--assembly", "--dry-run").output.contains(
        "would write out/manifest.json\n"))
    #expect(try workspace.run("shop.yaml", "-o", "out", "--assembly", "--quiet").status == 0)
    #expect(try workspace.run("diff", "other.yaml", "shop.yaml", "-o", "out").status == 2)
  }
}
