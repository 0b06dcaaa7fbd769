import SpecReading
import TextSearch

extension Rule {
  static let basePathCharacters = Rule(
    id: "DOM008",
    severity: .error,
    summary: "invalid characters in a base path",
    why: """
      A base path is made of at most 300 letters, digits and `$-_.+!*'()/`. API Gateway rejects other ones.
      """,
    source: "API Gateway's page on API mappings of HTTP APIs; its quotas",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: {name: api.example.com, basePath: ⟦"shop/{region}" → shop/europe⟧}
      """,
    check: { model, report in
      for (_, path, mark) in model.paths(where: {
        $0.utf8.count > 300 || !$0.isEmpty && !$0.isMade(ofLettersDigitsAnd: "$-_.+!*'()/")
      }) {
        if path.utf8.count > 300 {
          report.report(
            at: mark, "the base path has \(path.utf8.count) characters; at most 300 are allowed")
        } else {
          report.report(
            at: mark, "\(Reader.quoted(path)) is not a valid base path",
            help: path.contains("{") && !path.mentions("${")
              ? "use path variables in the API's routes; a base path is fixed" : "use letters, digits and `$-_.+!*'()/`"
          )
        }
      }
    })
}
