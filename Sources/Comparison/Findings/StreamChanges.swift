import CloudFormation
import Diagnostics
import Gateway

/// Changes of streams and generated secrets.
extension StackChanges {
  /// DynamoDB: "Table already has an enabled stream" (source: terraform-provider-aws issue 18402, cdkd pull request 989).
  func changesOfTableStream(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let (key, view) = ("StreamSpecification", "StreamViewType")
    guard let old = before[key]?.object?[view]?.text, let new = after[key]?.object?[view]?.text, old != new else {
      return []
    }
    return rejected(
      id, "the table `\(id)` has a stream with \(old), and DynamoDB does not change it to \(new)",
      help: "remove `\(key)` in one deployment and add it in the next one; the new stream has another ARN")
  }

  /// By default, `UpdateShardCount` at most doubles or halves (source: Kinesis API reference, UpdateShardCount;
  /// terraform-provider-aws pull request 46700).
  func changesOfStream(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "ShardCount"
    guard let old = before[key]?.scalar.flatMap({ Int($0) }), let new = after[key]?.scalar.flatMap({ Int($0) }),
      old > 0, new > 2 * old || 2 * new < old
    else { return [] }
    return rejected(
      id, "Kinesis does not change `\(key)` of the stream `\(id)` from \(old) to \(new) at once",
      help: "at most double or halve it in each deployment: set \(new > old ? 2 * old : (old + 1) / 2) first")
  }

  /// Each change of how it is generated gives a new value (source: cloudformation-coverage-roadmap issues 1161 and 2210,
  /// aws-cdk issue 19985).
  func changesOfSecret(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "GenerateSecretString"
    guard let old = before[key], let new = after[key], !old.canonical.isSame(as: new.canonical) else { return [] }
    return [
      UpdateNote(
        .updateIdentity,
        "the secret `\(id)` gets a newly generated value because `\(key)` changes: clients with the old one are rejected",
        topic: .data, id: id,
        help: "keep `\(key)` as it was; or change the value wherever it is used, such as in the database")
    ]
  }
}
