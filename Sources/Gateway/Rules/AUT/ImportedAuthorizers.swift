import SpecReading
import YAMLTree

extension Rule {
  /// An authorizer that exists belongs to an API that exists.
  static let importedAuthorizer = Rule(
    id: "ROU011",
    severity: .error,
    summary: "a route with an authorizer or an integration of another API",
    why: "An authorizer belongs to one API. One that exists is another API's than the one that is created here.",
    source: "API Gateway's CreateRoute (AuthorizerId)",
    example: """
      apis:
        store:
          ⟪→
          id: abcd1234
          ⟫
          authorizers:
            users: {id: ⟦a1b2c3⟧, type: jwt}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachAuthorizer { used in
        guard case .created = used.api.value.form, case .imported(let imported) = used.form else { return }
        report.report(
          at: imported.id.mark, "this authorizer is not the API `\(used.api.name)`'s, which is created here",
          help: "define it with `jwt`, `userPool` or `lambda`")
      }
      spec.forEachStrayTarget { _, target, id in
        report.report(
          at: target.mark, "the integration `\(id)` is of another API than this route",
          help: "an integration answers routes of its own API: write one for this API as well")
      }
    })

  /// What is said of something that nothing is written for.
  static let importedAuthorizerOptions = Rule(
    id: "AUT037",
    severity: .error,
    summary: "an authorizer that exists, with keys for one that is created",
    why: "With `id` nothing is written for the authorizer, so what would be written of it has no effect.",
    source: "the language: what is imported is not created",
    example: """
      apis:
        store:
          id: abcd1234
          authorizers:
            users: {id: a1b2c3, type: lambda⟪, identitySource: ⟦$request.header.Cookie⟧ →⟫}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachAuthorizer { used in
        guard case .imported = used.form else { return }
        let element = used.element.value
        let written = [("identitySource", element.identitySource?.mark), ("name", element.name?.mark)]
        for (key, mark) in written + element.options.written {
          guard let mark else { continue }
          report.report(
            at: mark, "`\(key)` has no effect on an authorizer that exists", help: "leave it out, or leave out `id`")
        }
      }
    })
}

extension ElementOptions {
  /// The keys that are written, and where their values stand.
  var written: [(String, Mark?)] {
    [
      ("logicalId", logicalId?.mark), ("logicalIds", logicalIds.first?.mark), ("dependsOn", dependsOn?.mark),
      ("metadata", metadata?.mark), ("condition", condition?.mark), ("tags", tags.first?.mark),
      ("properties", properties?.mark),
    ]
  }
}
