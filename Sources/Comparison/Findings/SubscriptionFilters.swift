import CloudFormation
import Diagnostics
import Gateway

/// Subscription filters that a log group cannot have beside the old ones during an update: it has at most two (source:
/// CloudWatch Logs quotas).
struct SubscriptionFilters {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::Logs::SubscriptionFilter"
  private static let limit = 2

  init(_ changes: StackChanges) {
    let added = changes.all.filter { $0.type == SubscriptionFilters.type && $0.action == .added }
    if added.isEmpty { return }
    let old = changes.old.template.resources.filter { $0.type == SubscriptionFilters.type && $0.condition == nil }
    var counts: [Value: Int] = [:]
    for filter in old {
      if let group = filter.properties["LogGroupName"]?.canonical.identity { counts[group, default: 0] += 1 }
    }
    for change in added {
      guard let filter = changes.new.template[change.id], filter.condition == nil,
        let group = filter.properties["LogGroupName"]?.canonical.identity, let count = counts[group],
        !changes.isFresh(group.reference)
      else { continue }
      counts[group] = count + 1
      if count < SubscriptionFilters.limit { continue }
      notes.append(
        UpdateNote(
          .updateCollision,
          "the update fails: the log group `\(group.words)` has \(SubscriptionFilters.limit) subscription filters already; "
            + "`\(change.id)` is created before old ones are deleted", id: change.id,
          help: "keep the old logical ID, or delete the old filter in a deployment of its own"))
    }
  }
}
