extension Rule {
  /// A permission under the qualifier of the unpublished version.
  static let permissionOfLatest = Rule(
    id: "LAM035",
    severity: .error,
    summary: "permission for `$LATEST` of a function",
    why: """
      A permission belongs to a function, an alias or a published version. Lambda rejects one whose function name ends in `:$LATEST`.
      """,
    source: "Lambda's API reference of AddPermission; found by deployments (cdk-preflight)",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        MayCall:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            Principal: events.amazonaws.com
            FunctionName: ⟦!Sub "${functions.books.Arn}⟪:$LATEST →⟫"⟧
      """,
    check: { model, report in
      for permission in model.permissions where permission.isRaw || permission.isWritten {
        guard let name = permission["FunctionName"], name.isWritten, let text = name.value.spelled,
          text.hasSuffix(":$LATEST")
        else { continue }
        report.report(Arn.flawOfLatest, at: name)
      }
    })
}
