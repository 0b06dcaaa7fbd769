import SpecReading
import Support
import Testing
import YAMLTree

@testable import Gateway

/// An error that can be ignored must not change the template.
@Suite struct EssentialRuleTests {
  private static let judgements = Rules.all.filter { $0.kind.severity == .error && !Rules.essential.contains($0.id) }

  @Test(arguments: judgements.map(RuleExampleTests.Example.init))
  func ignorableErrorsLeaveAllRoutes(_ example: RuleExampleTests.Example) throws {
    let tree = Tree()
    var problems: [Problem] = []
    let text = MarkedText(example.rule.example.bad).text
    let reader = Reader(tree: tree)
    let root = try #require(tree.read(Source(path: "spec.yaml", bytes: Array(text.utf8)), problems: &problems))
    let resolved = ResolvedSpec(try #require(reader.readSpec(from: root)), reader: reader)
    let placed = resolved.synthesize(pathPrefix: "").placed
    let routes = placed.count { $0.type == "AWS::ApiGatewayV2::Route" && $0.path.hasPrefix("apis.") }
    #expect(routes == resolved.routes.joined().count, "set `isEssential` in the rule")
  }

  @Test func readingIsEssential() {
    for rule in Rules.all where rule.id.hasPrefix("SPEC") || rule.id.hasPrefix("REF") {
      #expect(Rules.essential.contains(rule.id))
    }
  }
}
