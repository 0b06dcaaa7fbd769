import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Settings of a route that is not there.
  static let stageRoute = Rule(
    id: "STG006",
    severity: .error,
    summary: "a key under a stage's `routes` that is no route of the API",
    why: """
      Under `routes` a stage says what is different for single routes of its API. AWS refuses a key that it does not
      know: "Unable to find Route by key … within the provided RouteSettings".
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
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) {
        // An API that exists may have routes that the spec does not show.
        if case .imported = api.value.form { continue }
        let known = Set(routes.map(\.key.text))
        for stage in api.value.stages ?? [] {
          for settings in stage.value.routes {
            let keys = api.value.keys(of: settings).map(\.text)
            let missing = keys.isEmpty ? settings.name : keys.first { !known.contains($0) }
            guard let missing, spec.isWhole(api.mark) else { continue }
            report.report(
              at: settings.mark, "the API `\(api.name)` has no route \(Reader.quoted(missing))",
              help: help(missing, routes.map(\.key.text)))
          }
        }
      }
      for stage in spec.rawGateway("Stage") {
        guard let api = spec.rawApis[stage], api.isComplete, spec.isWhole(api.mark) else { continue }
        let known = spec.rawRoutes[stage].map(\.key.text)
        // A route whose key is not known may be meant.
        if spec.rawGateway("Route").contains(where: { $0.apiKey == nil || $0["RouteKey"]?.text == nil }) { continue }
        for settings in stage["RouteSettings"]?.members ?? [] where !known.contains(settings.name) {
          report.report(
            at: settings.key, "the API `\(api.name)` has no route \(Reader.quoted(settings.name))",
            help: help(settings.name, known))
        }
      }
    })

  private static func help(_ key: String, _ routes: [String]) -> String? {
    if let near = Suggestion.nearest(to: key, among: routes) { return "did you mean `\(near)`?" }
    let path = key.drop { $0 != "/" }
    if let any = routes.first(where: { $0 == "ANY \(path)" }) { return "its route is `\(any)`" }
    return routes.isEmpty ? nil : "it has " + Suggestion.list(routes)
  }

  /// Two stages under one name.
  static let sameStageName = Rule(
    id: "STG024",
    severity: .error,
    summary: "two stages of an API with one name",
    why:
      "A stage's `name` is what AWS calls it, by default its key. It stands in URLs, so each stage has one of its own.",
    source: "API Gateway's CreateStage (StageName)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages:
            $default: {}
            live: {}
            prod: {name: ⟦live → v1⟧}
      """,
    check: { spec, report in
      var names: [Value: [String: Mark]] = [:]
      func check(_ name: String, _ mark: Mark, _ key: Value, _ api: String) {
        guard let other = names[key, default: [:]].updateValue(mark, forKey: name) else { return }
        report.report(
          at: mark, "another stage of the API `\(api)` is called `\(name)`, too",
          related: [Related(message: "the other one", mark: other)], help: "give it another name")
      }
      for api in spec.names.spec.apis {
        guard let key = RawApis.key(of: api, spec.names, spec.values) else { continue }
        for stage in api.value.resolvedStages where !stage.exists {
          if let name = stage.awsName { check(name, stage.value?.name?.mark ?? stage.mark ?? api.mark, key, api.name) }
        }
      }
      // One of two conditions may hold.
      for stage in spec.rawGateway("Stage") where stage.condition == nil {
        guard let key = stage.apiKey, let name = stage["StageName"], let text = name.text else { continue }
        check(text, name.mark, key, spec.rawApis[stage]?.name ?? "")
      }
    })

  /// What is there and what is not.
  static let existingStage = Rule(
    id: "STG031",
    severity: .error,
    summary: "a stage that exists, on an API that does not, or with keys for one that is created",
    why: """
      `exists: true` is for a stage of an imported API: it can be named, by a domain for one, and nothing is written for
      it. So nothing can be said of it here, and an API that is created has none.
      """,
    source: "the language: what is imported is not created",
    example: """
      apis:
        store:
          id: abcd1234
          routes:
            GET /books: https://books.example.com
          stages:
            live: {exists: true⟪, description: ⟦The bookstore⟧ →⟫}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis {
        for stage in api.value.stages ?? [] {
          guard let exists = stage.value.exists, exists.literal == true else { continue }
          if case .created = api.value.form {
            report.report(
              at: exists.mark, "the API `\(api.name)` is created here, so it has no stage yet",
              help: "leave out `exists`")
          }
          for (key, mark) in stage.value.written {
            guard let mark else { continue }
            report.report(
              at: mark, "`\(key)` has no effect on a stage that exists", help: "leave it out, or leave out `exists`")
          }
        }
      }
    })
}

extension Stage {
  /// The keys that are written for a stage that is created, and where they stand.
  fileprivate var written: [(String, Mark?)] {
    let own = stageOptions
    return [
      ("description", description?.mark), ("autoDeploy", own.autoDeploy?.mark), ("accessLogs", own.accessLogs?.mark),
      ("throttle", own.settings.throttle.flatMap { $0.rate?.mark ?? $0.burst?.mark }),
      ("detailedMetrics", own.settings.detailedMetrics?.mark), ("logging", own.settings.logging?.level?.mark),
      ("clientCertificate", clientCertificate?.mark), ("variables", own.variables?.first?.mark),
      ("routes", routes.first?.mark),
    ] + options.written
  }
}
