import SpecReading
import YAMLTree

extension Rule {
  /// Words of the language.
  static let reservedAuthorizerName = Rule(
    id: "AUT035",
    severity: .error,
    summary: "authorizer named `iam` or `none`",
    why: """
      `auth: iam` means IAM authorization and `auth: none` no authorization. No route can use an authorizer of that name.
      """,
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
    check: { model, report in
      model.spec.forEachAuthorizer { used in
        // One without a kind, such as `{type: iam}`, is reported as that.
        guard AuthorizerNames.reserved.contains(used.element.name), used.element.value.form != nil else { return }
        report.report(
          at: used.element.mark, "`\(used.element.name)` has another meaning under `auth`",
          help: "rename the authorizer")
      }
    })

  /// A name that is used twice.
  static let sameAuthorizerName = Rule(
    id: "AUT030",
    severity: .error,
    summary: "two authorizers of one API with the same name",
    why: "The `name` of an authorizer is its name in AWS, by default its key. It is unique within an API.",
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
    check: { model, report in
      for api in model.apis.all {
        var names: [String: Mark] = [:]
        // Conditions may keep two of one name apart.
        for authorizer in api.authorizers where authorizer.resource.condition == nil {
          guard let name = authorizer["Name"], let text = name.text,
            let other = names.updateValue(name.mark, forKey: text)
          else { continue }
          report.report(
            at: name, "another authorizer of the API `\(api.name)` is also named `\(text)`",
            related: [.init(message: "the other one", mark: other)], help: "change `\(name.word)`")
        }
      }
    })

  /// An authorizer without routes.
  static let unusedAuthorizer = Rule(
    id: "AUT029",
    severity: .warning,
    premise: .spec,
    summary: "authorizer is not used by any route",
    why: """
      An authorizer that no route names, by `auth` or by the API's `defaultAuth`, authorizes nothing and is not written. A
      route was probably meant to use it.
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
    check: { model, report in
      func reportUnused(_ mark: Mark, _ name: String, _ source: Model.Resource.Source) {
        let help =
          switch source {
          case .document: "name it first in `security` of an operation, or remove it: a route has one authorizer"
          case .serverless: "name it under `Auth` of an event, or as the API's `DefaultAuthorizer`, or remove it"
          case .resources: "name it as `AuthorizerId` of a route, or remove it"
          default: "name it under `auth` on a route, or as the API's `defaultAuth`, or remove it"
          }
        report.report(at: mark, "the authorizer `\(name)` is not used by any route", help: help)
      }
      let referred = Set(model.spec.values.pending.map(\.id))
      model.spec.forEachAuthorizer { used in
        // API015 is about an API without routes.
        guard used.routes.isEmpty, !used.api.value.routes.isEmpty,
          !AuthorizerNames.reserved.contains(used.element.name),
          model.spec.isWhole(used.api.mark), used.api.value.openapi == nil,
          !referred.contains(model.names.id(.authorizer(used.api.name, used.element.name)))
        else { return }
        reportUnused(used.element.mark, used.element.name, .language)
      }
      for authorizer in model.apis.authorizers where authorizer.resource.isRaw && authorizer.routes.isEmpty {
        if model.spec.isWhole, !referred.contains(authorizer.resource.id), !authorizer.mayBeOfUnknownRoute {
          reportUnused(authorizer.mark, authorizer.name, authorizer.resource.source)
        }
      }
    })
}

extension Model.Authorizer {
  /// Whether an event of SAM may name it whose authorizer is not known.
  fileprivate var mayBeOfUnknownRoute: Bool {
    guard resource.source == .serverless, let api else { return false }
    return !api.isComplete || api.routes.contains { !$0.resource.isWhole }
  }
}
