import SpecReading

extension Rule {
  /// The quota of policies.
  static let policyTooLarge = Rule(
    id: "QUO008",
    severity: .warning,
    summary: "policy is larger than IAM allows",
    why: """
      IAM allows 10,240 characters in all inline policies of a role, and 6,144 in a managed policy; white space is not counted.
      Beyond that the role cannot be created. Functions in a policy are not counted, so it may be larger still.
      """,
    source: "IAM's quotas; found by deployments (cdk-preflight)",
    example: policies,
    check: { model, report in
      for (resource, size, quota) in model.policies where size > quota {
        report.report(
          at: resource.mark,
          "the policies of `\(resource.name)` have at least \(size) characters; IAM allows \(quota)",
          help: resource.isRaw
            ? "combine statements and actions with `*`, or use several managed policies"
            : "combine statements and actions with `*`, or write a managed policy and name it in `policies`")
      }
    })

  private static var policies: String {
    func tables(_ numbers: ClosedRange<Int>) -> String {
      numbers.map { "        - arn:aws:dynamodb:eu-west-1:111122223333:table/t\($0)\n" }.joined()
    }
    return """
      functions:
        ⟦books⟧:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies:
            allow: dynamodb:GetItem
            on:

      """ + tables(1...10) + "⟪\n" + tables(11...500) + "→⟫\n"
        + "apis:\n  store:\n    routes:\n      $default: books\n"
  }
}
