import Foundation
import Testing

@Suite struct IdsTests {
  @Test func printsATableOfPlaces() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let outcome = try workspace.run("ids", "spec.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("PLACE") == true)
    let api = try #require(lines.first { $0.contains("AWS::ApiGatewayV2::Api") })
    #expect(api.split(separator: " ") == ["apis.store", "StoreApi", "AWS::ApiGatewayV2::Api"])
    // The types are aligned.
    #expect(Set(lines.dropFirst().map { $0.components(separatedBy: "AWS::")[0].count }).count == 1)
    #expect(workspace.names(in: ".") == ["spec.yaml"])
  }

  @Test func printsJSON() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused])
    let outcome = try workspace.run("ids", "spec.yaml", "--format", "json")
    #expect(outcome.status == 0)
    let rows = try #require(try outcome.json() as? [[String: String]])
    #expect(rows.contains(["place": "apis.store", "logicalId": "StoreApi", "type": "AWS::ApiGatewayV2::Api"]))
    #expect(outcome.errors.contains("warning: "))
    let template = try workspace.run("spec.yaml", "-o", "-").json() as? [String: Any]
    let resources = try #require(template?["Resources"] as? [String: [String: Any]])
    #expect(Set(rows.compactMap { $0["logicalId"] }) == Set(resources.keys))
    for row in rows { #expect(resources[row["logicalId"] ?? ""]?["Type"] as? String == row["type"]) }
  }

  @Test func aSpecWithErrorsHasNoTable() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let text = try workspace.run("ids", "spec.yaml")
    #expect(text.status == 1)
    #expect(text.output == "")
    #expect(text.errors.hasPrefix("spec.yaml:2:"))
    let json = try workspace.run("ids", "spec.yaml", "--format", "json")
    #expect(json.status == 1)
    #expect(json.errors == "")
    #expect(try json.counts()["error"] == 2)
  }

  @Test func readsStandardInput() throws {
    let outcome = try Workspace().run("ids", "-", input: Data(Specs.store.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("apis.store"))
  }
}
