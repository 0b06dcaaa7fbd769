import SpecReading

extension Rule {
  /// Where a truststore stands.
  static let truststoreForm = Rule(
    id: "DOM016",
    severity: .error,
    summary: "a truststore that is not an object of S3",
    why: """
      API Gateway reads the truststore from S3, once, when the domain is made or changed. It is named `s3://BUCKET/KEY`, not by
      a URL or an ARN.
      """,
    source: "CloudFormation's page of the property MutualTlsAuthentication",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
          mutualTls: {truststore: ⟦https://trust.s3.amazonaws.com/clients.pem → s3://trust/clients.pem⟧}
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { spec, report in
      var truststores = spec.createdDomains.compactMap { $0.domain.mutualTls?.truststore }
      truststores += spec.rawGateway("DomainName").compactMap { $0["MutualTlsAuthentication"]?["TruststoreUri"]?.given }
      for given in truststores {
        guard let text = given.literal, !isObject(text) else { continue }
        report.report(
          at: given.mark, "\(Reader.quoted(text)) is not an object of S3",
          help: "write `s3://BUCKET/KEY`, such as `s3://trust/clients.pem`")
      }
    })

  private static func isObject(_ text: String) -> Bool {
    guard text.hasPrefix("s3://") else { return false }
    let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1)
    return parts.count == 2
  }
}
