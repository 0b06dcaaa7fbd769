import CloudFormation
import Testing

struct ReferenceTests {
  static let cases: [(Value, [String])] = [
    (.ref("A"), ["A"]),
    (.getAtt("A", "Arn"), ["A"]),
    (["Fn::Sub": "${A}-${B.C}-${!D}"], ["A", "B"]),
    (["Fn::Sub": ["${A}${own}", ["own": "text", "b": .ref("B")]]], ["A", "B"]),
    (["Fn::If": ["Condition", .ref("A"), [.ref("B")]]], ["A", "B"]),
    (["x": ["y": [["z": .ref("A")]]]], ["A"]),
    ("text", []), (.null, []), (1, []), (true, []),
  ]

  @Test(arguments: cases)
  func allReferencesAreFound(_ value: Value, _ ids: [String]) {
    var found: [String] = []
    value.forEachReference { found.append($0) }
    #expect(found == ids)
  }

  private func template(_ edges: [(String, [String])]) -> Template {
    var template = Template()
    for (id, others) in edges {
      var resource = Resource(id: id, type: "T")
      resource.properties["Refs"] = .list(others.map { .ref($0) })
      template.add(resource)
    }
    return template
  }

  @Test func cyclesAreFound() {
    #expect(template([("A", ["B"]), ("B", ["C"]), ("C", ["A"])]).cycleIDs == ["A", "B", "C", "A"])
    #expect(template([("A", ["A"])]).cycleIDs == ["A", "A"])
    #expect(template([("X", ["A"]), ("A", ["B"]), ("B", ["A"])]).cycleIDs == ["A", "B", "A"])
  }

  @Test func dependsOnCounts() {
    var template = template([("A", ["B"]), ("B", [])])
    template["B"]?.dependsOn = ["A"]
    #expect(template.cycleIDs == ["A", "B", "A"])
  }

  @Test func withoutCycles() {
    #expect(template([("A", ["B", "C"]), ("B", ["C"]), ("C", ["Parameter"])]).cycleIDs == nil)
    #expect(Template().cycleIDs == nil)
  }

  @Test(.timeLimit(.minutes(1))) func longChainsAreFast() {
    let count = 20_000
    let chain = template((0..<count).map { ("R\($0)", $0 + 1 < count ? ["R\($0 + 1)"] : []) })
    #expect(chain.cycleIDs == nil)
  }
}

extension Template {
  /// A cycle of resources, by logical ID.
  fileprivate var cycleIDs: [String]? { ReferenceGraph(self).cycle?.map { resources[$0].id } }
}
