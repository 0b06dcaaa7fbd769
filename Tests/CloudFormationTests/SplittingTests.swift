import CloudFormation
import Testing

/// A template with an API, a stage that depends on the first route, and so many routes, each with an integration.
private func large(_ routes: Int) -> Template {
  var template = Template()
  template.add(
    Resource(id: "Api", type: "AWS::ApiGatewayV2::Api", properties: Object([.init(key: "Name", value: "x")])))
  for number in 0..<routes {
    var integration = Resource(id: "Integration\(number)", type: "AWS::ApiGatewayV2::Integration")
    integration.properties.add("ApiId", .ref("Api"))
    integration.properties.add("IntegrationUri", ["Fn::Sub": "https://${Api}.${AWS::StackName}.${Api.ApiEndpoint}"])
    template.add(integration)
    var route = Resource(id: "Route\(number)", type: "AWS::ApiGatewayV2::Route")
    route.properties.add("ApiId", .ref("Api"))
    route.properties.add("Target", ["Fn::Sub": .string("integrations/${Integration\(number)}")])
    template.add(route)
  }
  var stage = Resource(id: "Stage", type: "AWS::ApiGatewayV2::Stage")
  stage.properties.add("ApiId", .ref("Api"))
  stage.dependsOn = ["Route0"]
  template.add(stage)
  template.outputs["ApiId"] = ["Value": .ref("Api")]
  return template
}

extension SplitTemplate {
  /// A template whose integrations may move, and whose routes as a group.
  fileprivate init(moving template: Template, nested: [String: Bool] = [:], named: Set<String> = []) {
    let moving = template.resources.map { resource -> Moving in
      switch resource.type {
      case _ where named.contains(resource.id): .named
      case "AWS::ApiGatewayV2::Integration", "AWS::Lambda::Permission": .first
      case "AWS::Lambda::Function", "AWS::IAM::Role": .later
      case "AWS::Lambda::Alias": .with("FunctionName")
      case "AWS::ApiGatewayV2::Route": .group("Api")
      default: .never
      }
    }
    let references = ReferenceGraph(template)
    let plan = SplitPlan(template, references, moving, nested: nested, sizes: template.resources.map(\.byteCount))
    self.init(template, plan, references, PassedValueKinds(lists: ["Names"], secrets: ["ClientSecret"]))
  }

  /// The stack of each resource; nil in the root.
  fileprivate var homes: [String: String] {
    var homes: [String: String] = [:]
    for child in children { for resource in child.template.resources { homes[resource.id] = child.id } }
    return homes
  }

  /// The nested template with a resource.
  fileprivate func child(with id: String) throws -> Child {
    try #require(children.first { $0.template[id] != nil }, "\(id) is not in a nested stack")
  }

  /// The value that the root passes to a nested stack.
  fileprivate func passed(_ name: String, to child: Child) -> Value? {
    root[child.id]?.properties["Parameters"]?.object?[name]
  }
}

extension Template {
  fileprivate func declaration(_ parameter: String) -> Value? { sections["Parameters"]?.object?[parameter] }
}

@Suite struct SplittingTests {
  @Test func smallTemplateStaysWhole() {
    let template = large(200)
    let split = SplitTemplate(moving: template)
    #expect(split.children.isEmpty)
    #expect(split.root.json() == template.json())
    #expect(split.files(stack: "s").map(\.name) == ["s.template.json"])
  }

  @Test(arguments: [300, 700]) func largeTemplateKeepsEveryResourceOnce(_ routes: Int) {
    let template = large(routes)
    let split = SplitTemplate(moving: template)
    #expect(!split.children.isEmpty)
    var ids = split.root.resources.filter { $0.type != "AWS::CloudFormation::Stack" }.map(\.id)
    for child in split.children { ids += child.template.resources.map(\.id) }
    #expect(ids.sorted() == template.resources.map(\.id).sorted())
    for template in split.templates {
      #expect(template.resources.count <= 500)
      #expect(template.outputs.members.count <= 200)
      #expect(template.parameterCount <= 200)
    }
  }

  @Test func partsMoveFirst() {
    let split = SplitTemplate(moving: large(300))
    #expect(split.homes.keys.allSatisfy { $0.hasPrefix("Integration") })
    #expect(split.children.map(\.id) == (1...8).map { "Parts\($0)" })
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
    #expect(try stage.dependsOn == [split.child(with: "Route0").id])
  }

  @Test func theRootReadsOutputs() throws {
    let split = SplitTemplate(moving: large(300))
    let child = try split.child(with: "Integration5")
    #expect(
      split.root["Route5"]?.properties["Target"]
        == [
          "Fn::Sub": [
            "integrations/${Integration5}", ["Integration5": .getAtt(child.id, "Outputs.Integration5")],
          ]
        ])
    #expect(child.template.outputs["Integration5"] == ["Value": .ref("Integration5")])
  }

  @Test func theStackNameIsPassedToNestedStacks() throws {
    let split = SplitTemplate(moving: large(300))
    let child = try split.child(with: "Integration5")
    #expect(
      child.template["Integration5"]?.properties["IntegrationUri"]
        == ["Fn::Sub": "https://${Api}.${RootStackName}.${ApiApiEndpoint}"])
    #expect(split.passed("RootStackName", to: child) == .ref("AWS::StackName"))
  }

  @Test(arguments: [251, 300, 480, 700]) func addingARouteMovesNoOther(_ routes: Int) {
    let before = SplitTemplate(moving: large(routes)).homes
    let after = SplitTemplate(moving: large(routes + 1)).homes
    #expect(before.filter { after[$0.key] != $0.value }.isEmpty)
    #expect(after.count > before.count)
  }

  @Test func aGroupIsNestedFromTheBeginning() {
    let (small, large) = (SplitTemplate(moving: large(9), nested: ["Api": true]), large(700))
    #expect(small.homes.keys.allSatisfy { $0.hasPrefix("Route") })
    #expect(small.homes.count == 9)
    let homes = SplitTemplate(moving: large, nested: ["Api": true]).homes
    #expect(small.homes.allSatisfy { homes[$0.key] == $0.value })
  }

  @Test func aGroupThatMustStayStays() {
    #expect(SplitTemplate(moving: large(700), nested: ["Api": false]).root.resources.count > 500)
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

/// Values that are passed to nested stacks.
@Suite struct PassedValueTests {
  /// A large template, with one more integration.
  private func split(_ uri: Value, _ change: (inout Template) -> Void = { _ in }) throws -> (
    SplitTemplate, SplitTemplate.Child
  ) {
    var template = large(300)
    template.sections["Parameters"] = [
      "Key": ["Type": "String", "NoEcho": "true"], "Plain": ["Type": "Number"],
      "Zones": ["Type": "List<AWS::EC2::AvailabilityZone::Name>"],
    ]
    template.sections["Conditions"] = ["InUse": ["Fn::Equals": [.ref("Plain"), "1"]]]
    template.sections["Mappings"] = ["Hosts": ["all": ["name": "example.com"]]]
    var integration = Resource(id: "Mine", type: "AWS::ApiGatewayV2::Integration")
    integration.properties.add("IntegrationUri", uri)
    template.add(integration)
    change(&template)
    let split = SplitTemplate(moving: template)
    return (split, try split.child(with: "Mine"))
  }

  @Test func secretsStaySecret() throws {
    let (split, child) = try split([.ref("Key"), .ref("Plain"), .getAtt("Client", "ClientSecret")])
    #expect(child.template.declaration("Key") == ["Type": "String", "NoEcho": true])
    #expect(child.template.declaration("Plain") == ["Type": "String"])
    #expect(child.template.declaration("ClientClientSecret") == ["Type": "String", "NoEcho": true])
    #expect(split.passed("Key", to: child) == .ref("Key"))
  }

  @Test func listsArePassedAsText() throws {
    let (split, child) = try split([.ref("Zones"), .getAtt("Api", "Names")])
    #expect(child.template.declaration("Zones") == ["Type": "CommaDelimitedList"])
    #expect(split.passed("Zones", to: child) == ["Fn::Join": [",", .ref("Zones")]])
    #expect(split.passed("ApiNames", to: child) == ["Fn::Join": [",", .getAtt("Api", "Names")]])
  }

  @Test func conditionsArePassed() throws {
    let (split, child) = try split(["Fn::If": ["InUse", .ref("Topic"), "x"]]) { template in
      var topic = Resource(id: "Topic", type: "AWS::SNS::Topic")
      topic.condition = "InUse"
      template.add(topic)
      template["Mine"]?.condition = "InUse"
    }
    #expect(child.template.sections["Conditions"] == ["InUse": ["Fn::Equals": [.ref("IfInUse"), "true"]]])
    #expect(split.passed("IfInUse", to: child) == ["Fn::If": ["InUse", "true", "false"]])
    // The root evaluates what it passes even if the resource does not exist.
    #expect(split.passed("Topic", to: child) == ["Fn::If": ["InUse", .ref("Topic"), ""]])
  }

  @Test func mappingsAreCopied() throws {
    let (split, child) = try split(["Fn::FindInMap": ["Hosts", "all", "name"]])
    #expect(child.template.sections["Mappings"] == split.root.sections["Mappings"])
  }

  @Test func namesAreDistinct() throws {
    let (split, child) = try split([.getAtt("Api", "Id"), .ref("ApiId")]) { template in
      template.add(Resource(id: "ApiId", type: "AWS::SNS::Topic"))
    }
    let names = split.root[child.id]?.properties["Parameters"]?.object?.members ?? []
    #expect(names.contains { $0.value == .getAtt("Api", "Id") && $0.key != "ApiId" })
    #expect(names.contains { $0.value == .ref("ApiId") && $0.key == "ApiId" })
  }
}

/// Functions with what belongs to them.
@Suite struct SplitUnitTests {
  /// A large template with a function for each integration.
  private func functions(_ count: Int, role: (Int) -> String = { "Role\($0)" }) -> Template {
    var template = large(count)
    for number in 0..<count {
      if template[role(number)] == nil { template.add(Resource(id: role(number), type: "AWS::IAM::Role")) }
      var function = Resource(id: "Function\(number)", type: "AWS::Lambda::Function")
      function.properties.add("Role", .getAtt(role(number), "Arn"))
      template.add(function)
      var permission = Resource(id: "Permission\(number)", type: "AWS::Lambda::Permission")
      permission.properties.add("FunctionName", .ref("Function\(number)"))
      template.add(permission)
      template["Integration\(number)"]?.properties["IntegrationUri"] = .getAtt("Function\(number)", "Arn")
    }
    return template
  }

  @Test func functionsStayWhileOthersAreEnough() {
    let homes = SplitTemplate(moving: functions(120)).homes
    #expect(homes["Permission7"] != nil)
    #expect(homes["Function7"] == nil)
  }

  @Test func functionsMoveWithAllThatBelongsToThem() {
    let homes = SplitTemplate(moving: functions(200)).homes
    for number in [0, 7, 199] {
      let unit = ["Function", "Role", "Permission", "Integration"].map { homes["\($0)\(number)"] }
      #expect(unit[0] != nil)
      #expect(Set(unit).count == 1)
      #expect(homes["Route\(number)"] == nil)
    }
  }

  @Test func aSharedRoleStays() {
    let homes = SplitTemplate(moving: functions(260) { _ in "Role" }).homes
    #expect(homes["Role"] == nil)
    #expect(homes["Function7"] != nil)
    #expect(Set(homes.values).count == SplitPlan.stacks)
  }

  @Test func aNamedFunctionStaysWithItsRole() {
    let homes = SplitTemplate(moving: functions(200), named: ["Function7"]).homes
    #expect(homes["Function7"] == nil)
    #expect(homes["Role7"] == nil)
    #expect(homes["Permission7"] != nil)
  }

  @Test func whatNeedsTheStageStays() throws {
    var template = functions(200)
    template["Function7"]?.properties["Environment"] = .ref("Stage")
    template["Stage"]?.properties["Route"] = .ref("Route8")
    let split = SplitTemplate(moving: template)
    #expect(split.homes["Function7"] == nil)
    #expect(ReferenceGraph(split.root).cycle == nil)
  }
}
