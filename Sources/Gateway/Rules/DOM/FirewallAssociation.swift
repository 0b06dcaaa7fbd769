import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  static let firewallAssociation = Rule(
    id: "DOM023",
    severity: .error,
    summary: "web ACL for an HTTP or WebSocket API",
    why: """
      AWS WAF protects REST APIs, load balancers and a few others, but not HTTP and WebSocket APIs; it rejects the association:
      "The ARN isn't valid". A CloudFront distribution in front of the API can have a web ACL.
      """,
    source: "API Gateway's page on choosing between REST and HTTP APIs; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      ⟪
      resources:
        Shield:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: ⟦!Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}::/apis/${apis.store}/stages/$default"⟧
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/books/11112222-3333-4444-5555-666677778888
      →⟫
      """,
    check: { model, report in
      for association in ["WAFv2", "WAFRegional"].flatMap({ model.resources("AWS::\($0)::WebACLAssociation") }) {
        guard let target = association["ResourceArn"] else { continue }
        guard
          target.value.hasText(where: { $0.mentions("/apis/") })
            || target.value.refers(where: { model.resource($0)?.type.hasPrefix(ResourceType.prefix) ?? false })
        else { continue }
        report.report(
          at: target, "AWS WAF does not support HTTP and WebSocket APIs",
          help: "put a CloudFront distribution with the web ACL in front of the API, or remove the association")
      }
    })
}
