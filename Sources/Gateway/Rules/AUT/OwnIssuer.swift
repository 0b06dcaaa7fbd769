import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An API as its own issuer.
  static let ownIssuer = Rule(
    id: "AUT007",
    severity: .error,
    summary: "issuer is served by the API itself",
    why: """
      API Gateway fetches the issuer's keys while the authorizer is created. The API cannot answer then, because its routes
      and stages do not exist yet.
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
    check: { model, report in
      for authorizer in model.apis.authorizers {
        guard let issuer = authorizer.issuer, let api = authorizer.api else { continue }
        func reportOwn(_ related: [Related]) {
          report.report(
            at: issuer, "the API `\(api.name)` would be its own issuer, which must answer before the API exists",
            related: related, help: "serve the issuer from another API, and deploy that one first")
        }
        if let text = issuer.text {
          guard let mapping = model.spec.mapping(thatServes: text), mapping.api.name == api.element?.name else {
            continue
          }
          reportOwn([.init(message: "this mapping makes it answer there", mark: mapping.hostMark)])
        } else if issuer.value.refers(where: { .ref($0) == api.key }) {
          reportOwn([])
        }
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
