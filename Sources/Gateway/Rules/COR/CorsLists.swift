import SpecReading
import YAMLTree

extension Rule {
  /// CORS for nobody.
  static let corsWithoutOrigins = Rule(
    id: "COR008",
    severity: .warning,
    summary: "CORS without origins",
    why:
      "Without an origin that it allows, API Gateway answers no preflight, and drops the headers that a backend sends.",
    source: "API Gateway's page on CORS of HTTP APIs",
    example: """
      apis:
        store:
          cors: {allowOrigins: ⟦[] → "https://www.example.com"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachCors { cors in
        let origins = cors.allowOrigins
        guard origins.items.isEmpty, origins.intrinsic == nil, !origins.mark.isNowhere else { return }
        report.report(at: origins.mark, "no origin is allowed", help: "list origins, or leave out CORS")
      }
    })

  /// What pages cannot do with what they were allowed.
  static let corsMissing = Rule(
    id: "COR011",
    severity: .warning,
    summary: "CORS that lacks a method of a route, or a header that an authorizer reads",
    why: """
      A browser sends only the methods and headers that the preflight's answer names. A route whose method is missing
      there, or a token's header, is out of reach for pages of other origins.
      """,
    source: "the Fetch standard, on CORS-preflight requests",
    example: """
      apis:
        store:
          cors:
            allowOrigins: https://www.example.com
            ⟪
            allowMethods: ⟦[GET]⟧
            →⟫
          routes:
            GET /books: https://books.example.com
            PUT /books: https://books.example.com
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        guard let cors = api.value.cors?.fields else { continue }
        if let allowed = cors.allowMethods, !allowed.isOpen {
          let missing = missingMethods(allowed, routes.map(\.key))
          if !missing.isEmpty {
            report.report(
              at: allowed.mark, "routes take \(Suggestion.list(missing)), too, which pages of other origins cannot use",
              help: "add them, or leave out `allowMethods` for those of the routes")
          }
        }
        if let allowed = cors.allowHeaders, !allowed.isOpen {
          let known: [String] = allowed.literals().map { $0.lowercased() }
          let missing = api.value.corsHeaders.filter { $0 != "content-type" && !known.contains($0) }
          // `*` is every header but this one.
          let unreachable = known.contains("*") ? missing.filter { $0 == "authorization" && known != ["*"] } : missing
          if !unreachable.isEmpty {
            report.report(
              at: allowed.mark, "callers show who they are in \(Suggestion.list(unreachable)), which pages cannot send",
              help: "add it, or leave out `allowHeaders` for `content-type` and what authorizers read")
          }
        }
      }
      let raw = spec.rawGateway("Api")
      let routes = raw.isEmpty ? [:] : spec.callableRoutes
      for api in raw {
        guard let key = api.apiKey, let cors = api["CorsConfiguration"].flatMap({ Cors($0) }),
          let allowed = cors.allowMethods
        else { continue }
        let missing = missingMethods(allowed, routes[key]?.map(\.key) ?? [])
        if missing.isEmpty { continue }
        report.report(
          at: allowed.mark, "routes take \(Suggestion.list(missing)), too, which pages of other origins cannot use",
          help: "add them")
      }
    })

  /// The methods of routes that a list lacks.
  private static func missingMethods(_ allowed: Many<Given<CorsMethod>>, _ keys: [RouteKey]) -> [String] {
    let words: [CorsMethod] = allowed.literals()
    if words.contains(.all) || words.count != allowed.items.count { return [] }
    // A browser sends these without asking; `OPTIONS` is the question itself.
    let known = Set(words.map(\.rawValue) + ["GET", "HEAD", "POST", "OPTIONS", "ANY"])
    return HttpMethod.allCases.map(\.rawValue).filter { method in
      !known.contains(method) && keys.contains { if case .http(method, _) = $0.form { true } else { false } }
    }
  }

  /// A star that is only a star.
  static let corsStarWithCredentials = Rule(
    id: "COR013",
    severity: .warning,
    summary: "`*` in a list of CORS beside `allowCredentials`",
    why: "With credentials a browser takes `*` for a method or header of that name, not for all of them.",
    source: "the Fetch standard, on the CORS protocol and credentials",
    example: """
      apis:
        store:
          cors: {allowOrigins: "https://www.example.com", allowHeaders: ⟪"⟦*⟧" → content-type⟫, allowCredentials: true}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachCors { cors in
        guard cors.allowCredentials?.literal == true else { return }
        func warn(_ mark: Mark, _ what: String) {
          report.report(at: mark, "with credentials `*` does not stand for every \(what)", help: "list them")
        }
        for header in (cors.allowHeaders?.items ?? []) + (cors.exposeHeaders?.items ?? []) {
          guard let text = header.literal, text == "*" else { continue }
          warn(header.mark(of: text.startIndex..<text.endIndex), "header")
        }
        for method in cors.allowMethods?.items ?? [] where method.literal == .all { warn(method.mark, "method") }
      }
    })
}

extension Many {
  /// Whether some of it is not known yet.
  fileprivate var isOpen: Bool { intrinsic != nil }
}
