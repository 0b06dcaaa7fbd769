import SpecReading
import YAMLTree

extension Rule {
  /// CORS that allows no origin.
  static let corsWithoutOrigins = Rule(
    id: "COR008",
    severity: .warning,
    premise: .part,
    summary: "CORS without allowed origins",
    why: """
      Without an allowed origin, API Gateway answers no preflight request and removes the CORS headers that a backend sends.
      """,
    source: "API Gateway's page on CORS of HTTP APIs",
    example: """
      apis:
        store:
          cors: {allowOrigins: ⟦[] → "https://www.example.com"⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for cors in model.corsConfigurations {
        guard let origins = cors["AllowOrigins"] else {
          // A misspelled key has a finding of its own.
          let isMisspelled = cors.members.contains { Suggestion.nearest(to: $0.name, among: ["AllowOrigins"]) != nil }
          if cors.resource.isWhole, cors.lacks("AllowOrigins"), !isMisspelled {
            report.report(at: cors.key, message, help: help)
          }
          continue
        }
        if origins.isWritten, origins.items?.isEmpty ?? false {
          report.report(at: origins.listMark, message, help: help)
        }
      }
    })

  private static let message = "no origin is allowed"
  private static let help = "list the allowed origins, or remove the CORS settings"

  /// A method or a header that pages need and CORS does not allow.
  static let corsMissing = Rule(
    id: "COR011",
    severity: .warning,
    summary: "CORS settings without a method of a route or a header that an authorizer reads",
    why: """
      A browser sends only the methods and headers that the answer to its preflight request allows. Pages of other origins
      cannot use a route whose method, or the header of whose token, is missing.
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
    check: { model, report in
      for (api, cors) in model.apis.all.flatMap({ api in api.cors.map { (api, $0) } }) {
        if let allowed = cors["AllowMethods"], allowed.isWritten {
          let missing = missingMethods(allowed, api.routes.compactMap(\.key))
          if !missing.isEmpty {
            report.report(
              at: allowed.listMark,
              "routes use \(Suggestion.list(missing)), which pages of other origins cannot send",
              help: allowed.isRaw
                ? "add \(missing.count == 1 ? "it" : "them")"
                : "add them, or remove `allowMethods` to allow those of the routes")
          }
        }
        guard let allowed = cors["AllowHeaders"], allowed.isWritten, let element = api.element else { continue }
        let missing = missingHeaders(allowed, element.value.callerHeaders)
        if missing.isEmpty { continue }
        report.report(
          at: allowed.listMark, "callers authenticate with \(Suggestion.list(missing)), which pages cannot send",
          help:
            "add \(missing.count == 1 ? "it" : "them"), or remove `allowHeaders` to allow `content-type` and the headers that authorizers read"
        )
      }
    })

  /// The methods of routes that a list lacks.
  private static func missingMethods(_ allowed: Model.Property, _ keys: [RouteKey]) -> [String] {
    guard let items = allowed.items else { return [] }
    let words = items.compactMap(\.text)
    if words.contains("*") || words.count != items.count { return [] }
    // Browsers send these without asking; `OPTIONS` is the preflight request itself.
    let known = Set(words.map { $0.uppercased() } + ["GET", "HEAD", "POST", "OPTIONS", "ANY"])
    return HttpMethod.names.filter { method in
      !known.contains(method) && keys.contains { if case .http(method, _) = $0.form { true } else { false } }
    }
  }

  /// The headers that authorizers read and a list lacks.
  private static func missingHeaders(_ allowed: Model.Property, _ needed: [String]) -> [String] {
    guard let items = allowed.items, items.allSatisfy({ $0.text != nil }) else { return [] }
    // Several names in one text are a finding of their own.
    let known = items.flatMap { $0.text?.lowercased().split { ", ".contains($0) }.map(String.init) ?? [] }
    let missing = Set(needed).filter { !known.contains($0) }.sorted()
    // `*` allows every header but this one.
    return known.contains("*") ? missing.filter { $0 == "authorization" && known != ["*"] } : missing
  }

  /// `*` that is taken literally.
  static let corsStarWithCredentials = Rule(
    id: "COR013",
    severity: .warning,
    summary: "`*` in CORS methods or headers beside `allowCredentials`",
    why: "With credentials, browsers read `*` as the name of a method or header, not as all of them.",
    source: "the Fetch standard, on the CORS protocol and credentials",
    example: """
      apis:
        store:
          cors: {allowOrigins: "https://www.example.com", allowHeaders: ⟪"⟦*⟧" → content-type⟫, allowCredentials: true}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for cors in model.corsConfigurations where cors["AllowCredentials"]?.bool == true {
        for (name, kind) in [("AllowHeaders", "header"), ("ExposeHeaders", "header"), ("AllowMethods", "method")] {
          for item in cors[name]?.list ?? [] where item.isWritten && item.text == "*" {
            guard let text = item.text else { continue }
            report.report(
              at: kind == "method" ? item.mark : item.mark(of: text.startIndex..<text.endIndex),
              "with credentials `*` does not match every \(kind)", help: "list them")
          }
        }
      }
    })
}
