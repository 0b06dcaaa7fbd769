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
        let hosts = model.names.spec.domains.compactMap(\.host.literal)
        report.report(
          at: mapping.hostMark, "`\(host)` is not defined in `domains`, so it must already exist",
          help: HostForm.nearest(to: host, among: hosts).map { "did you mean `\($0)`?" }
            ?? "if it exists, add `domains: {\(host): {exists: true}}`")
      }
    })
}
