import SpecReading
import YAMLTree

extension Rule {
  /// An imported authorizer on an API that is created.
  static let importedAuthorizer = Rule(
    id: "ROU011",
    severity: .error,
    summary: "route with an authorizer or an integration of another API",
    why: """
      An authorizer belongs to one API. An existing one belongs to another API than the one that is created here.
      """,
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
    check: { model, report in
      model.spec.forEachAuthorizer { used in
        guard case .created = used.api.value.form, case .imported(let imported) = used.form else { return }
        report.report(
          at: imported.id.mark, "this authorizer cannot belong to the API `\(used.api.name)`, which is created here",
          help: "define it with `jwt`, `userPool` or `lambda`")
      }
      for route in model.apis.writtenRoutes where route.authorizer == nil && route.api?.resource != nil {
        guard let id = route["AuthorizerId"], id.isRaw, let text = id.text, let api = route.api,
          // Another rule reports logical IDs.
          model.resource(text) == nil
        else { continue }
        let named = model.apis.authorizers.first { $0.api === api && $0["Name"]?.text == text }
        report.report(
          at: id,
          named == nil
            ? "the authorizer `\(text)` cannot belong to the API `\(api.name)`, which is created here"
            : "`\(text)` is the name of an authorizer, not its ID",
          help: named.map { "write `!Ref \($0.resource.name)`" } ?? "define an authorizer for this API")
      }
      for route in model.apis.writtenRoutes where route.api?.resource != nil {
        guard let target = route["Target"], target.isRaw, let text = target.text, let api = route.api,
          let id = text.rest(after: "integrations/"), !id.isEmpty, !id.contains("{"),
          // Another rule reports logical IDs.
          model.resource(id) == nil
        else { continue }
        report.report(
          at: target, "the integration `\(id)` cannot belong to the API `\(api.name)`, which is created here",
          help: "define an integration for this API, and write `!Sub \"integrations/${LOGICALID}\"`")
      }
      model.forEachStrayTarget { target, id in
        report.report(
          at: target, "the integration `\(id)` belongs to another API than this route",
          help: "an integration answers routes of its own API: define one for this API as well")
      }
    })

  /// Keys that have no effect on an imported authorizer.
  static let importedAuthorizerOptions = Rule(
    id: "AUT037",
    severity: .error,
    summary: "existing authorizer with keys for one that is created",
    why: "With `id`, nothing is written for the authorizer, so these keys have no effect.",
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
    check: { model, report in
      model.spec.forEachAuthorizer { used in
        guard case .imported = used.form else { return }
        let element = used.element.value
        let written = [("identitySource", element.identitySource?.mark), ("name", element.name?.mark)]
        for (key, mark) in written + element.options.written {
          guard let mark else { continue }
          report.report(
            at: mark, "`\(key)` has no effect on an existing authorizer", help: "remove it, or remove `id`")
        }
      }
    })
}

extension ElementOptions {
  /// The keys that are written, and the places of their values.
  var written: [(String, Mark?)] {
    [
      ("logicalId", logicalId?.mark), ("logicalIds", logicalIds.first?.mark), ("dependsOn", dependsOn?.mark),
      ("metadata", metadata?.mark), ("condition", condition?.mark), ("tags", tags.first?.mark),
      ("properties", properties?.mark),
    ]
  }
}
