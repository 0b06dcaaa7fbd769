import SpecReading

extension Rule {
  /// A domain that somebody else made.
  static let hostOutside = Rule(
    id: "DOM025",
    severity: .note,
    summary: "a host that is none of `domains`",
    why: """
      What is not defined here must exist already, in the stack's account and region, or the mapping fails.
      """,
    source: "the language: what is named and not defined exists already",
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
    check: { spec, report in
      var seen: Set<String> = []
      for mapping in spec.mappings {
        guard case .outside(let host) = mapping.host, HostForm.flaw(host) == nil, seen.insert(host).inserted,
          spec.isWhole
        else { continue }
        let hosts = spec.names.spec.domains.compactMap(\.host.literal)
        report.report(
          at: mapping.hostMark, "`\(host)` is none of `domains`, so it must exist already",
          help: HostForm.nearest(to: host, among: hosts).map { "did you mean `\($0)`?" }
            ?? "`domains: {\(host): {exists: true}}` says that it is meant")
      }
    })
}
