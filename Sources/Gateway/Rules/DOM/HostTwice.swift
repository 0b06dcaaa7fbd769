import Diagnostics
import SpecReading

extension Rule {
  static let hostTwice = Rule(
    id: "DOM024",
    severity: .error,
    summary: "two domains with the same host",
    why: """
      A host is one domain in an account and region. API Gateway rejects the second one: "The domain name you provided already
      exists".
      """,
    source: "API Gateway's CreateDomainName",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
        ⟪
        main:
          name: ⟦api.example.com⟧
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
        →⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: [api.example.com, ⟪main → api.example.com⟫/v1]
      """,
    check: { model, report in
      // REST APIs have their domains in the same place.
      let domains = model.domains.all.map(\.resource) + model.resources("AWS::ApiGateway::DomainName")
      var seen: [String: Model.Property] = [:]
      for domain in domains {
        guard let property = domain["DomainName"], let host = property.text,
          let other = seen.updateValue(property, forKey: host), !domain.excludes(other.resource)
        else { continue }
        report.report(
          at: property, "another domain already has the host `\(host)`",
          related: [Related(message: "the other domain", mark: other.mark)],
          help: "remove one of the two")
      }
    })
}
