import CloudFormation
import Diagnostics
import SpecReading
import TextSearch

/// Mistakes in a distribution in front of an API that CloudFront rejects.
extension Rule {
  static let distributionForm = Rule(
    id: "DOM040",
    severity: .error,
    summary: "CloudFront distribution with an invalid origin, target origin or viewer certificate",
    why: """
      CloudFront rejects the distribution: "One or more of your cache behavior target origins or origin groups do not exist", "Exactly
      one of CustomOriginConfig and S3OriginConfig must be specified", an origin path that does not begin with a slash or ends with
      one, a certificate outside of `us-east-1`, and aliases without a certificate.
      """,
    source: """
      CloudFront's API reference of Origin, DefaultCacheBehavior and ViewerCertificate; public reports of the messages (rain#517, \
      aws-cdk#31016, terraform-provider-aws#1145)
      """,
    example: """
      apis:
        store:
          stage: v1
          routes:
            GET /books: https://books.example.com
      resources:
        Edge:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: store
                  DomainName: !Sub "${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}"
                  OriginPath: /v1
                  CustomOriginConfig: {OriginProtocolPolicy: https-only}
              DefaultCacheBehavior:
                TargetOriginId: ⟦api → store⟧
                ViewerProtocolPolicy: redirect-to-https
                CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
      """,
    check: { model, report in
      for distribution in model.resources("AWS::CloudFront::Distribution") {
        for origin in distribution.origins where !origin.isFunction { check(origin, &report) }
        checkTargets(of: distribution, &report)
        checkCertificate(of: distribution, &report)
      }
    })

  private static func check(_ origin: Model.Property, _ report: inout Report) {
    if let path = origin["OriginPath"], let text = path.text, !text.isEmpty {
      if !text.hasPrefix("/") {
        report.report(
          at: path, "an origin path begins with `/`, found \(Reader.quoted(text))", help: "write `/\(text)`")
      } else if text.hasSuffix("/") {
        report.report(
          at: path, "an origin path does not end with `/`, found \(Reader.quoted(text))",
          help: text == "/" ? "remove it" : "write `\(text.dropLast())`")
      }
    }
    let kinds = ["CustomOriginConfig", "S3OriginConfig", "VpcOriginConfig"]
    let given = kinds.compactMap { origin[$0] }
    if given.isEmpty {
      if kinds.allSatisfy(origin.lacks) {
        report.report(
          at: origin["DomainName"]?.key ?? origin.key, "an origin needs `CustomOriginConfig` or `S3OriginConfig`",
          help: "add `CustomOriginConfig: {OriginProtocolPolicy: https-only}`")
      }
    } else if given.count > 1 {
      report.report(
        at: given[1].key, "an origin has either `\(given[0].name)` or `\(given[1].name)`", help: "remove one of them")
    } else if given[0].name == "S3OriginConfig", origin["DomainName"]?.value.spelled?.mentions(".execute-api.") == true
    {
      report.report(
        at: given[0].key, "an API is not an S3 bucket",
        help: "write `CustomOriginConfig: {OriginProtocolPolicy: https-only}`")
    }
  }

  private static func checkTargets(of distribution: Model.Resource, _ report: inout Report) {
    let configuration = distribution["DistributionConfig"]
    let groups = configuration?["OriginGroups"]
    guard let origins = configuration?["Origins"]?.items,
      groups.map({ $0["Items"]?.items != nil }) ?? true
    else { return }
    let all = origins + (groups?["Items"]?.items ?? [])
    let ids = all.compactMap { $0["Id"]?.text }
    if ids.count < all.count { return }
    for behavior in distribution.behaviors {
      guard let target = behavior["TargetOriginId"], let text = target.text, !ids.contains(text) else { continue }
      report.report(
        at: target, "the distribution has no origin \(Reader.quoted(text))",
        help: Suggestion.help(for: text, among: ids))
    }
  }

  private static func checkCertificate(of distribution: Model.Resource, _ report: inout Report) {
    guard let configuration = distribution["DistributionConfig"], !configuration.isFunction else { return }
    let certificate = configuration["ViewerCertificate"]
    if let arn = certificate?["AcmCertificateArn"], let text = arn.text, text.hasPrefix("arn:") {
      let region = Arn(text).region
      if text.hasPrefix("arn:aws:acm:"), !region.isEmpty, region != "us-east-1" {
        report.report(
          at: arn, "the certificate is in \(region), CloudFront only uses those in us-east-1",
          help: "request the certificate in us-east-1")
      }
    }
    guard let aliases = configuration["Aliases"], !aliases.list.isEmpty else { return }
    let isDefault = certificate?["CloudFrontDefaultCertificate"]?.bool == true
    guard isDefault || configuration.lacks("ViewerCertificate") else { return }
    report.report(
      at: aliases.key, "aliases need a certificate that contains them",
      help: "add `ViewerCertificate: {AcmCertificateArn: ARN, SslSupportMethod: sni-only}`")
  }

  /// A web ACL of the other scope.
  static let webAclScope = Rule(
    id: "DOM041",
    severity: .error,
    summary: "web ACL of the wrong scope, or associated with a CloudFront distribution",
    why: """
      A web ACL with the scope `REGIONAL` is for load balancers and other regional resources, one with `CLOUDFRONT` for distributions,
      which name it in `WebACLId`. AWS rejects the other combinations.
      """,
    source: "AWS WAF's API reference of AssociateWebACL; CloudFormation's pages on WebACL and WebACLAssociation",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      resources:
        Acl:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: ⟪CLOUDFRONT → REGIONAL⟫
            DefaultAction: {Allow: {}}
            VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: web}
        Guard:
          Type: AWS::WAFv2::WebACLAssociation
          Properties: {WebACLArn: ⟦!GetAtt Acl.Arn⟧, ResourceArn: !Ref loadBalancers.web}
      """,
    check: { model, report in
      func check(_ arn: Model.Property, is wanted: String, _ report: inout Report) {
        guard let acl = model.resource(arn, of: "AWS::WAFv2::WebACL"), let scope = acl["Scope"],
          let text = scope.text, text != wanted, ["CLOUDFRONT", "REGIONAL"].contains(text)
        else { return }
        report.report(
          at: arn, "the web ACL `\(acl.id)` has the scope `\(text)`",
          related: [Related(message: "its scope", mark: scope.mark)], help: "write `Scope: \(wanted)` in the web ACL")
      }
      for association in model.resources("AWS::WAFv2::WebACLAssociation") {
        if let target = association["ResourceArn"],
          model.resource(in: target.value, of: "AWS::CloudFront::Distribution") != nil
        {
          report.report(
            at: target, "a distribution is not associated with a web ACL, it names it",
            help: "write `WebACLId` in the `DistributionConfig`")
        } else if let arn = association["WebACLArn"] {
          check(arn, is: "REGIONAL", &report)
        }
      }
      for distribution in model.resources("AWS::CloudFront::Distribution") {
        if let arn = distribution["DistributionConfig"]?["WebACLId"] { check(arn, is: "CLOUDFRONT", &report) }
      }
    })
}
