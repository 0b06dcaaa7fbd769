import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A host that the internet does not lead to.
  static let privateHost = Rule(
    id: "INT012",
    severity: .warning,
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
      model.forEachInternetUrl { url, text in
        guard TargetUrl.flaw(in: text) == nil, let (host, what) = PrivateHost.inUrl(text), !host.hasSuffix(".internal")
        else { return }
        report.report(
          at: url, "\(Reader.quoted(host)) is \(what), which API Gateway cannot reach",
          help: "use a public URL, or a VPC link (`alb`, `nlb`, `cloudMap`)")
      }
      // What a stage variable names is only called, so a name in `.internal` is not rejected either.
      let variable = model.apis.all.filter { $0.stages.contains { !$0.variables.isEmpty } }
      for integration in variable.flatMap(\.integrations) {
        for (url, text) in integration.internetUrl?.choices ?? [] where text.utf8.contains(UInt8(ascii: "$")) {
          for (stage, whole) in integration.completed(text) {
            guard TargetUrl.flaw(in: whole) == nil, let (host, what) = PrivateHost.inUrl(whole) else { continue }
            report.report(
              at: url,
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
      model.forEachInternetUrl { url, text in
        guard TargetUrl.flaw(in: text) == nil, let (host, _) = PrivateHost.inUrl(text), host.hasSuffix(".internal")
        else {
          return
        }
        report.report(
          at: url, "\(Reader.quoted(host)) is a name of a private network, which API Gateway rejects",
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

/// Hosts that only a private network leads to.
enum PrivateHost {
  /// The host of a URL, and what it is, if it is private. A host with a variable in it is not known.
  static func inUrl(_ text: String) -> (host: String, what: String)? {
    guard let scheme = TargetUrl.scheme(of: text) else { return nil }
    let authority = text.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    if authority.contains(where: { "{}$@".utf8.contains($0) }) { return nil }
    if authority.first == UInt8(ascii: "[") {
      let address = Substring(authority.dropFirst().prefix { $0 != UInt8(ascii: "]") }).lowercased()
      return isPrivate(ipv6: address) ? ("[\(address)]", "a private address") : nil
    }
    let name = authority.prefix { $0 != UInt8(ascii: ":") }
    let host = Substring(name).lowercased()
    if let address = CidrBlock.address(of: name) { return kind(of: address).map { (host, $0) } }
    return kind(ofName: host.hasSuffix(".") ? String(host.dropLast()) : host).map { (host, $0) }
  }

  /// Whether an address is in a range that Elastic Load Balancing accepts for targets outside of the VPC.
  static func isOfPrivateNetwork(_ address: Int) -> Bool { privateBlocks.contains { $0.contains(address) } }

  /// Of RFC 1918 and RFC 6598.
  private static let privateBlocks = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"]
    .compactMap { CidrBlock($0) }

  private static func kind(of address: Int) -> String? {
    blocks.first { $0.block.contains(address) }?.what
  }

  private static let blocks: [(block: CidrBlock, what: String)] =
    privateBlocks.map { ($0, "a private address") }
    + [
      ("0.0.0.0/8", "no host's address"), ("127.0.0.0/8", "an address of the machine itself"),
      ("169.254.0.0/16", "a link-local address"),
    ].compactMap { text, what in CidrBlock(text).map { ($0, what) } }

  private static func isPrivate(ipv6 address: String) -> Bool {
    if address == "::1" || address == "::" { return true }
    guard let first = Int(address.prefix { $0 != ":" }, radix: 16) else { return false }
    // fc00::/7 and fe80::/10.
    return first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
  }

  private static func kind(ofName host: String) -> String? {
    let labels = host.utf8.split(separator: UInt8(ascii: ".")).map(Substring.init)
    guard let last = labels.last else { return nil }
    if last == "localhost" { return "the machine itself" }
    if labels.count == 1 { return "a name without a domain" }
    if last == "internal" || last == "local" { return "a name of a private network" }
    guard host.hasSuffix(".amazonaws.com") || host.hasSuffix(".amazonaws.com.cn") else { return nil }
    if labels[0].hasPrefix("internal-"), labels.contains("elb") { return "an internal load balancer" }
    return labels.contains("vpce") ? "an endpoint inside a VPC" : nil
  }
}

extension Model {
  /// The internal load balancer whose DNS name is the host of a URL that a function puts together.
  fileprivate func internalBalancer(inUrl value: Value) -> Resource? {
    guard let text = value.spelled, let scheme = text.firstRange(of: "://"),
      let (id, attribute, _) = SpelledReference.first(of: text[scheme.upperBound...]), attribute == "DNSName",
      let resource = resource(id), resource.type == ResourceType.loadBalancer.name
    else { return nil }
    return resource["Scheme"]?.text == "internal" ? resource : nil
  }
}
