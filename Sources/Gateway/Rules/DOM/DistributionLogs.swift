import CloudFormation
import Diagnostics
import SpecReading

/// Logs of a CloudFront distribution in front of an API.
extension Rule {
  static let logBucketWithoutAcl = Rule(
    id: "DOM042",
    severity: .error,
    summary: "bucket for the logs of a CloudFront distribution without access control lists",
    why: """
      CloudFront's standard logs need a bucket with access control lists, which new buckets do not have since April 2023. CloudFront
      rejects the distribution: "The S3 bucket that you specified for CloudFront logs does not enable ACL access".
      """,
    source: """
      CloudFront's page on standard logging (legacy); public reports of the message (baseline-environment-on-aws#363, \
      amazon-api-gateway-url-shortener#36, aws-lex-web-ui#515)
      """,
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Logs:
          Type: AWS::S3::Bucket
          ⟪→
          Properties: {OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerPreferred}]}}
          ⟫
        Edge:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: store
                  DomainName: !Sub "${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}"
                  CustomOriginConfig: {OriginProtocolPolicy: https-only}
              DefaultCacheBehavior:
                TargetOriginId: store
                ViewerProtocolPolicy: redirect-to-https
                CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
              Logging: {Bucket: ⟦!GetAtt Logs.DomainName⟧}
      """,
    check: { model, report in
      for distribution in model.resources("AWS::CloudFront::Distribution") {
        guard let name = distribution["DistributionConfig"]?["Logging"]?["Bucket"],
          let bucket = model.resource(in: name.value, of: "AWS::S3::Bucket")
        else { continue }
        let rules = bucket["OwnershipControls"]?["Rules"]?.items ?? []
        let disabled = rules.compactMap { $0["ObjectOwnership"] }.first { $0.text == "BucketOwnerEnforced" }
        guard disabled != nil || bucket.lacks("OwnershipControls") else { continue }
        report.report(
          at: name, "CloudFront cannot write logs to `\(bucket.id)`, which has no access control lists",
          related: .one("this disables them", at: disabled?.mark),
          help: "write `OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerPreferred}]}` in the bucket")
      }
    })
}
