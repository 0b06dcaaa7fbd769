import Diagnostics

extension Rule {
  /// A bucket that does not accept the logs of a load balancer.
  static let logBucket = Rule(
    id: "LB035",
    severity: .error,
    premise: .spec,
    summary: "bucket that does not accept the logs of a load balancer",
    why: """
      When logs are enabled, Elastic Load Balancing writes a test file to the bucket: "Access Denied for bucket: … Please check
      S3bucket permission". A bucket policy must allow that before the load balancer is created. The logs of an application load
      balancer cannot be encrypted with a KMS key, and their prefix cannot contain `AWSLogs`.
      """,
    source: """
      Elastic Load Balancing's pages on access logs; public reports of the message (aws-cdk#5758, aws-cdk#8113, aws-cdk#21947)
      """,
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          ⟪→
          dependsOn: LogPolicy
          ⟫
          attributes:
            access_logs.s3.enabled: "true"
            access_logs.s3.bucket: ⟦!Ref Logs⟧
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      resources:
        Logs: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}
        LogPolicy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Logs
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {Service: logdelivery.elasticloadbalancing.amazonaws.com}
                  Action: s3:PutObject
                  Resource: !Sub "${Logs.Arn}/AWSLogs/${AWS::AccountId}/*"
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for balancer in model.balancing.balancers where !balancer.exists {
        var attributes: [String: Model.Property] = [:]
        balancer.resource.forEachAttribute { name, value, _ in attributes[name] = value }
        for logs in ["access_logs.s3", "connection_logs.s3", "health_check_logs.s3"] {
          guard attributes["\(logs).enabled"]?.text == "true" else { continue }
          if balancer.type == .application, let prefix = attributes["\(logs).prefix"],
            prefix.text?.contains("AWSLogs") == true
          {
            report.report(
              at: prefix, "the prefix of the logs cannot contain `AWSLogs`",
              help: "remove it: `AWSLogs` follows the prefix")
          }
          guard let name = attributes["\(logs).bucket"], let bucket = model.resource(name, of: "AWS::S3::Bucket")
          else { continue }
          check(balancer, bucket, name, &report)
        }
      }
    })

  private static func check(
    _ balancer: Model.LoadBalancer, _ bucket: Model.Resource, _ name: Model.Property, _ report: inout Report
  ) {
    let model = bucket.model
    let rules = bucket["BucketEncryption"]?["ServerSideEncryptionConfiguration"]?.items ?? []
    if balancer.type == .application,
      let algorithm = rules.lazy.compactMap({ $0["ServerSideEncryptionByDefault"]?["SSEAlgorithm"] }).first,
      algorithm.text?.hasPrefix("aws:kms") == true
    {
      report.report(
        at: name, "the logs of an application load balancer cannot be encrypted with a KMS key",
        related: [Related(message: "encryption of the bucket", mark: algorithm.mark)],
        help: "write `SSEAlgorithm: AES256` in the bucket")
    }
    let policies = model.resources("AWS::S3::BucketPolicy")
    let own = policies.filter { $0["Bucket"]?.target == bucket.id }
    if own.isEmpty {
      // A policy may be for any bucket.
      if model.hasUnseenResources || policies.contains(where: { $0["Bucket"].map { $0.target == nil } ?? true }) {
        return
      }
      report.report(
        at: name, "no bucket policy allows Elastic Load Balancing to write to `\(bucket.id)`",
        help: "add an `AWS::S3::BucketPolicy` that allows \(principal(balancer.type)) `s3:PutObject`, "
          + "and let the load balancer depend on it")
      return
    }
    if model.creates(balancer.resource, afterOneOf: own) { return }
    report.report(
      at: name, "the load balancer may be created before the policy of its bucket",
      related: [Related(message: "the policy", mark: own[0].mark)],
      help: "add `\(balancer.resource.isRaw ? "DependsOn" : "dependsOn"): \(own[0].id)` to the load balancer")
  }

  private static func principal(_ type: LoadBalancerType?) -> String {
    type == .network ? "`delivery.logs.amazonaws.com`" : "`logdelivery.elasticloadbalancing.amazonaws.com`"
  }
}
