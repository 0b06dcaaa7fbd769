import CloudFormation
import Diagnostics

extension Rule {
  static let logGroupKey = Rule(
    id: "STG028",
    severity: .warning,
    summary: "log group with a KMS key that CloudWatch Logs cannot use",
    why: """
      CloudWatch Logs can only encrypt a log group with a customer managed key whose key policy allows its service
      principal. Otherwise the log group is rejected: "The specified KMS key does not exist or is not allowed to be used".
      """,
    source: "CloudWatch Logs' page on encrypting log data",
    example: """
      resources:
        Key:
          Type: AWS::KMS::Key
          DeletionPolicy: Delete
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: "kms:*", Resource: "*"}
                ⟪→
                - Effect: Allow
                  Principal: {Service: !Sub "logs.${AWS::Region}.amazonaws.com"}
                  Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
                  Resource: "*"
                ⟫
        Requests:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: Delete
          Properties: {KmsKeyId: !GetAtt Key.Arn}
      apis:
        store:
          accessLogs: {logGroup: ⟦Requests⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      var seen: Set<String> = []
      for destination in model.accessLogs.compactMap(\.destination) {
        guard let group = model.resource(destination),
          case .getAtt(let id, "Arn")? = group["KmsKeyId"]?.value, let key = model.resource(id, of: "AWS::KMS::Key"),
          let policy = key["KeyPolicy"],
          !PolicyDocument(policy.value).mayAllow(to: "logs"),
          seen.insert(group.id).inserted
        else { continue }
        report.report(
          at: destination, "CloudWatch Logs is not allowed to use the key `\(id)` of this log group",
          related: [Related(message: "the key", mark: key.mark)],
          help: "allow the `Service` principal `logs.REGION.amazonaws.com` in its `KeyPolicy`")
      }
    })
}
