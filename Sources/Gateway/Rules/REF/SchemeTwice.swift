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
        guard let flaw = model.openTexts(of: url.value).lazy.compactMap(\.flawOfSchemes).first else { continue }
        report.report(flaw, at: url.mark)
      }
    })
}
