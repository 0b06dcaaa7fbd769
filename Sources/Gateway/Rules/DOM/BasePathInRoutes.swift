extension Rule {
  /// Routes that repeat the base path or the stage of their API.
  static let basePathInRoutes = Rule(
    id: "DOM043",
    severity: .warning,
    summary: "routes that begin with the base path or the stage of their API",
    why: """
      Neither the base path nor the name of a stage is a part of the path that routes are compared with. In a URL, it and a route's
      path follow each other: with both `v1` and `/v1/books` only `/v1/v1/books` is found, and `/v1/books` is answered with 404.
      """,
    source: "API Gateway's page on API mappings of HTTP APIs",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            GET /⟪v1/books → books⟫: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com/⟦v1⟧
      """,
    check: { model, report in
      let mappings = model.domains.mappingsByHost
      for group in mappings {
        for mapping in group {
          guard let path = mapping.pathText, !path.isEmpty, let api = mapping.api else { continue }
          // With the root, they are found there.
          if group.contains(where: { $0.pathText == "" && $0.api?.name == api.name }) { continue }
          // `/` is reported as such.
          let segments = path.split(separator: "/").map(String.init)
          guard !segments.isEmpty, api.repeats(segments) else { continue }
          report.report(
            at: mapping.pathMark, "the routes of `\(api.name)` begin with the base path `/\(path)` as well",
            help: "remove it from the routes, or from the domain: the host is followed by both")
        }
      }
      for api in model.apis.all where api.stages.count == 1 && api.isWebSocket == false {
        let stage = api.stages[0]
        guard api.repeats([stage.name]), !mappings.joined().contains(where: { $0.api?.name == api.name }) else {
          continue
        }
        report.report(
          at: stage.mark, "the routes of `\(api.name)` begin with the name of the stage `\(stage.name)` as well",
          help: "remove it from the routes, or name the stage `$default`: the host is followed by both")
      }
    })
}

extension Model.Api {
  /// Whether all routes, of which there are some, begin with these segments.
  fileprivate func repeats(_ base: [String]) -> Bool {
    let keys = routes.compactMap(\.key).filter { $0 != .fallback }
    return !keys.isEmpty && keys.allSatisfy { $0.begins(with: base) }
  }
}

extension RouteKey {
  /// Whether its path begins with these segments.
  fileprivate func begins(with base: [String]) -> Bool {
    guard case .http(_, let segments) = form else { return false }
    return segments.starts(with: base)
  }
}
