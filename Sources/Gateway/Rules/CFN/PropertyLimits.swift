import SpecReading

extension Rule {
  /// A value that is not one of the words of its property, or outside of its range.
  static let propertyLimit = Rule(
    id: "CFN028",
    severity: .error,
    summary: "value that a property does not allow",
    why: """
      CloudFormation's resource schemas list the words and ranges of many properties. CloudFormation rejects another value
      before it creates the resource: "is not a valid enum value", "is greater than the maximum value".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Books:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/books
            Runtime: nodejs24.x
            Handler: index.handler
            Code: {ZipFile: "exports.handler = async () => ({})"}
            MemorySize: ⟦64 → 128⟧
      """,
    check: { model, report in
      for (difference, _) in model.differences {
        guard case .limit(let property, let flaw) = difference else { continue }
        report.report(flaw, at: property)
      }
      if let path = model.names.spec.roles.path, let text = path.literal, !TextPattern.path.allows(text) {
        report.report(at: path.mark, "\(Reader.quoted(text)) is not a valid `path`", help: TextPattern.path.help)
      }
      for bucket in model.resources("AWS::S3::Bucket") {
        bucket.forEach("NotificationConfiguration.*.*.Event") { event in
          guard let text = event.text, !text.contains("{") else { return }
          let name = text.split(separator: ":").dropFirst().first.map(String.init) ?? text
          if text.hasPrefix("s3:"), bucketEvents.contains(name) { return }
          report.report(
            at: event, "S3 does not have an event \(Reader.quoted(text))",
            help: Suggestion.nearest(to: name, among: bucketEvents).map { "did you mean `s3:\($0):*`?" }
              ?? "write one such as `s3:ObjectCreated:*`")
        }
      }
    })

  /// The first words of the events of buckets. Source: S3's page on event notification types.
  private static let bucketEvents = [
    "ObjectCreated", "ObjectRemoved", "ObjectRestore", "ReducedRedundancyLostObject", "Replication",
    "LifecycleExpiration", "LifecycleTransition", "IntelligentTiering", "ObjectTagging", "ObjectAcl", "TestEvent",
  ]
}
