import SpecReading

extension Rule {
  static let stageRoute = Rule(
    id: "STG006",
    severity: .error,
    premise: .spec,
    summary: "stage settings of an unknown route",
    why: """
      A stage's `routes` are settings of single routes of its API. AWS rejects an unknown route key: "Unable to find Route
      by key … within the provided RouteSettings".
      """,
    source: "API Gateway's CreateStage, found by deployments (cdk-preflight: stage-route-settings-key)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages:
            $default:
              routes:
                ⟦GET /book → GET /books⟧: {throttle: {rate: 10}}
      """,
    check: { model, report in
      for api in model.apis.all where api.hasAllRoutes {
        let settings = api.stages.compactMap { $0["RouteSettings"] }
        if settings.isEmpty { continue }
        let routes = api.routes.map(\.name)
        for setting in settings {
          var known = SameOrder(routes)
          // A setting in place of a route key has another kind of value, which is an error of its own.
          for member in setting.members
          where !known.contains(member.name) && (member.isFunction || member.form == .mapping) {
            report.report(
              at: member.key, "the API `\(api.name)` does not have a route \(Reader.quoted(member.name))",
              help: help(member.name, routes))
          }
        }
      }
    })

  private static func help(_ key: String, _ routes: [String]) -> String? {
    if ResourceType.stage["DefaultRouteSettings"]?.form.at(["\(key)"][...]) != nil {
      return
        "the keys are route keys, such as `\(routes.first ?? "GET /books")`; use `DefaultRouteSettings` for all routes"
    }
    if ["*", "*/*", "/*/*", "$default", "default", "all"].contains(key) {
      return "write what is for all routes directly under the stage"
    }
    if let near = Suggestion.nearest(to: key, among: routes) { return "did you mean `\(near)`?" }
    let path = key.drop { $0 != "/" }
    if let any = routes.first(where: { $0 == "ANY \(path)" }) { return "use `\(any)`" }
    return routes.isEmpty ? nil : "its routes: " + Suggestion.list(routes)
  }

  static let existingStage = Rule(
    id: "STG031",
    severity: .error,
    summary: "`exists: true` on a stage that is created, or beside settings of one",
    why: """
      `exists: true` is for a stage of an imported API that other elements name, such as a domain. The stage is not
      written to the template, so settings of it have no effect; an API that is created does not have a stage yet.
      """,
    source: "the language: what is imported is not created",
    example: """
      apis:
        store:
          id: abcd1234
          routes:
            GET /books: https://books.example.com
          stages:
            live: {exists: true⟪, ⟦description⟧: The bookstore →⟫}
      """,
    check: { model, report in
      for api in model.names.spec.apis {
        for stage in api.value.stages ?? [] {
          guard let exists = stage.value.exists, exists.literal == true else { continue }
          if case .created = api.value.form {
            report.report(
              at: exists.mark, "the API `\(api.name)` is created in this stack, so the stage cannot exist yet",
              help: "leave out `exists`")
          }
          guard let key = stage.node else { continue }
          let tree = model.names.tree
          for entry in tree.entries(tree.value(of: key)) where !allowedKeys.contains(tree.string(entry.key)) {
            report.report(
              at: tree.mark(entry.key), "`\(tree.string(entry.key))` has no effect on a stage that exists",
              help: "leave it out, or leave out `exists`")
          }
        }
      }
    })

  /// Keys that are allowed on an existing stage.
  private static let allowedKeys: Set = ["exists", "name", "domain"]
}
