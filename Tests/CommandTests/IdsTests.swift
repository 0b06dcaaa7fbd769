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
    #expect(api.split(separator: " ") == ["apis.store", "StoreApi", "AWS::ApiGatewayV2::Api", "spec.yaml:2"])
    // The types are aligned.
    #expect(Set(lines.dropFirst().map { $0.components(separatedBy: "AWS::")[0].count }).count == 1)
    #expect(workspace.names(in: ".") == ["spec.yaml"])
  }

  @Test func printsJSON() throws {
    let workspace = try Workspace(["spec.yaml": Specs.unused])
    let outcome = try workspace.run("ids", "spec.yaml", "--format", "json")
    #expect(outcome.status == 0)
    let rows = try #require(try outcome.json() as? [[String: Any]])
    let api = try #require(rows.first { $0["place"] as? String == "apis.store" })
    #expect(api["logicalId"] as? String == "StoreApi" && api["type"] as? String == "AWS::ApiGatewayV2::Api")
    #expect(api["file"] as? String == "spec.yaml" && api["line"] is Int)
    #expect(outcome.errors.contains("warning: "))
    let template = try workspace.run("spec.yaml", "-o", "-").json() as? [String: Any]
    let resources = try #require(template?["Resources"] as? [String: [String: Any]])
    #expect(Set(rows.compactMap { $0["logicalId"] as? String }) == Set(resources.keys))
    for row in rows {
      #expect(resources[row["logicalId"] as? String ?? ""]?["Type"] as? String == row["type"] as? String)
    }
  }

  @Test func aSpecWithErrorsHasTheTableOfKnownPlaces() throws {
    let workspace = try Workspace(["spec.yaml": Specs.wrong])
    let text = try workspace.run("ids", "spec.yaml")
    #expect(text.status == 1)
    #expect(text.output.contains("apis.store"))
    #expect(text.errors.hasPrefix("spec.yaml:2:"))
    let json = try workspace.run("ids", "spec.yaml", "--format", "json")
    #expect(json.status == 1)
    #expect(json.errors.hasPrefix("spec.yaml:2:"))
    #expect((try json.json() as? [[String: Any]])?.contains { $0["place"] as? String == "apis.store" } == true)
  }

  @Test func listsAttributes() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let lines = try workspace.run("ids", "spec.yaml", "--attributes").output.split(separator: "\n")
    #expect(lines.first?.hasSuffix("ATTRIBUTES") == true)
    #expect(lines.contains { $0.hasPrefix("apis.store ") && $0.hasSuffix("ApiEndpoint, ApiId, ExecuteApiArn") })
    #expect(lines.contains { $0.hasPrefix("apis.store.stages.$default ") && $0.hasSuffix(" Url") })
  }

  @Test func readsStandardInput() throws {
    let outcome = try Workspace().run("ids", "-", input: Data(Specs.store.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("apis.store"))
  }
}
