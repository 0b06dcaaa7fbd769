import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// An API that would have to stand before it stands.
  static let ownIssuer = Rule(
    id: "AUT007",
    severity: .error,
    summary: "an issuer that the API itself serves",
    why: """
      API Gateway asks the issuer while the authorizer is created. An API cannot answer then: its routes and stages do
      not stand yet.
      """,
    source: "public reports of \"Issuer must have a valid discovery endpoint\" in one deployment",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: ⟦!GetAtt apis.store.ApiEndpoint → "https://login.example.com"⟧, audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachIssuer { authorizer, issuer in
        guard case .intrinsic(let node) = issuer.content else {
          guard let text = issuer.literal, let mapping = spec.mapping(thatServes: text),
            .ref(spec.names.id(.api(mapping.api.name))) == authorizer.api
          else { return }
          return report.report(
            at: issuer.mark,
            "the API `\(authorizer.apiName)` would be its own issuer, which has to answer before it stands",
            related: [.init(message: "what makes it answer there", mark: mapping.hostMark)],
            help: "serve the issuer by another API, and deploy that one first")
        }
        var isOwn = false
        spec.values.value(node).forEachReference { if .ref($0) == authorizer.api { isOwn = true } }
        guard isOwn else { return }
        report.report(
          at: issuer.mark,
          "the API `\(authorizer.apiName)` would be its own issuer, which has to answer before it stands",
          help: "serve the issuer by another API, and deploy that one first")
      }
    })
}

extension ResolvedSpec {
  /// The mapping that a URL leads to, by a domain that the stack creates: the one with the longest path. Nil where that
  /// is not known.
  fileprivate func mapping(thatServes url: String) -> ResolvedMapping? {
    guard url.hasPrefix("https://"), !mappings.isEmpty else { return nil }
    let parts = url.dropFirst("https://".count).split(separator: "/", omittingEmptySubsequences: false)
    let (host, path) = (parts[0].lowercased(), parts.dropFirst().filter { !$0.isEmpty })
    var best: (length: Int, mapping: ResolvedMapping)?
    for mapping in mappings {
      guard case .domain(let index) = mapping.host, names.spec.domains[index].value.created != nil,
        names.hostText(mapping.host)?.lowercased() == host
      else { continue }
      guard let base = mapping.pathText?.split(separator: "/") else { return nil }
      if path.starts(with: base), base.count >= best?.length ?? 0 { best = (base.count, mapping) }
    }
    return best?.mapping
  }
}
