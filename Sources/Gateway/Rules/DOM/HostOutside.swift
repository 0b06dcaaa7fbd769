import SpecReading

extension Rule {
  static let hostOutside = Rule(
    id: "DOM025",
    severity: .note,
    premise: .spec,
    summary: "host that is not defined in `domains`",
    why: """
      A domain that is not defined here has to exist in the stack's account and region. Otherwise the mapping fails: "Invalid domain
      name identifier specified".
      """,
    source: "the language: a domain that is named but not defined has to exist",
    example: """
      ⟪→
      domains:
        api.example.com: {exists: true}
      ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: ⟦api.example.com⟧/v1
      """,
    check: { model, report in
      var seen: Set<String> = []
      for mapping in model.domains.mappings where mapping.element != nil {
        guard case .outside(let host) = mapping.host, HostForm.flaw(host) == nil, seen.insert(host).inserted else {
          continue
        }
        let domains = model.domains.all.filter { $0.host != nil }
        // Another rule reports that the mapping does not wait for one in `resources`.
        if domains.contains(where: { $0.element == nil && $0.host == host }) { continue }
        let nearest = HostForm.nearest(to: host, among: domains.compactMap(\.host))
        let unused = domains.filter { $0.element != nil && $0.mappings.isEmpty }
        let intended = domains.first { $0.host == nearest } ?? (unused.count == 1 ? unused[0] : nil)
        report.report(
          at: mapping.hostMark, "`\(host)` is not defined in `domains`, so it must already exist",
          related: .one("a domain of the spec", at: intended?.mark),
          help: intended?.host.map { "did you mean `\($0)`?" }
            ?? "if it exists, add `domains: {\(host): {exists: true}}`")
      }
    })
}
