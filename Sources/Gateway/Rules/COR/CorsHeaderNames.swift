import SpecReading

extension Rule {
  /// What no header is called.
  static let corsHeaderName = Rule(
    id: "COR014",
    severity: .warning,
    summary: "a header in CORS that cannot be one",
    why:
      "A header's name has no spaces and no `:`. Such an entry allows or shows nothing, and most likely two were meant.",
    source: "RFC 9110, on field names; the Fetch standard",
    example: """
      apis:
        store:
          cors: {allowOrigins: "*", exposeHeaders: [⟦x-total x-page → x-total, x-page⟧]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachCors { cors in
        for header in (cors.allowHeaders?.items ?? []) + (cors.exposeHeaders?.items ?? []) {
          // Several with commas between reach the browser as they should.
          guard let text = header.literal, !text.isEmpty, !text.isMade(ofLettersDigitsAnd: "!#$%&'*+-.^_`|~,") else {
            continue
          }
          report.report(
            at: header.mark, "\(Reader.quoted(text)) is not the name of a header",
            help: "write one in each entry, such as `[x-total, x-page]`")
        }
      }
    })
}
