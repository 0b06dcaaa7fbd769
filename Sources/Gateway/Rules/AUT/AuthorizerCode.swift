import Diagnostics
import TextSearch

extension Rule {
  /// Inline code of an authorizer that returns another form of answer.
  static let authorizerCode = Rule(
    id: "AUT045",
    severity: .warning,
    summary: "authorizer function that returns the other form of response",
    why: """
      With simple responses, which are the default of this program on HTTP APIs, API Gateway expects `{"isAuthorized": true}`, otherwise a
      policy. With the other form no request is authorized.
      """,
    source: "API Gateway's page on Lambda authorizers of HTTP APIs (response formats)",
    example: """
      functions:
        login:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: ⟦"exports.handler = async e => ({⟪principalId: 'u', policyDocument: {Statement: []} → isAuthorized: true⟫})"⟧}
      apis:
        store:
          authorizers:
            users: {lambda: login}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers {
        guard let function = model.function(of: authorizer["AuthorizerUri"]), let code = function["Code"]?["ZipFile"],
          let text = code.text, let isWebSocket = authorizer.isWebSocket
        else { continue }
        let simple = authorizer["EnableSimpleResponses"]
        guard let isSimple = isWebSocket ? false : simple.map(\.bool) ?? false else { continue }
        let (returnsPolicy, returnsFlag) = (text.mentions("policyDocument"), text.mentions("isAuthorized"))
        if returnsPolicy == returnsFlag || returnsFlag == isSimple { continue }
        let word = authorizer.resource.words("EnableSimpleResponses")
        report.report(
          at: code,
          "`\(authorizer.name)` expects \(isSimple ? "`isAuthorized`" : "a policy"), and the code returns \(isSimple ? "a policy" : "`isAuthorized`")",
          related: [Related(message: "the authorizer", mark: authorizer.mark)],
          help: isWebSocket ? "return a policy" : "set `\(word): \(!isSimple)`, or return the other form")
      }
    })
}
