import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("Mappings")
struct MappingTests {
  @Test("The domain of an API is mapped to its only stage")
  func ofApi() throws {
    let spec = Compiled(Snippet.domain + Snippet.api + "    domain: api.example.com/v1\n")
    #expect(spec.lines == [])
    let mapping = try #require(spec.mappings.first)
    #expect(spec.mappings.count == 1)
    #expect(mapping.properties["ApiId"] == .ref("StoreApi"))
    #expect(mapping.properties["Stage"] == .ref("StoreDefaultStage"))
    #expect(mapping.properties["DomainName"] == .ref("ApiExampleComDomain"))
    #expect(mapping.properties["ApiMappingKey"] == "v1")
  }

  @Test("An empty base path has no mapping key")
  func root() {
    let spec = Compiled(Snippet.domain + Snippet.api + "    domain: api.example.com\n")
    #expect(spec.mappings.map { $0.properties["ApiMappingKey"] } == [nil])
    #expect(spec.output("StoreApiExampleComUrl") == "https://api.example.com/")
  }

  @Test(
    "Host and path in one text and in two keys are the same",
    arguments: [
      "api.example.com/shop/v1", "{name: api.example.com, basePath: shop/v1}", "[{name: api.example.com/shop/v1}]",
    ])
  func forms(domain: String) {
    let spec = Compiled(Snippet.domain + Snippet.api + "    domain: \(domain)\n")
    #expect(spec.lines == [])
    #expect(spec.mappings.map(\.id) == ["ApiExampleComAtShopV1Mapping"])
    #expect(spec.mappings.map { $0.properties["ApiMappingKey"] } == ["shop/v1"])
  }

  @Test("Several domains of an API, several base paths of a domain")
  func several() {
    let spec = Compiled(
      """
      domains:
        main: {name: api.example.com, certificate: \(Snippet.certificate), hostedZone: Z0123456789EXAMPLE}
        shop.example.com: {certificate: \(Snippet.certificate), hostedZone: Z0123456789EXAMPLE}
      apis:
        store:
          routes: {$default: "https://books.example.com"}
          disableExecuteApiEndpoint: true
          domain: [main, main/v1, shop.example.com]
        authors:
          routes: {$default: "https://authors.example.com"}
          disableExecuteApiEndpoint: true
          domain: api.example.com/authors
      """)
    #expect(spec.lines == [])
    #expect(
      spec.mappings.map(\.id) == [
        "ApiExampleComMapping", "ApiExampleComAtV1Mapping", "ShopExampleComMapping", "ApiExampleComAtAuthorsMapping",
      ])
    #expect(
      spec.placed.filter { $0.type == "AWS::ApiGatewayV2::ApiMapping" }.map(\.path) == [
        "apis.store.domain.main", "apis.store.domain.main/v1", "apis.store.domain.shop.example.com",
        "apis.authors.domain",
      ])
    #expect(spec.output("StoreApiExampleComUrl") == "https://api.example.com/")
    #expect(spec.output("StoreApiExampleComAtV1Url") == "https://api.example.com/v1")
    #expect(spec.output("StoreShopExampleComUrl") == "https://shop.example.com/")
    #expect(spec.output("AuthorsApiExampleComUrl") == "https://api.example.com/authors")
  }

  @Test("Stages have their own domains")
  func ofStages() {
    let spec = Compiled(
      Snippet.domain + Snippet.api + """
            stages:
              prod: {domain: api.example.com}
              dev: {domain: api.example.com/dev}
        """)
    #expect(spec.lines == [])
    #expect(spec.mappings.map { $0.properties["Stage"] } == [.ref("StoreProdStage"), .ref("StoreDevStage")])
    #expect(spec.placed.contains { $0.path == "apis.store.stages.dev.domain" })
  }

  @Test(
    "A domain on an API with several stages or none is an error",
    arguments: [
      "stages: {prod: {}, dev: {}}", "stages: {}",
    ])
  func severalStages(stages: String) {
    let spec = Compiled(Snippet.domain + Snippet.api + "    domain: api.example.com\n    \(stages)\n")
    #expect(spec.mistakes.map(\.id).contains("DOM026"))
    #expect(spec.mappings.isEmpty)
  }

  @Test("The URL of a WebSocket API on its domain")
  func webSocket() {
    let spec = Compiled(
      """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      domains:
        chat.example.com: {certificate: true, hostedZone: Z0123456789EXAMPLE}
      apis:
        chat:
          type: websocket
          routes: {$default: chat}
          stage: live
          domain: chat.example.com/v1
          disableExecuteApiEndpoint: true
      """)
    #expect(spec.mistakes.map(\.id) == [])
    #expect(spec.mappings.map { $0.properties["Stage"] } == [.ref("ChatLiveStage")])
    #expect(spec.output("ChatChatExampleComUrl") == "wss://chat.example.com/v1")
  }

  @Test("An existing API and an existing stage")
  func existing() {
    let spec = Compiled(
      """
      domains:
        api.example.com: {exists: true}
      apis:
        store:
          id: abc123
          stages:
            prod: {exists: true, domain: api.example.com/v1}
      """)
    #expect(spec.mistakes.map(\.id) == [])
    #expect(spec.mappings.map { $0.properties["Stage"] } == ["prod"])
    #expect(spec.mappings.map { $0.properties["ApiId"] } == ["abc123"])
    #expect(spec.mappings.map { $0.properties["DomainName"] } == ["api.example.com"])
  }

  @Test("An undefined host is assumed to exist, with a note")
  func outside() {
    let spec = Compiled(Snippet.api + "    domain: api.example.com/v1\n")
    #expect(
      spec.lines == [
        "DOM025: `api.example.com` is not defined in `domains`, so it must already exist (api.example.com)"
      ])
    #expect(spec.mappings.map { $0.properties["DomainName"] } == ["api.example.com"])
  }

  @Test("A misspelled domain name is an error")
  func misspelt() {
    let spec = Compiled(
      """
      domains:
        main: {name: api.example.com, certificate: true, hostedZone: Z0123456789EXAMPLE}
      """ + "\n" + Snippet.api + "    domain: mian\n")
    #expect(spec.findings.first { $0.id == "DOM001" }?.help == "did you mean `main`?")
  }

  @Test("Functions as host: a place, a function of the domain, a string with a path")
  func functions() {
    let spec = Compiled(
      """
      parameters:
        Env: {Type: String}
      domains:
        main: {name: !Sub "${Env}.example.com", certificate: true, hostedZone: Z0123456789EXAMPLE}
      apis:
        store:
          routes: {$default: "https://books.example.com"}
          disableExecuteApiEndpoint: true
          domain: [!Ref domains.main, !Sub "${Env}.example.com/v1", !Sub "other.${Env}.com/${Env}/v2"]
      """)
    #expect(spec.lines == [])
    #expect(
      spec.mappings.map { $0.properties["DomainName"] } == [
        .ref("MainDomain"), .ref("MainDomain"), ["Fn::Sub": "other.${Env}.com"],
      ])
    #expect(spec.mappings.map { $0.properties["ApiMappingKey"] } == [nil, "v1", ["Fn::Sub": "${Env}/v2"]])
    #expect(spec.mappings.prefix(2).map(\.id) == ["MainMapping", "MainAtV1Mapping"])
    #expect(spec.output("StoreMainUrl") == ["Fn::Sub": "https://${MainDomain}/"])
  }

  @Test("A domain in `resources`")
  func rawDomain() {
    let spec = Compiled(
      Snippet.api + """
            domain: Site/v1
        resources:
          Site:
            Type: AWS::ApiGatewayV2::DomainName
            Properties:
              DomainName: api.example.com
              DomainNameConfigurations: [{CertificateArn: !Ref Certificate}]
        parameters: {Certificate: {Type: String}}
        """)
    #expect(spec.lines == [])
    #expect(spec.mappings.map { $0.properties["DomainName"] } == [.ref("Site")])
  }

  @Test("Conditions of API, stage, domain and mapping apply to the mapping and its output")
  func conditions() throws {
    let spec = Compiled(
      """
      parameters: {Env: {Type: String}}
      conditions:
        A: !Equals [!Ref Env, a]
        B: !Equals [!Ref Env, b]
        C: !Equals [!Ref Env, c]
        D: !Equals [!Ref Env, d]
      domains:
        api.example.com: {certificate: true, hostedZone: Z0123456789EXAMPLE, condition: C}
      apis:
        store:
          condition: A
          routes: {$default: "https://books.example.com"}
          disableExecuteApiEndpoint: true
          stages:
            prod:
              condition: B
              domain: {name: api.example.com, condition: D}
      """)
    #expect(spec.lines == [])
    let condition = try #require(spec.mappings.first?.condition)
    #expect(spec.template.outputs["StoreApiExampleComUrl"]?.object?["Condition"] == .string(condition))
    let all = spec.template.sections["Conditions"]?.object?[condition]
    #expect(all == ["Fn::And": [["Condition": "AAndBAndC"], ["Condition": "D"]]])
    for type in ["ApiGatewayV2::DomainName", "CertificateManager::Certificate", "Route53::RecordSet"] {
      #expect(Set(spec.resources("AWS::\(type)").map(\.condition)) == ["C"])
    }
  }

  @Test("One base path for two stages with exclusive conditions")
  func exclusive() {
    func spec(_ options: String) -> Compiled {
      Compiled(
        """
        parameters: {Color: {Type: String}}
        conditions:
          Blue: !Equals [!Ref Color, blue]
          Green: !Not [!Condition Blue]
        """ + "\n" + Snippet.domain + Snippet.api + """
              stages:
                blue: {domain: {name: api.example.com, condition: Blue}}
                green: {domain: {name: api.example.com, condition: Green\(options)}}
          """)
    }
    let one = spec("")
    #expect(one.mistakes.map(\.id) == [])
    #expect(one.mappings.map(\.condition) == [nil])
    #expect(one.mappings[0].properties["Stage"]?.choice != nil)
    #expect(spec(", metadata: {owner: green}").mistakes.map(\.id) == ["CFN001"])
    let two = spec(", logicalId: GreenMapping")
    #expect(two.mistakes.map(\.id) == [])
    #expect(two.mappings.count == 2)
  }

  @Test("No outputs if disabled, or for a wildcard")
  func outputs() {
    let off = Compiled(Snippet.domain + Snippet.api + "    domain: api.example.com\n    outputs: false\n")
    #expect(off.template.outputs.isEmpty)
    let wildcard = Compiled(
      """
      domains:
        "*.example.com": {certificate: true, hostedZone: Z0123456789EXAMPLE}
      """ + "\n" + Snippet.api + "    domain: \"*.example.com\"\n")
    #expect(wildcard.lines == [])
    #expect(!wildcard.template.outputs.members.contains { $0.key.contains("Example") })
  }
}
