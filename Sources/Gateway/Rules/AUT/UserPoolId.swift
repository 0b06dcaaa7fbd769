import SpecReading

extension Rule {
  /// What identifies a user pool.
  static let userPoolId = Rule(
    id: "AUT036",
    severity: .error,
    summary: "the id of a user pool that is none",
    why: """
      A user pool's id begins with its region: `eu-west-1_AbCdEf123`. The issuer of its tokens is made of both; a pool's
      name or ARN does not give it.
      """,
    source: "Cognito's API reference, the pattern of UserPoolIdType",
    example: """
      userPools:
        readers: {id: ⟦arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123 → eu-west-1_AbCdEf123⟧, clients: 1example23456789}
      apis:
        store:
          authorizers:
            users: {userPool: readers}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      for pool in spec.names.spec.userPools {
        guard case .imported(let imported) = pool.value.form, let text = imported.id.literal,
          !imported.id.mark.isNowhere
        else { continue }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0].isMade(ofLettersDigitsAnd: "-"),
          parts[0].contains("-"), parts[1].isMade(ofLettersDigitsAnd: "")
        {
          continue
        }
        let last = text.split(separator: "/").last.map(String.init) ?? ""
        report.report(
          at: imported.id.mark, "\(Reader.quoted(text)) is not a user pool's id",
          help: text.hasPrefix("arn:") && last.contains("_")
            ? "write `\(last)`" : "it reads like `eu-west-1_AbCdEf123`; Cognito's console shows it")
      }
    })
}
