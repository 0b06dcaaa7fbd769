extension Rule {
  /// A limit that is nearly reached.
  static let limitNearlyReached = Rule(
    id: "QUO009",
    severity: .note,
    summary: "limit that is nearly reached",
    why: """
      From 80 % on, a limit is likely to be reached soon. Some can be increased on request, which takes days; others need
      another structure, which is easier to change before the limit is reached. `synth --budget` lists the use of all limits.
      """,
    source: "quotas of CloudFormation, API Gateway and IAM",
    example: stages,
    check: { model, report in
      for use in model.budget where use.percent >= 80 && use.used <= use.allowed {
        report.report(
          at: use.mark,
          "\(use.owner): \(use.used) of \(use.allowed) \(use.counted) (\(use.percent) %)",
          help: "run `apigw-synth synth --budget` to list the use of all limits")
      }
    })

  private static let stages = """
    apis:
      ⟦store⟧:
        routes:
          GET /books: https://books.example.com
        stages: {$default: , a: , b: , c: , d: , e: , f: ⟪, g:  →⟫}
    """
}
