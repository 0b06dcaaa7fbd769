import CloudFormation
import Testing

struct ResourceTests {
  private var resource: Resource {
    var resource = Resource(id: "A", type: "AWS::X::Y", properties: ["Name": "n", "Tags": ["a": "b"], "List": [1, 2]])
    resource.condition = "C"
    resource.dependsOn = ["B"]
    resource.deletionPolicy = "Retain"
    resource.metadata = ["m": 1]
    resource.attributes["UpdatePolicy"] = ["u": 1]
    return resource
  }

  @Test func bodyAndBack() {
    let body = resource.body
    #expect(
      body.members.map(\.key)
        == ["Type", "Condition", "DependsOn", "Properties", "DeletionPolicy", "Metadata", "UpdatePolicy"])
    #expect(Resource(id: "A", body: body).body == body)
  }

  @Test func emptyPartsAreOmitted() { #expect(Resource(id: "A", type: "T").body.members.map(\.key) == ["Type"]) }

  @Test func overridesReplaceFunctionsAsAWhole() {
    var resource = Resource(
      id: "Books",
      body: ["Type": "T", "Properties": ["A": ["Fn::Sub": "x"], "B": ["Fn::If": ["C", "x", "y"]], "C": "x"]])
    resource.override(
      with: ["Properties": ["A": ["Fn::Join": ["", ["y"]]], "B": ["D": "z"], "C": ["E": "z", "F": .null]]])
    #expect(resource.properties["A"] == ["Fn::Join": ["", ["y"]]])
    #expect(resource.properties["B"] == ["D": "z"])
    #expect(resource.properties["C"] == ["E": "z"])
  }

  @Test func overridesMergeReplaceAndDelete() {
    var changed = resource
    changed.override(with: [
      "Properties": ["Tags": ["c": "d"], "List": [3], "Name": .null], "DeletionPolicy": .null, "Condition": "D",
      "DependsOn": ["E", "F"], "CreationPolicy": ["x": 1],
    ])
    #expect(Value.object(changed.properties) == ["Tags": ["a": "b", "c": "d"], "List": [3]])
    #expect(changed.deletionPolicy == nil)
    #expect(changed.condition == "D")
    #expect(changed.dependsOn == ["E", "F"])
    #expect(changed.attributes.members.map(\.key) == ["UpdatePolicy", "CreationPolicy"])
    #expect(changed.id == "A" && changed.type == "AWS::X::Y")
  }

  @Test func oneDependencyMayBeAString() {
    #expect(Resource(id: "A", body: ["Type": "T", "DependsOn": "B"]).dependsOn == ["B"])
  }

  @Test func allAttributesMayBeDeleted() {
    var changed = resource
    changed.override(with: ["Properties": .null, "DependsOn": .null, "Condition": .null, "Metadata": .null])
    #expect(changed.body.members.map(\.key) == ["Type", "DeletionPolicy", "UpdatePolicy"])
  }
}
