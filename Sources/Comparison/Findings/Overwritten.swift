import CloudFormation
import Diagnostics
import Gateway

/// New resources that set the same as an old one, which removes it when it is deleted at the end of the update.
struct Overwritten {
  private(set) var notes: [UpdateNote] = []

  /// The properties that decide what is set, and its noun.
  private static let settings: [String: (properties: [String], noun: String)] = [
    "AWS::SQS::QueueInlinePolicy": (["Queue"], "policy of the queue"),
    "AWS::SQS::QueuePolicy": (["Queues"], "policy of the queue"),
    "AWS::SNS::TopicInlinePolicy": (["TopicArn"], "policy of the topic"),
    "AWS::SNS::TopicPolicy": (["Topics"], "policy of the topic"),
    "AWS::ApplicationAutoScaling::ScalingPolicy": (["PolicyName", "ScalingTargetId"], "scaling policy"),
    "AWS::ElasticLoadBalancingV2::ListenerCertificate": (
      ["ListenerArn", "Certificates"], "certificate of the listener"
    ),
    "AWS::SecretsManager::ResourcePolicy": (["SecretId"], "policy of the secret"),
    "AWS::SecretsManager::RotationSchedule": (["SecretId"], "rotation of the secret"),
    "AWS::SNS::Subscription": (["TopicArn", "Protocol", "Endpoint"], "subscription to the topic"),
  ]

  init(_ changes: StackChanges) {
    for change in changes.all where change.action == .added {
      guard let (properties, noun) = Overwritten.settings[change.type], let new = changes.new.template[change.id] else {
        continue
      }
      for old in changes.all where old.action == .deleted && !old.isRetained {
        guard let own = Overwritten.settings[old.type], own.noun == noun,
          let before = changes.old.template[old.id],
          let target = Overwritten.common(before.properties, new.properties, own.properties, properties),
          !changes.isFresh(target.reference)
        else { continue }
        notes.append(
          UpdateNote(
            .updateDeletesUsed,
            "the update removes the \(noun) `\(target.words)`: `\(change.id)` sets what `\(old.id)` removes when it is deleted",
            id: change.id,
            help: old.type == change.type
              ? "keep the logical ID `\(old.id)`" : "remove `\(old.id)` in a deployment before this one"))
      }
    }
  }

  /// The common target of two resources; nil if there is none.
  private static func common(_ old: Object, _ new: Object, _ olds: [String], _ news: [String]) -> Value? {
    for (name, other) in zip(olds, news).dropFirst() {
      guard let one = old[name], let other = new[other], one.canonical.identity == other.canonical.identity
      else { return nil }
    }
    guard let first = olds.first, let second = news.first else { return nil }
    let known = targets(of: old[first])
    return targets(of: new[second]).first(where: known.contains)
  }

  private static func targets(of value: Value?) -> [Value] {
    switch value {
    case .list(let items)?: items.map(\.canonical.identity)
    case let value?: [value.canonical.identity]
    case nil: []
    }
  }
}
