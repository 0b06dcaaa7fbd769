extension Rule {
  /// URLs that have a stage in them.
  static let onlyNamedStages = Rule(
    id: "STG029",
    severity: .note,
    summary: "stages of an HTTP API without `$default` and without a domain",
    why: """
      `stages` lists all stages. Without `$default` among them every URL of the API has a stage's name in it, and the
      bare endpoint answers 404.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages:
            ⟪→
            $default: {}
            ⟫
            ⟦dev⟧: {}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket && api.value.domain == nil {
        guard case .created = api.value.form, let stages = api.value.stages, let first = stages.first,
          !stages.contains(where: { $0.value.domain != nil }),
          !api.value.resolvedStages.contains(where: { $0.awsName.map { $0 == "$default" } ?? true })
        else { continue }
        report.report(
          at: first.mark, "all URLs of the API `\(api.name)` have a stage's name in them, such as `/\(first.name)/…`",
          help: "add `$default: {}` for one without")
      }
    })
}
