import SpecReading
import TextSearch

extension Rule {
  /// A scheme in front of a URL.
  static let schemeTwice = Rule(
    id: "REF014",
    severity: .warning,
    summary: "scheme in front of a reference that is a URL",
    why: """
      `ApiEndpoint` is a URL: it begins with `https://`, that of a WebSocket API with `wss://`. With another scheme in front of it the text is
      `https://https://…`, which no client can call.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Api (ApiEndpoint)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      outputs:
        Books: ⟦!Sub "⟪https:// →⟫${apis.store.ApiEndpoint}/books"⟧
      """,
    check: { model, report in
      for url in model.composedUrls where !url.isIntegration && url.text.mentions("://") {
        for open in model.openTexts(of: url.value) {
          let start = open.start
          guard let end = start.firstRange(of: "://")?.upperBound,
            let inner = ["https://", "http://", "wss://"].first(where: { start[end...].hasPrefix($0) })
          else { continue }
          report.report(
            at: url.mark, "the URL has two schemes: the reference begins with `\(inner)`",
            help: "remove `\(start[..<end])`")
          break
        }
      }
    })
}
