import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A key that the logs have no use for.
  static let logGroupKey = Rule(
    id: "STG028",
    severity: .warning,
    summary: "a log group with a key that CloudWatch Logs may not use",
    why: """
      CloudWatch Logs encrypts a group with a key of yours only where the key's own policy lets its service use it. Without
      that the group is refused: "The specified KMS key does not exist or is not allowed to be used".
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
    check: { spec, report in
      var seen: Set<String> = []
      spec.forEachAccessLogs { _, logs in
        guard let given = logs.logGroup, let group = spec.values.resource(.logGroup, given),
          case .getAtt(let key, "Arn") = spec.values.properties(ofResource: group)?["KmsKeyId"],
          spec.names.resourceTypes[key] == "AWS::KMS::Key", seen.insert(group).inserted,
          let policy = spec.values.properties(ofResource: key)?["KeyPolicy"]?.object, !policy.mayLet("logs.")
        else { return }
        let mark = spec.names.spec.resources.first { $0.name == key }?.mark
        report.report(
          at: given.mark, "CloudWatch Logs may not use the key `\(key)` of this group",
          related: mark.map { [Related(message: "the key", mark: $0)] } ?? [],
          help: "let the `Service` `logs.REGION.amazonaws.com` use it in its `KeyPolicy`")
      }
    })
}

extension Object {
  /// Whether a policy may let a service use what it is for; what is not known may.
  fileprivate func mayLet(_ service: String) -> Bool {
    let statements: [Value] =
      if case .list(let items) = self["Statement"] { items } else { [self["Statement"] ?? .null] }
    return statements.contains { value in
      guard let statement = value.object, statement["Effect"] != nil else { return true }
      guard statement["Effect"] == "Allow", let principal = statement["Principal"] else { return false }
      guard let services = principal.object?["Service"] else {
        return principal.object?["AWS"].map { $0 == "*" } ?? true
      }
      let names: [Value] = if case .list(let items) = services { items } else { [services] }
      return names.contains { $0.text?.hasPrefix(service) ?? true }
    }
  }
}
