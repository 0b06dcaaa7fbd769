import Diagnostics
import Support
import Testing

/// Limits of the whole template.
@Suite struct LimitTests {
  /// The findings: IDs, severities and lines.
  private func found(_ text: String) -> [String] {
    let compiled = Compiled(text)
    return compiled.findings.map { finding in
      let line = compiled.sources[Int(finding.mark.source)].position(at: Int(finding.mark.start)).line
      return "\(finding.id) \(finding.severity.rawValue) \(line)"
    }
  }

  private func lines(_ numbers: ClosedRange<Int>, _ line: (Int) -> String) -> String {
    numbers.map(line).joined(separator: "\n") + "\n"
  }

  @Test func integrationsOfAnHttpApi() {
    func spec(_ count: Int) -> String {
      // The first two share an integration.
      "apis:\n  store:\n    routes:\n      GET /first: https://books.example.com/1\n"
        + lines(1...count) { "      GET /\($0): https://books.example.com/\($0)" }
    }
    #expect(found(spec(299)) == ["QUO009 note 2", "QUO009 note 2"])
    #expect(found(spec(301)) == ["QUO001 warning 304", "QUO002 error 305"])
  }

  @Test func integrationsOfAWebSocketApi() {
    let spec =
      "apis:\n  chat:\n    type: websocket\n    stage: live\n    routes:\n      $default: {http: https://books.example.com}\n"
      + lines(1...300) { "      r\($0): {http: https://books.example.com/\($0)}" }
    #expect(found(spec).filter { $0.hasPrefix("QUO") } == ["QUO001 warning 306", "QUO002 warning 306"])
  }

  /// The length of a schema that is a mapping is that of its JSON text.
  @Test(arguments: [(32_768, []), (32_769, ["WS037 error 7"])])
  func schemaOfAModel(_ length: Int, _ expected: [String]) {
    let start = #"{"type": ["object", "null"], "required": ["id"], "description": ""#
    // The white space of the text does not count.
    let text = start + String(repeating: "x", count: length - (start.count - 6) - 2) + "\"}"
    #expect(
      found(
        "apis:\n  chat: {type: websocket, routes: {$default: https://books.example.com}}\nresources:\n  book:\n"
          + "    Type: AWS::ApiGatewayV2::Model\n    Properties: {ApiId: !Ref apis.chat, Name: book, ContentType: application/json,\n"
          + "      Schema: \(text)}\n"
      ).filter { $0.hasPrefix("WS037") } == expected)
  }

  @Test func linksOfAnAccount() {
    func spec(_ count: Int) -> String {
      "resources:\n"
        + lines(1...count) {
          "  L\($0): {Type: AWS::ApiGatewayV2::VpcLink, Properties: {Name: a, SubnetIds: [subnet-1]}}"
        }
    }
    #expect(!found(spec(10)).contains { $0.hasPrefix("QUO") })
    #expect(found(spec(11)).filter { $0.hasPrefix("QUO") } == ["QUO006 warning 12"])
  }

  @Test func tagsOfAResource() {
    func spec(_ count: Int) -> String {
      "apis:\n  store:\n    tags: {own: x}\n    routes: {GET /books: \"https://books.example.com\"}\ntags:\n"
        + lines(1...count) { "  t\($0): x" }
    }
    #expect(found(spec(49)) == [])
    #expect(found(spec(50)) == ["QUO007 error 3"])
    #expect(found(spec(51)) == ["QUO007 error 56"])
  }

  @Test func bytesOfATemplate() {
    func spec(_ count: Int) -> String {
      "resources:\n  A:\n    Type: AWS::SNS::Thing\n    Properties: {TopicName: \(String(repeating: "x", count: count))}\n"
    }
    #expect(found(spec(51_000)) == [])
    #expect(found(spec(51_200)) == ["CFN004 note 1"])
    #expect(found(spec(1_000_000)) == ["CFN003 error 1"])
  }

  @Test func dynamicReferences() {
    func spec(_ count: Int) -> String {
      "resources:\n"
        + lines(1...count) { "  A\($0): {Type: AWS::SNS::Topic, Properties: {TopicName: '{{resolve:ssm:a}}'}}" }
    }
    #expect(found(spec(60)) == [])
    #expect(found(spec(61)) == ["CFN011 error 62"])
  }

  @Test func sectionsOfATemplate() {
    func spec(_ count: Int) -> String {
      "resources: {A: {Type: AWS::SNS::Topic}}\nmappings:\n  M:\n" + lines(1...count) { "    k\($0): {v: x}" }
        + lines(1...count) { "  N\($0): {k: {v: x}}" } + "parameters:\n"
        + lines(1...count) { "  P\($0): {Type: String}" }
    }
    #expect(found(spec(199)).filter { $0.hasPrefix("CFN") } == [])
    #expect(
      found(spec(201)).filter { $0.hasPrefix("CFN") } == ["CFN005 error 204", "CFN005 error 404", "CFN005 error 607"])
  }

  @Test func exportOfAnApiAndOfAnOutput() {
    let api = "apis:\n  store:\n    export: shop\n    routes: {GET /books: \"https://books.example.com\"}\noutputs:\n"
    let name = "shop-StoreUrl"
    #expect(found(api + "  StoreUrl: {Value: x, Export: {Name: !Sub \(name)}}") == [])
    #expect(found(api + "  Mine: {Value: x, Export: {Name: \(name)}}") == ["CFN009 error 6"])
  }

  @Test func resourcesThatCannotMove() {
    func spec(_ count: Int) -> String {
      "parameters: {P: {Type: String}}\nconditions: {C: !Equals [!Ref P, a]}\nresources:\n"
        + lines(1...count) { "  T\($0): {Type: AWS::SNS::Topic, Condition: C}" }
    }
    #expect(found(spec(500)) == ["QUO009 note 1"])
    #expect(found(spec(501)) == ["CFN002 error 1"])
  }

  @Test func largeApisAreSplit() {
    let routes = lines(1...600) { "      GET /\($0): https://books.example.com" }
    let spec = "apis:\n  store:\n    routes:\n" + routes
    #expect(found(spec) == ["CFN027 note 2", "QUO001 warning 304"])
    let template = Compiled(spec).split
    #expect(template.templates.map(\.resources.count).reduce(0, +) > 600)
    #expect(found("apis:\n  store:\n    nested: true\n    routes:\n" + routes) == ["QUO001 warning 305"])
    #expect(
      found("apis:\n  store:\n    nested: false\n    routes:\n" + routes)
        == ["CFN002 error 2", "QUO001 warning 305"])
  }

  @Test func resourcesOfAnOperation() {
    func spec(_ count: Int) -> String {
      "apis:\n"
        + lines(1...8) { api in
          "  a\(api):\n    nested: true\n    routes:\n"
            + lines(1...count) { "      GET /\($0): https://books.example.com" }
        }
    }
    #expect(!found(spec(290)).contains { $0.hasPrefix("CFN") })
    #expect(found(spec(306)).filter { $0.hasPrefix("CFN") } == ["CFN002 error 2"])
  }
}
