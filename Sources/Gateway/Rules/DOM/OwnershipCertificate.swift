import CloudFormation
import SpecReading

extension Rule {
  static let ownershipCertificate = Rule(
    id: "DOM017",
    severity: .warning,
    summary: "ownership verification certificate without mutual TLS",
    why: """
      The ownership verification certificate is for domains with mutual TLS. API Gateway rejects it on other domains.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::DomainName, OwnershipVerificationCertificateArn",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
          ownershipCertificate: ⟦arn:aws:acm:eu-west-1:111122223333:certificate/99998888-7777-6666-5555-444433332222⟧
          ⟪→
          mutualTls: {truststore: s3://trust/clients.pem}
          ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { model, report in
      for domain in model.domains.all where domain.resource.lacks("MutualTlsAuthentication") {
        for property in domain.configurations.compactMap({ $0["OwnershipVerificationCertificateArn"] }) {
          report.report(
            at: property.isRaw ? property.key : property.mark,
            "an ownership verification certificate requires mutual TLS",
            help: domain.resource.isRaw
              ? "add `MutualTlsAuthentication: {TruststoreUri: s3://BUCKET/KEY}`, or remove it"
              : "add `mutualTls: {truststore: s3://BUCKET/KEY}`, or remove it")
        }
      }
    })

  static let privateCertificate = Rule(
    id: "DOM031",
    severity: .warning,
    summary: "private certificate with mutual TLS and without an ownership verification certificate",
    why: """
      With mutual TLS a domain may use a private or imported certificate. API Gateway then needs a public certificate of ACM as
      well, which proves that the host is yours, and rejects the domain without it.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::DomainName, OwnershipVerificationCertificateArn",
    example: """
      domains:
        api.example.com:
          certificate: ⟦Certificate⟧
          hostedZone: Z0123456789EXAMPLE
          ⟪→
          ownershipCertificate: arn:aws:acm:eu-west-1:111122223333:certificate/99998888-7777-6666-5555-444433332222
          ⟫
          mutualTls: {truststore: s3://trust/clients.pem}
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      resources:
        Certificate:
          Type: AWS::CertificateManager::Certificate
          Properties:
            DomainName: api.example.com
            CertificateAuthorityArn: arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/11112222-3333-4444-5555-666677778888
      """,
    check: { model, report in
      for domain in model.domains.all where domain.mutualTls != nil && domain.resource.isWhole {
        for configuration in domain.configurations where configuration.lacks("OwnershipVerificationCertificateArn") {
          guard let property = configuration["CertificateArn"],
            model.resource(property)?["CertificateAuthorityArn"] != nil
          else { continue }
          report.report(
            at: property, "with mutual TLS a private certificate does not prove that the host is yours",
            help: "add `\(domain.element == nil ? "OwnershipVerificationCertificateArn" : "ownershipCertificate")`, "
              + "a public certificate of ACM for the host")
        }
      }
    })
}
