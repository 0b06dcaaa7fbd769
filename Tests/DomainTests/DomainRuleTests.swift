import Support
import Testing

@testable import Gateway

@Suite("Rules of domains")
struct DomainRuleTests {
  static let rules = Rules.all.filter { $0.id.hasPrefix("DOM") || ["API018", "ROU015"].contains($0.id) }

  @Test("The bad example is reported at its mark, without other findings", arguments: rules.map(\.id))
  func bad(id: String) throws {
    for rule in Self.rules where rule.id == id {
      let before = try #require(rule.example.bad.firstRange(of: "⟦"))
      let after = try #require(rule.example.bad.firstRange(of: "⟧"))
      let start = rule.example.bad[..<before.lowerBound].utf8.count
      let end = start + rule.example.bad[before.upperBound..<after.lowerBound].utf8.count
      let spec = Compiled(rule.example.bad.replacing("⟦", with: "").replacing("⟧", with: ""))
      let found = spec.findings.filter { $0.id == id }
      #expect(found.map { Int($0.mark.start)..<Int($0.mark.end) } == [start..<end], "\(spec.lines)")
      #expect(found.map(\.severity) == [rule.kind.severity])
      let others = spec.findings.filter { $0.id != id && $0.severity > rule.kind.severity && $0.id != "REF007" }
      #expect(others.isEmpty, "\(spec.lines)")
    }
  }

  @Test("The good example has no findings", arguments: rules.map(\.id))
  func good(id: String) {
    for rule in Self.rules where rule.id == id { #expect(Compiled(rule.example.good).lines == []) }
  }

  @Test(
    "Invalid hosts",
    arguments: [
      ("https://api.example.com/v1", "use `api.example.com/v1`"), ("api.example.com:8443", "use `api.example.com`"),
      ("API.Example.com", "use `api.example.com`"), ("api.example.com.", "use `api.example.com`"),
      ("books.*.com", "use `*.*.com`"), ("a*.example.com", "use `*.example.com`"),
      ("${Env}.example.com", "use `!Sub ${Env}.example.com`"),
      ("bücher.example.com", "write other letters than those of ASCII as DNS does: `xn--…`"),
      ("my_api.example.com", "use `my-api.example.com`, or another host without `_`"),
      ("-a.example.com", nil), ("a..example.com", nil),
    ])
  func hosts(text: String, help: String?) {
    #expect(HostForm.flaw(text) != nil)
    #expect(HostForm.flaw(text)?.help == help)
  }

  @Test(
    "Valid hosts",
    arguments: ["api.example.com", "example.com", "*.example.com", "a-b.xn--bcher-kva.example", "1.example.com"])
  func realHosts(text: String) { #expect(HostForm.flaw(text) == nil) }

  @Test(
    "Slashes of a base path, and what to write",
    arguments: [
      ("{name: api.example.com, basePath: /v1}", "use `v1`"),
      ("{name: api.example.com, basePath: v1/}", "use `v1`"),
      ("{name: api.example.com, basePath: /}", "remove `basePath`"), ("api.example.com/", "remove the slash"),
      ("api.example.com//v1", "use `api.example.com/v1`"), ("api.example.com/a//b", "use `api.example.com/a/b`"),
    ])
  func slashes(domain: String, help: String) {
    let spec = Compiled(Snippet.domain + Snippet.api + "    domain: \(domain)\n")
    #expect(spec.findings.filter { $0.id == "DOM007" }.map(\.help) == [help], "\(spec.lines)")
  }

  @Test("A route may be shadowed by a base path of another API")
  func prefixOfRoute() {
    let spec = Compiled(
      Snippet.domain + """
        apis:
          store:
            routes: {GET /ordersandmore: "https://books.example.com"}
            disableExecuteApiEndpoint: true
            domain: api.example.com
          orders:
            routes: {$default: "https://orders.example.com"}
            disableExecuteApiEndpoint: true
            domain: [api.example.com/orders, api.example.com/orders/v1]
        """)
    #expect(
      spec.lines == [
        "DOM021: `/orders` also matches the beginning of `/ordersandmore` (orders)"
      ])
  }

  @Test(
    "A record in `resources`, or an output for DNS elsewhere, is a record",
    arguments: [
      "outputs: {Target: {Value: !GetAtt domains.api.example.com.RegionalDomainName}}",
      "resources: {Record: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: api.example.com., Type: CNAME}}}",
    ])
  func records(text: String) {
    let domain = "domains: {api.example.com: {certificate: \"\(Snippet.certificate)\"}}\n"
    #expect(Compiled(domain + Snippet.api + "    domain: api.example.com\n" + text + "\n").lines == [])
  }

  @Test("Hosts are similar if one of their parts is similar")
  func nearHosts() {
    let hosts = ["main", "chat.example.com"]
    #expect(HostForm.nearest(to: "mian", among: hosts) == "main")
    #expect(HostForm.nearest(to: "chat.exmaple.com", among: hosts) == "chat.example.com")
    #expect(HostForm.nearest(to: "x.example.com", among: hosts) == nil)
    #expect(HostForm.nearest(to: "example.com", among: hosts) == nil)
  }

  @Test("An unsupported security policy")
  func securityPolicy() {
    let spec = Compiled(
      "domains: {api.example.com: {certificate: true, hostedZone: Z0123456789EXAMPLE, securityPolicy: TLS_1_0}}\n"
        + Snippet.api + "    domain: api.example.com\n")
    #expect(spec.mistakes.map(\.id) == ["SPEC004"])
  }
}
