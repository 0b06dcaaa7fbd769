import SpecReading

extension Rule {
  static let truststoreForm = Rule(
    id: "DOM016",
    severity: .error,
    premise: .part,
    summary: "truststore that is not an object in S3",
    why: """
      API Gateway reads the truststore from S3 when the domain is created or changed. It is written as `s3://BUCKET/KEY`; API Gateway
      rejects URLs and ARNs.
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
    check: { model, report in
      for domain in model.domains.all {
        guard let property = domain.mutualTls?["TruststoreUri"], property.isWritten else { continue }
        let open = property.openText {
          !$0.start.isEmpty && !$0.start.hasPrefix("s3://") && !"s3://".hasPrefix($0.start)
        }
        for text in property.texts + [open].compactMap(\.self) where S3Address(text) == nil {
          report.report(
            at: property, "\(Reader.quoted(text)) is not an object in S3",
            help: S3Address.respelled(text).map { "write `\($0)`" }
              ?? "use `s3://BUCKET/KEY`, such as `s3://trust/clients.pem`")
        }
        guard property.texts.isEmpty, let spelled = property.value.spelled,
          let (id, attribute, rest) = SpelledReference.first(of: spelled), attribute.isEmpty, rest.hasPrefix("/"),
          model.resource(id, of: "AWS::S3::Bucket") != nil
        else { continue }
        report.report(
          at: property, "this is not an object in S3: `s3://` is missing", help: "write `!Sub \"s3://\(spelled)\"`")
      }
    })
}
