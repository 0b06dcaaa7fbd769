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
    example: """
      apis:
        store:
          authorizers:
            ⟦iam → users⟧:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: ⟪iam → users⟫}
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
    example: """
      apis:
        store:
          authorizers:
            readers:
              jwt: {issuer: "https://login.example.com", audience: web}
            staff:
              jwt: {issuer: "https://staff.example.com", audience: web}
              ⟪
              name: ⟦readers⟧
              →⟫
          routes:
            GET /books: {http: "https://books.example.com", auth: readers}
            GET /orders: {http: "https://orders.example.com", auth: staff}
      """,
    check: { spec, report in
      var raw = Dictionary(grouping: spec.rawGateway("Authorizer")) { $0.apiKey ?? .null }
      raw[.null] = nil
      func check(_ api: String, _ own: [Named<AuthorizerElement>], _ others: [RawResource]) {
        var names: [String: Mark] = [:]
        func add(_ name: String, _ mark: Mark, _ key: String) {
          guard let other = names.updateValue(mark, forKey: name) else { return }
          report.report(
            at: mark, "another authorizer of the API `\(api)` is called `\(name)`, too",
            related: [.init(message: "the other one", mark: other)], help: "give it another `\(key)`")
        }
        for authorizer in own {
          let given = authorizer.value.name
          guard let name = given.map(\.literal) ?? authorizer.name else { continue }
          add(name, given?.mark ?? authorizer.mark, "name")
        }
        // Conditions may keep them apart.
        for authorizer in others where authorizer.condition == nil {
          if let name = authorizer["Name"], let text = name.text, !name.isFunction { add(text, name.mark, "Name") }
        }
      }
      for api in spec.names.spec.apis {
        let key = raw.isEmpty ? nil : RawApis.key(of: api, spec.names, spec.values)
        let others = key.flatMap { raw.removeValue(forKey: $0) }
        check(api.name, api.value.authorizers, others ?? [])
      }
      for (key, others) in raw { check(spec.rawApis[key]?.name ?? "", [], others) }
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
    example: """
      apis:
        store:
          authorizers:
            ⟦users⟧:
              jwt: {issuer: "https://login.example.com", audience: web}
          ⟪→
          defaultAuth: users
          ⟫
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
      let raw = spec.rawGateway("Authorizer")
      if raw.isEmpty { return }
      var named = referred
      spec.forEachAuthorization { _, _, authorization in
        if case .resource(let id, _) = authorization.checker { named.insert(id) }
      }
      for authorizer in raw where !named.contains(authorizer.id) && spec.isWhole {
        report.report(
          at: authorizer.mark, "no route uses the authorizer `\(authorizer.id)`",
          help: "name it under `auth` on a route, or as the API's `defaultAuth`, or leave it out")
      }
    })
}
