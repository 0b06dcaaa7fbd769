import CloudFormation
import YAMLTree

extension Rule {
  /// Routing rules are for REST APIs.
  static let routingRules = Rule(
    id: "DOM014",
    severity: .error,
    summary: "routing rules where HTTP or WebSocket APIs are mapped",
    why: """
      Rules that route by header or path lead to REST APIs alone. A domain in the mode `ROUTING_RULE_ONLY` does not look at its
      mappings.
      """,
    source: "CloudFormation's pages of AWS::ApiGatewayV2::RoutingRule and DomainName",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
          ⟪
          properties: {RoutingMode: ⟦ROUTING_RULE_ONLY⟧}
          →⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { spec, report in
      for (element, domain) in spec.createdDomains {
        guard let raw = domain.options.properties,
          spec.mappings.contains(where: { spec.domain(of: $0)?.mark == element.mark })
        else { continue }
        for entry in spec.names.tree.entries(raw.node) where spec.names.tree.string(entry.key) == "RoutingMode" {
          guard spec.names.tree.string(entry.value) == "ROUTING_RULE_ONLY" else { continue }
          report.report(
            at: spec.names.tree.mark(entry.value), "in this mode the domain does not look at its mappings",
            help: "leave it out, or write `ROUTING_RULE_THEN_API_MAPPING`")
        }
      }
      for domain in spec.mappedRawDomains {
        guard let mode = domain["RoutingMode"], mode.text == "ROUTING_RULE_ONLY" else { continue }
        report.report(
          at: mode.mark, "in this mode the domain does not look at its mappings",
          help: "leave it out, or write `ROUTING_RULE_THEN_API_MAPPING`")
      }
      for rule in spec.rawResources("AWS::ApiGatewayV2::RoutingRule") {
        for action in rule["Actions"]?.items ?? [] {
          guard let api = action["InvokeApi"]?["ApiId"], spec.rawApis[api.value] != nil else { continue }
          report.report(
            at: rule.mark, "a routing rule leads to REST APIs alone",
            help: "map the API: write `domain: HOST/PATH` on it or on its stage")
        }
      }
    })
}
