import SpecReading
import YAMLTree

extension Rule {
  /// Words of the language.
  static let reservedAuthorizerName = Rule(
    id: "AUT035",
    severity: .error,
    summary: "an authorizer called `iam` or `none`",
    why:
      "`auth: iam` asks for AWS's own signatures and `auth: none` for nobody. An authorizer of that name is out of reach.",
    source: "the language: `iam` and `none` are reserved names",
    bad: """
      apis:
        store:
          authorizers:
            ⟦iam⟧:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: iam}
      """,
    good: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    isEssential: true,
    check: { spec, report in
      spec.forEachAuthorizer { used in
        guard AuthorizerNames.reserved.contains(used.element.name) else { return }
        report.report(
          at: used.element.mark, "`\(used.element.name)` means something else under `auth`", help: "name it differently"
        )
      }
    })

  /// AWS tells authorizers apart by name, too.
  static let sameAuthorizerName = Rule(
    id: "AUT030",
    severity: .error,
    summary: "two authorizers of an API with one name",
    why: "An authorizer's `name` is what AWS calls it, by default its key. Within an API each has one of its own.",
    source: "API Gateway's CreateAuthorizer (Name)",
    bad: """
      apis:
        store:
          authorizers:
            readers:
              jwt: {issuer: "https://login.example.com", audience: web}
            staff:
              jwt: {issuer: "https://staff.example.com", audience: web}
              name: ⟦readers⟧
          routes:
            GET /books: {http: "https://books.example.com", auth: readers}
            GET /orders: {http: "https://orders.example.com", auth: staff}
      """,
    good: """
      apis:
        store:
          authorizers:
            readers:
              jwt: {issuer: "https://login.example.com", audience: web}
            staff:
              jwt: {issuer: "https://staff.example.com", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: readers}
            GET /orders: {http: "https://orders.example.com", auth: staff}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis {
        var names: [String: Mark] = [:]
        for authorizer in api.value.authorizers {
          let given = authorizer.value.name
          guard let name = given.map(\.literal) ?? authorizer.name else { continue }
          let mark = given?.mark ?? authorizer.mark
          guard let other = names.updateValue(mark, forKey: name) else { continue }
          report.report(
            at: mark, "another authorizer of the API `\(api.name)` is called `\(name)`, too",
            related: [.init(message: "the other one", mark: other)], help: "give it another `name`")
        }
      }
    })

  /// What no route asks.
  static let unusedAuthorizer = Rule(
    id: "AUT029",
    severity: .warning,
    summary: "an authorizer that no route uses",
    why: """
      An authorizer that no route names, by `auth` or by the API's `defaultAuth`, checks nobody and is not written. Most
      likely a route was meant to use it.
      """,
    source: "the language: nothing is silently ignored",
    bad: """
      apis:
        store:
          authorizers:
            ⟦users⟧:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books: https://books.example.com
      """,
    good: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          defaultAuth: users
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      let referred = Set(spec.values.pending.map(\.id))
      spec.forEachAuthorizer { used in
        guard used.routes.isEmpty, !AuthorizerNames.reserved.contains(used.element.name), spec.isWhole(used.api.mark),
          !referred.contains(spec.names.id(.authorizer(used.api.name, used.element.name)))
        else { return }
        report.report(
          at: used.element.mark, "no route uses the authorizer `\(used.element.name)`",
          help: "name it under `auth` on a route, or as the API's `defaultAuth`, or leave it out")
      }
    })
}
