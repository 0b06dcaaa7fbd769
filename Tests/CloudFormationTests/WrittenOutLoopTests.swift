import CloudFormation
import Testing

@Suite struct WrittenOutLoopTests {
  /// Loops in each other, the outermost first; each goes through the values that `values` returns for its number.
  private func template(_ depth: Int, body: Object, _ values: (Int) -> [String]) -> Template {
    var inner = body
    for number in (0..<depth).reversed() {
      let collection = Value.list(values(number).map { .string($0) })
      inner = Object([
        .init(key: "Fn::ForEach::L\(number)", value: [.string("V\(number)"), collection, .object(inner)])
      ])
    }
    var template = Template()
    template.macros = inner
    return template
  }

  private let topic = Object([
    .init(
      key: "Topic${V0}&{V1}",
      value: ["Type": "AWS::SNS::Topic", "Properties": ["TopicName": "${V1}", "Other": "${!V0}${V2}"]])
  ])

  @Test func loopsOverLiteralsAreWrittenOut() throws {
    let template = template(2, body: topic) { $0 == 0 ? ["A", "B"] : ["1-x", "${V0}"] }.withLoopsWrittenOut
    #expect(template.macros.isEmpty)
    #expect(template.resources.map(\.id) == ["TopicA1x", "TopicAA", "TopicB1x", "TopicBB"])
    #expect(template.resources.first?.properties["TopicName"] == "1-x")
    #expect(template.resources.first?.properties["Other"] == "${!V0}${V2}")
  }

  /// A value is not read again for other variables.
  @Test func valuesAreNotReadAgain() {
    let template = template(2, body: topic) { $0 == 0 ? ["${V1}"] : ["x"] }.withLoopsWrittenOut
    #expect(template.resources.map(\.id) == ["Topic${V1}x"])
  }

  @Test func loopsThatMultiplyRemain() {
    let empty = template(5, body: Object()) { loop in (0..<1_000).map { "v\(loop)x\($0)" } }
    #expect(!empty.withLoopsWrittenOut.macros.isEmpty)
    let growing = template(60, body: topic) { $0 == 0 ? ["x"] : ["${V\($0 - 1)}${V\($0 - 1)}"] }
    #expect(!growing.withLoopsWrittenOut.macros.isEmpty)
    let many = template(2, body: topic) { loop in (0..<30).map { "v\(loop)x\($0)" } }
    #expect(!many.withLoopsWrittenOut.macros.isEmpty)
  }
}
