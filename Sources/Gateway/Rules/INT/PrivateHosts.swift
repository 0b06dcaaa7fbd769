import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A host that the internet does not lead to.
  static let privateHost = Rule(
    id: "INT012",
    severity: .warning,
    premise: .part,
    summary: "HTTP integration with a private host",
    why: """
      API Gateway calls HTTP integrations through the public internet. It cannot reach private addresses, or names that only
      the DNS of a private network knows: every request fails.
      """,
    source: "API Gateway's page on HTTP proxy integrations: publicly routable endpoints; RFC 1918, 6761, 6762",
    example: """
      apis:
        store:
          routes:
            GET /books: ⟦https://books.local/v1 → https://books.example.com/v1⟧
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard url.flaw == nil, let (host, what) = url.privateHost, !host.hasSuffix(".internal") else { continue }
        report.report(
          at: url.property, "\(Reader.quoted(host)) is \(what), which API Gateway cannot reach",
          help: "use a public URL, or a VPC link (`alb`, `nlb`, `cloudMap`)")
      }
      let services = model.hostsOfServices
      for url in services.isEmpty ? [] : model.internetUrls where url.flaw == nil && url.privateHost == nil {
        let host = url.text.split(separator: "/").dropFirst().first?.prefix { $0 != ":" } ?? ""
        guard services.contains(String(host)) else { continue }
        report.report(
          at: url.property,
          "`\(host)` is a name of a private network, which API Gateway cannot reach",
          help: "use a VPC link: `cloudMap: SERVICE`")
      }
      // What a stage variable names is only called, so a name in `.internal` is not rejected either.
      let variable = model.apis.all.filter { $0.stages.contains { !$0.variables.isEmpty } }
      for integration in variable.flatMap(\.integrations) {
        for url in integration.internetUrls where url.text.utf8.contains(UInt8(ascii: "$")) {
          for (stage, whole) in integration.completed(url.text) {
            guard TargetUrl.flaw(in: whole) == nil, let (host, what) = PrivateHost.inUrl(whole) else { continue }
            report.report(
              at: url.property,
              "on the stage `\(stage.name)` the host is \(Reader.quoted(host)), \(what), which API Gateway cannot reach",
              help: "use a public URL, or a VPC link (`alb`, `nlb`, `cloudMap`)")
            break
          }
        }
      }
      for url in model.apis.integrations.compactMap(\.internetUrl) where url.text == nil {
        guard let balancer = model.internalBalancer(inUrl: url.value) else { continue }
        report.report(
          at: url, "the load balancer `\(balancer.id)` is internal, and API Gateway cannot reach it",
          help: "use a VPC link (`alb`, `nlb`)")
      }
    })

  static let internalHost = Rule(
    id: "INT042",
    severity: .error,
    summary: "HTTP integration with a host in `.internal`",
    why: """
      `.internal` is reserved for private networks, so the public DNS never has such a name, and API Gateway rejects the
      integration: "Invalid HTTP endpoint specified for URI".
      """,
    source: "aws-cdk#24017; ICANN's resolution on `.internal` of 2024-07-29",
    example: """
      apis:
        store:
          routes:
            GET /books: ⟦https://books.shop.internal/v1 → https://books.example.com/v1⟧
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard url.flaw == nil, let (host, _) = url.privateHost, host.hasSuffix(".internal") else { continue }
        report.report(
          at: url.property, "\(Reader.quoted(host)) is a name of a private network, which API Gateway rejects",
          help: "use a public URL, or a VPC link (`alb`, `nlb`, `cloudMap`)")
      }
    })

  /// An issuer that the internet does not lead to.
  static let privateIssuer = Rule(
    id: "AUT040",
    severity: .warning,
    summary: "a JWT issuer at a private address or host",
    why: """
      API Gateway fetches the issuer's keys over the public internet, already when it creates the authorizer. Of an issuer
      that it does not reach it is "Issuer must have a valid discovery endpoint".
      """,
    source: "API Gateway's page on JWT authorizers; RFC 1918, 6761, 6762",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "⟦https://login.internal → https://login.example.com⟧", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        guard text.hasPrefix("https://"), let (host, what) = PrivateHost.inUrl(text) else { return }
        report.report(
          at: issuer.mark(of: text.startIndex..<text.endIndex),
          "\(Reader.quoted(host)) is \(what), which API Gateway cannot reach",
          help: "use an issuer that is public, or let a function validate the tokens (`lambda`)")
      }
    })
}

extension Model {
  /// The names of services in private namespaces, which only their VPCs know.
  fileprivate var hostsOfServices: Set<String> {
    let namespaces = resources("AWS::ServiceDiscovery::PrivateDnsNamespace").compactMap { $0["Name"]?.text }
    if namespaces.isEmpty { return [] }
    let services = resources("AWS::ServiceDiscovery::Service").compactMap { $0["Name"]?.text }
    return Set(services.flatMap { name in namespaces.map { "\(name).\($0)" } })
  }

  /// The internal load balancer whose DNS name is the host of a URL that a function puts together.
  fileprivate func internalBalancer(inUrl value: Value) -> Resource? {
    guard let text = value.spelled, let scheme = text.firstRange(of: "://"),
      let (id, attribute, _) = SpelledReference.first(of: text[scheme.upperBound...]), attribute == "DNSName",
      let resource = resource(id, of: ResourceType.loadBalancer.name)
    else { return nil }
    return resource["Scheme"]?.text == "internal" ? resource : nil
  }
}
