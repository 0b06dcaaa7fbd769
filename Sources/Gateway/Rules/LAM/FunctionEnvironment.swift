import SpecReading

extension Rule {
  /// What Lambda's environment holds.
  static let functionEnvironment = Rule(
    id: "LAM010",
    severity: .error,
    summary: "environment variables with names that Lambda does not take, or over 4 KB",
    why: """
      Lambda sets some variables itself and lets nobody else set them, takes names of letters, digits and `_` that begin
      with a letter, and has room for 4 KB of names and values.
      """,
    source: "Lambda's pages on environment variables and quotas; found by deployments (cdk-preflight)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment: {⟦AWS_REGION → BUCKET_REGION⟧: eu-west-1}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        var size = 0
        for variable in own.function.environment {
          size += variable.name.utf8.count + (variable.value.literal?.utf8.count ?? 0)
          let name = variable.name
          if reserved.contains(name) {
            report.report(
              at: variable.mark, "Lambda sets \(Reader.quoted(name)) itself",
              help: "give it another name, or leave it out")
          } else if !name.isMade(ofLettersDigitsAnd: "_") || !(name.first?.isLetter ?? false) || name.count < 2 {
            report.report(
              at: variable.mark, "\(Reader.quoted(name)) is not a name for an environment variable",
              help: "it has at least two characters: letters, digits and `_`, a letter first")
          }
        }
        if size > 4_096 {
          report.report(
            at: own.element.mark,
            "the environment of `\(own.element.name)` has \(size) bytes; Lambda has room for 4,096",
            help: "keep what is long in a file, or in Parameter Store")
        }
      }
    })

  /// Source: Lambda's page on environment variables, "Defined runtime environment variables".
  private static let reserved: Set<String> = [
    "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT",
    "LAMBDA_RUNTIME_DIR",
  ]
}
