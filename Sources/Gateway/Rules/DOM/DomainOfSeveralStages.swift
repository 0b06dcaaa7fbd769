import Diagnostics
import SpecReading

extension Rule {
  /// Which stage a domain leads to.
  static let domainOfSeveralStages = Rule(
    id: "DOM026",
    severity: .error,
    summary: "`domain` on an API that has several stages, or none",
    why: """
      A host and a path lead to one stage. On an API `domain` is short for the domain of its only stage.
      """,
    source: "the language: `domain` on an API is for its one stage",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          ⟪
          domain: ⟦api.example.com⟧
          →⟫
          stages:
            $default: {⟪→ domain: api.example.com⟫}
            next: {⟪→ domain: api.example.com/next⟫}
      """,
    isEssential: true,
    check: { spec, report in
      for api in spec.names.spec.apis {
        guard let domain = api.value.domain, spec.isWhole(api.mark) else { continue }
        let stages = api.value.resolvedStages
        if stages.count == 1 { continue }
        let what = stages.isEmpty ? "has no stage" : "has \(stages.count) stages"
        var help = "write `domain` on the stage that it is to lead to"
        if stages.isEmpty {
          help =
            "write one: `stage: NAME`, or `stages: {NAME: {exists: true, domain: …}}` for one that an imported API has"
        }
        report.report(
          at: domain.mark, "the API `\(api.name)` \(what): which one is this domain for?",
          related: stages.prefix(4).compactMap { stage in stage.mark.map { Related(message: "a stage", mark: $0) } },
          help: help)
      }
    })
}
