import SpecReading

extension Rule {
  /// A header name that no header can have.
  static let corsHeaderName = Rule(
    id: "COR014",
    severity: .warning,
    summary: "invalid header name in CORS settings",
    why: """
      A header name contains neither spaces nor `:`. Such an entry allows or exposes nothing; it is probably two names in
      one.
      """,
    source: "RFC 9110, on field names; the Fetch standard",
    example: """
      apis:
        store:
          cors: {allowOrigins: "*", exposeHeaders: [⟦x-total x-page → x-total, x-page⟧]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for cors in model.corsConfigurations {
        for header in (cors["AllowHeaders"]?.list ?? []) + (cors["ExposeHeaders"]?.list ?? []) {
          // As in the parameters of REST APIs.
          if let text = header.text, text.utf8.count > 2, text.hasPrefix("'"), text.hasSuffix("'") {
            report.report(
              at: header, "the single quotes are a part of the name", help: "write `\(text.dropFirst().dropLast())`")
            continue
          }
          // Several with commas between them reach the browser as intended.
          guard
            let text = header.texts.first(where: { !$0.isEmpty && !$0.isMade(ofLettersDigitsAnd: "!#$%&'*+-.^_`|~,") })
          else { continue }
          report.report(
            at: header, "\(Reader.quoted(text)) is not a valid header name",
            help: "write one name in each entry, such as `[x-total, x-page]`")
        }
      }
    })
}
