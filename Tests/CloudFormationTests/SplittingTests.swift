import CloudFormation
import Testing

/// A template with an API, a stage that depends on the first route, and so many routes, each with an integration.
private func large(_ routes: Int, prefix: String = "Route") -> Template {
  var template = Template()
  template.add(
    Resource(id: "Api", type: "AWS::ApiGatewayV2::Api", properties: Object([.init(key: "Name", value: "x")])))
  for number in 0..<routes {
    var integration = Resource(id: "Integration\(number)", type: "AWS::ApiGatewayV2::Integration")
    integration.properties.add("ApiId", .ref("Api"))
    integration.properties.add("IntegrationUri", ["Fn::Sub": "https://${Api}.${AWS::StackName}.${Api.ApiEndpoint}"])
    template.add(integration)
    var route = Resource(id: "\(prefix)\(number)", type: "AWS::ApiGatewayV2::Route")
    route.properties.add("ApiId", .ref("Api"))
    route.properties.add("Target", ["Fn::Sub": .string("integrations/${Integration\(number)}")])
    template.add(route)
  }
  var stage = Resource(id: "Stage", type: "AWS::ApiGatewayV2::Stage")
  stage.properties.add("ApiId", .ref("Api"))
  stage.dependsOn = ["\(prefix)0"]
  template.add(stage)
  template.outputs["ApiId"] = ["Value": .ref("Api")]
  return template
}

extension SplitTemplate {
  /// A template whose routes and integrations may move.
  fileprivate init(moving template: Template) {
    self.init(template) { ["AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route"].contains($0) }
  }
}

@Suite struct SplittingTests {
  @Test func smallTemplateStaysWhole() {
    let template = large(200)
    let split = SplitTemplate(moving: template)
    #expect(split.children.isEmpty)
    #expect(split.root.json() == template.json())
    #expect(split.files(stack: "s").map(\.name) == ["s.template.json"])
  }

  @Test func largeTemplateKeepsEveryResourceOnce() {
    let template = large(700)
    let split = SplitTemplate(moving: template)
    #expect(!split.children.isEmpty)
    var ids = split.root.resources.filter { $0.type != "AWS::CloudFormation::Stack" }.map(\.id)
    for child in split.children { ids += child.template.resources.map(\.id) }
    #expect(ids.sorted() == template.resources.map(\.id).sorted())
    for template in [split.root] + split.children.map(\.template) {
      #expect(template.resources.count <= 500)
      #expect(template.outputs.members.count <= 200)
      #expect(template.sections["Parameters"]?.object?.members.count ?? 0 <= 200)
    }
  }

  @Test func everyReferenceFindsItsTarget() throws {
    let split = SplitTemplate(moving: large(700))
    for child in split.children {
      for resource in child.template.resources {
        Value.object(resource.properties).forEachReference { id in
          #expect(child.template.defines(id), "\(child.id): \(resource.id) refers to \(id)")
        }
      }
      let handedIn = split.root[child.id]?.properties["Parameters"]?.object?.members.map(\.key).sorted()
      #expect(handedIn == child.template.sections["Parameters"]?.object?.members.map(\.key).sorted())
    }
    for resource in split.root.resources {
      Value.object(resource.properties).forEachReference { #expect(split.root.defines($0)) }
    }
    #expect(ReferenceGraph(split.root).cycle == nil)
    let stage = try #require(split.root["Stage"])
    let home = try #require(split.children.first { $0.template["Route0"] != nil })
    #expect(stage.dependsOn == [home.id])
  }

  @Test func theStackNameIsPassedToNestedStacks() throws {
    let split = SplitTemplate(moving: large(700))
    let child = try #require(split.children.first { $0.template["Integration5"] != nil })
    #expect(
      child.template["Integration5"]?.properties["IntegrationUri"]
        == ["Fn::Sub": "https://${Api}.${RootStackName}.${ApiApiEndpoint}"])
    #expect(split.root[child.id]?.properties["Parameters"]?.object?["RootStackName"] == .ref("AWS::StackName"))
  }

  @Test func addingARouteMovesNoOther() {
    let before = SplitTemplate(moving: large(700))
    let after = SplitTemplate(moving: large(701))
    func homes(_ split: SplitTemplate) -> [String: String] {
      var homes: [String: String] = [:]
      for child in split.children { for resource in child.template.resources { homes[resource.id] = child.id } }
      return homes
    }
    let moved = homes(before).filter { homes(after)[$0.key] != $0.value }
    #expect(moved.isEmpty)
  }

  @Test func conditionalResourcesStay() {
    var template = large(300)
    template["Route7"]?.condition = "IsProd"
    let split = SplitTemplate(moving: template)
    #expect(split.root["Route7"] != nil)
    #expect(split.root["Integration7"] != nil)
  }

  @Test func filesReferToEachOther() throws {
    let files = SplitTemplate(moving: large(700)).files(stack: "big")
    let root = try #require(files.first)
    #expect(root.name == "big.template.json")
    for file in files.dropFirst() {
      let id = file.name.dropFirst("big.".count).dropLast(".template.json".count)
      #expect(root.template[String(id)]?.properties["TemplateURL"] == .string("./\(file.name)"))
    }
  }
}
