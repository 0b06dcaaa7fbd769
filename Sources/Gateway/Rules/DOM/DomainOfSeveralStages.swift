import Diagnostics
import SpecReading

extension Rule {
  static let domainOfSeveralStages = Rule(
    id: "DOM026",
    severity: .error,
    summary: "`domain` on an API that has several stages or none",
    why: "A host and a path lead to one stage. `domain` of an API is the domain of its only stage.",
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
    check: { model, report in
      for api in model.names.spec.apis {
        guard let domain = api.value.domain, model.spec.isWhole(api.mark) else { continue }
        let stages = api.value.resolvedStages
        if stages.count == 1 { continue }
        report.report(
          at: domain.mark,
          "the API `\(api.name)` has \(stages.isEmpty ? "no stage" : "\(stages.count) stages"); a domain leads to one stage",
          related: stages.prefix(4).compactMap { stage in stage.mark.map { Related(message: "a stage", mark: $0) } },
          help: stages.isEmpty
            ? "add `stage: NAME`, or `stages: {NAME: {exists: true, domain: …}}` for a stage of an imported API"
            : "move `domain` to the stage that it leads to")
      }
    })
}
