import Diagnostics
import SpecReading

extension Rule {
  /// Environment variables of a function.
  static let functionEnvironment = Rule(
    id: "LAM010",
    severity: .error,
    summary: "invalid environment variables, or more than 4 KB of them",
    why: """
      Lambda reserves some variables, accepts names of letters, digits and `_` that begin with a letter, and has room for
      4 KB of names and values.
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
    check: { model, report in
      for function in model.functions {
        let variables = function["Environment"]?["Variables"]?.members ?? []
        var size = 0
        for variable in variables {
          size += variable.name.utf8.count + (variable.text?.utf8.count ?? 0)
          let name = variable.name
          if reserved.contains(name) {
            report.report(
              at: variable.key, "Lambda reserves \(Reader.quoted(name))", help: "rename it, or remove it")
          } else if !name.isMade(ofLettersDigitsAnd: "_") || !(name.first?.isLetter ?? false) || name.count < 2 {
            report.report(
              at: variable.key, "\(Reader.quoted(name)) is not a valid name for an environment variable",
              help: helpForInvisible(in: name)
                ?? "it has at least two characters: letters, digits and `_`, a letter first")
          }
        }
        if size > 4_096 {
          report.report(
            at: function.mark, "the environment of `\(function.name)` has \(size) bytes; Lambda has room for 4,096",
            help: "move long values to a file, or to Parameter Store")
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
