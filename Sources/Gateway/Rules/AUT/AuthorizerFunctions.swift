import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// An authorizer that calls something else than a function.
  static let authorizerFunctionArn = Rule(
    id: "AUT014",
    severity: .error,
    summary: "authorizer ARN is not a Lambda function ARN",
    why: """
      An authorizer calls a Lambda function, an alias or a version of one. The URI by which API Gateway calls it,
      `arn:aws:apigateway:…/invocations`, contains the ARN of the function; a resource specifies the URI itself.
      """,
    source: "API Gateway's CreateAuthorizer (AuthorizerUri)",
    example: """
      apis:
        store:
          authorizers:
            users: {lambda: ⟦arn:aws:sqs:eu-west-1:111122223333:login → "arn:aws:lambda:eu-west-1:111122223333:function:login"⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers {
        guard let uri = authorizer["AuthorizerUri"], let text = uri.value.spelled else { continue }
        if let flaw = FunctionUri.flawOfVersion(in: text) {
          report.report(flaw, at: uri)
        } else if let function = FunctionUri.function(in: text) {
          if let name = model.functionName(inUri: text) {
            report.report(
              at: uri, "`${\(name)}` is the name of the function, not its ARN", help: "write `${\(name).Arn}`")
            continue
          }
          if uri.isRaw, let flaw = Arn.flawOfParts(in: function) {
            report.report(flaw, at: uri)
          }
          if !function.isEmpty, !function.hasPrefix("arn:"), !function.mentions("$"), !function.mentions("{") {
            report.report(
              at: uri, "\(Reader.quoted(function)) is the name of a function, not its ARN",
              help: "the ARN has the form `\(Arn.functionForm)`")
          }
          guard function.hasPrefix("arn:"), !FunctionUri.isFunctionArn(function) else { continue }
          // An imported function is checked where it is imported.
          if !uri.isRaw, model.names.importedFunctions.contains(where: { $0?.literal == function }) { continue }
          var help = "the ARN has the form `\(Arn.functionForm)`"
          if let inner = FunctionUri.function(in: function) { help = "write `\(inner)`" }
          report.report(at: uri, "this is not the ARN of a Lambda function", help: help)
        } else if model.isUnfinishedUri(text) {
          report.report(
            at: uri, "this is not the URI by which API Gateway calls a function",
            help: "end it in `/functions/ARN/invocations`")
        } else if FunctionUri.isBare(text, model) || !text.hasPrefix("arn:") && !text.mentions("{") {
          let function =
            text.hasPrefix("${")
            ? model.names.inPlaces(text) : Arn(text).service == "lambda" ? text : "FUNCTION_ARN"
          report.report(
            at: uri, "this is not the URI by which API Gateway calls a function",
            help: "write " + FunctionUri.written(function))
        }
      }
    })

  /// A function that answers too late.
  static let slowAuthorizer = Rule(
    id: "AUT031",
    severity: .warning,
    summary: "authorizer function may run longer than an HTTP API waits",
    why: """
      An HTTP API waits 10 seconds for an authorizer, then answers 500. Anything the function does after that is lost.
      """,
    source: "API Gateway's quotas for HTTP APIs",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login, timeout: ⟦30s → 5s⟧}
      apis:
        store:
          authorizers:
            users: {lambda: login}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket != true {
        guard let uri = authorizer["AuthorizerUri"], let timeout = model.function(of: uri)?["Timeout"],
          timeout.numbers.contains(where: { $0 > 10 })
        else { continue }
        report.report(
          at: timeout, "the function may run for longer than the 10 seconds that an HTTP API waits for an authorizer",
          related: [Related(message: "the function is used as an authorizer here", mark: uri.mark)],
          help: "write `\(timeout.isRaw ? "Timeout: 10" : "10s")` or less")
      }
    })
}
