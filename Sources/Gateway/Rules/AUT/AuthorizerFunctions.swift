import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// What an authorizer asks.
  static let authorizerFunctionArn = Rule(
    id: "AUT014",
    severity: .error,
    summary: "an authorizer's ARN that is no function's",
    why: """
      An authorizer asks a Lambda function, an alias or a version of one, by its own ARN. The URI by which API Gateway
      calls it, `arn:aws:apigateway:…/invocations`, is made from that; a resource says the URI itself.
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
    check: { spec, report in
      for authorizer in spec.rawAuthorizers where !authorizer.isJwt {
        guard let uri = authorizer.resource?["AuthorizerUri"], let text = uri.value.spelled else { continue }
        let isBare =
          text.hasPrefix("arn:")
          ? !text.mentions("/functions/") && !text.mentions("${}")
          : spec.isFunction(text)
        guard isBare else { continue }
        let function =
          text.hasPrefix("${") ? spec.names.inPlaces(text) : Arn(text).service == "lambda" ? text : "FUNCTION_ARN"
        report.report(
          at: uri.mark, "this is not the URI by which API Gateway calls a function",
          help: """
            write `!Sub arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/\(function)\
            /invocations`
            """)
      }
      spec.forEachLambdaAuthorizer { _, authorizer in
        guard let text = authorizer.function.literal, text.hasPrefix("arn:") else { return }
        let parts = text.split(separator: ":", maxSplits: 6, omittingEmptySubsequences: false)
        if parts.count == 7, parts[2] == "lambda", parts[5] == "function" { return }
        var help = "it reads like `arn:aws:lambda:REGION:ACCOUNT:function:NAME`"
        if let start = text.firstRange(of: "/functions/"), let end = text.firstRange(of: "/invocations") {
          help = "write `\(text[start.upperBound..<end.lowerBound])`"
        }
        report.report(at: authorizer.function.mark, "this is not the ARN of a function", help: help)
      }
    })

  /// API Gateway does not wait as long as the function may take.
  static let slowAuthorizer = Rule(
    id: "AUT031",
    severity: .warning,
    summary: "an authorizer's function that may take longer than API Gateway waits",
    why: """
      API Gateway waits 10 seconds for an authorizer's answer, and answers 500 after that. What the function does later
      is in vain.
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
    check: { spec, report in
      var reported: Set<Mark> = []
      spec.forEachLambdaAuthorizer { _, authorizer in
        guard case .element(let index) = spec.names.find(.function, authorizer.function),
          case .created(let function) = spec.names.spec.functions[index].value.form,
          let timeout = function.timeout, let length = timeout.literal, length.seconds > 10,
          reported.insert(timeout.mark).inserted
        else { return }
        report.report(
          at: timeout.mark, "API Gateway waits 10s for an authorizer",
          related: [Related(message: "it is an authorizer's function here", mark: authorizer.function.mark)],
          help: "write `10s` or less")
      }
      let raw = spec.rawAuthorizers.filter { !$0.isJwt }
      if raw.isEmpty { return }
      let functions = FunctionTable(spec)
      for authorizer in raw {
        guard let uri = authorizer.resource?["AuthorizerUri"], let id = functions.reference(uri.value)?.function,
          let timeout = spec.timeout(ofFunction: id), timeout.seconds > 10, reported.insert(timeout.mark).inserted
        else { continue }
        report.report(
          at: timeout.mark, "API Gateway waits 10s for an authorizer",
          related: [Related(message: "it is an authorizer's function here", mark: uri.mark)],
          help: "let it take 10 seconds or less")
      }
    })
}

extension ResolvedSpec {
  /// How long a function of the template may take, in seconds, where that is said.
  fileprivate func timeout(ofFunction id: String) -> (seconds: Int, mark: Mark)? {
    if let raw = rawResources("AWS::Lambda::Function").first(where: { $0.id == id }) {
      return raw["Timeout"].flatMap { timeout in timeout.number.map { ($0, timeout.mark) } }
    }
    let own = createdFunctions.first { names.id(.function($0.element.name)) == id }
    guard let timeout = own?.function.timeout, let length = timeout.literal else { return nil }
    return (length.seconds, timeout.mark)
  }
}
