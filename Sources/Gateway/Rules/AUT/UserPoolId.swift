import SpecReading

extension Rule {
  /// The form of a user pool id.
  static let userPoolId = Rule(
    id: "AUT036",
    severity: .error,
    summary: "invalid user pool id",
    why: """
      The id of a user pool begins with its region: `eu-west-1_AbCdEf123`. The issuer of its tokens is made of both; it does
      not follow from the pool's name or ARN.
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
    check: { model, report in
      for pool in model.names.spec.userPools {
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
          at: imported.id.mark, "\(Reader.quoted(text)) is not a valid user pool id",
          help: text.hasPrefix("arn:") && last.contains("_")
            ? "write `\(last)`" : "it has the form `eu-west-1_AbCdEf123`; Cognito's console shows it")
      }
    })
}
