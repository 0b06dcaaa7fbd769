import CloudFormation
import YAMLTree

extension Rule {
  static let routingRules = Rule(
    id: "DOM014",
    severity: .error,
    summary: "domain of HTTP or WebSocket APIs that ignores its mappings",
    why: """
      Routing rules lead to REST APIs only. In the mode `ROUTING_RULE_ONLY` a domain ignores its mappings, and every request gets
      403.
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
    check: { model, report in
      for domain in model.domains.all where domain.leadsToApi {
        guard let mode = domain["RoutingMode"], mode.text == "ROUTING_RULE_ONLY" else { continue }
        report.report(
          at: mode, "in this mode the domain ignores its mappings",
          help: "remove it, or use `ROUTING_RULE_THEN_API_MAPPING`")
      }
    })

  static let routingRuleTarget = Rule(
    id: "DOM032",
    severity: .error,
    summary: "routing rule that leads to an HTTP or WebSocket API",
    why: "Rules that route by header or path lead to REST APIs only. API Gateway rejects one with another API.",
    source: "CloudFormation's page of AWS::ApiGatewayV2::RoutingRule",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          stage: live
          disableExecuteApiEndpoint: true
          domain: api.example.com
      resources:
        Beta:
          Type: AWS::ApiGatewayV2::RoutingRule
          Properties:
            DomainNameArn: !GetAtt domains.api.example.com.DomainNameArn
            Priority: 100
            Conditions: [{MatchHeaders: {AnyOf: [{Header: x-version, ValueGlob: beta}]}}]
            Actions: [{InvokeApi: {ApiId: ⟦!Ref apis.store → a1b2c3d4e5⟧, Stage: live}}]
      """,
    check: { model, report in
      for action in model.resources("RoutingRule").flatMap({ $0["Actions"]?.items ?? [] }) {
        guard let api = action["InvokeApi"]?["ApiId"], model.apis[api.value] != nil else { continue }
        report.report(
          at: api, "a routing rule can lead to a REST API only",
          help: "map the API to the domain instead, with a base path")
      }
    })
}
