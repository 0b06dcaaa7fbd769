import CloudFormation
import SpecReading

extension Rule {
  /// A firewall where there is no place for one.
  static let firewallAssociation = Rule(
    id: "DOM023",
    severity: .error,
    summary: "a web ACL for an HTTP or WebSocket API",
    why: """
      AWS WAF protects stages of REST APIs, load balancers and a few others, but no HTTP or WebSocket APIs: it refuses the
      association. CloudFront in front of the API takes a web ACL.
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
    check: { spec, report in
      let associations =
        spec.rawResources("AWS::WAFv2::WebACLAssociation") + spec.rawResources("AWS::WAFRegional::WebACLAssociation")
      guard !associations.isEmpty else { return }
      var ids: Set<String> = []
      for api in spec.names.spec.apis {
        ids.insert(spec.names.id(.api(api.name)))
        for stage in api.value.resolvedStages { ids.insert(spec.names.id(.stage(api.name, stage.name))) }
      }
      for association in associations {
        guard let target = association["ResourceArn"] else { continue }
        var isTold = target.value.mentions("/apis/")
        target.value.forEachReference { id in
          isTold = isTold || ids.contains(id) || spec.names.resourceTypes[id]?.hasPrefix("AWS::ApiGatewayV2::") ?? false
        }
        guard isTold else { continue }
        report.report(
          at: target.mark, "AWS WAF takes no HTTP or WebSocket API",
          help: "put CloudFront in front of the API, with the web ACL on it; or leave this out")
      }
    })
}

extension Value {
  /// Whether a part of a text stands somewhere in it.
  fileprivate func mentions(_ part: String) -> Bool {
    switch self {
    case .string(let text): text.contains(part)
    case .list(let items): items.contains { $0.mentions(part) }
    case .object(let object): object.members.contains { $0.value.mentions(part) }
    default: false
    }
  }
}
