import CloudFormation
import Diagnostics
import Gateway

/// Changes of user pools and tables that CloudFormation passes on, and Cognito or DynamoDB rejects.
extension StackChanges {
  /// Settings that only `CreateUserPool` takes.
  private static let ofUserPools = ["UsernameAttributes", "AliasAttributes", "UsernameConfiguration"]

  func changesOfPool(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    if let setting = StackChanges.ofUserPools.first(where: { before[$0] != after[$0] }) {
      return rejected(
        id, "Cognito does not change `\(setting)` of the user pool `\(id)`",
        help: "keep it as it was; a pool with another one needs another logical ID, and has no users")
    }
    guard let old = named(before["Schema"], by: "Name"), let new = named(after["Schema"], by: "Name"),
      let name = old.members.first(where: { new[$0.key] != $0.value })?.key
    else { return [] }
    return rejected(
      id,
      new[name] == nil
        ? "the attribute `\(name)` cannot be removed from the user pool `\(id)`"
        : "the attribute `\(name)` of the user pool `\(id)` cannot be changed",
      help: "keep it as it was; only new attributes can be added")
  }

  func changesOfTable(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "GlobalSecondaryIndexes"
    guard let old = named(before[key] ?? .list([]), by: "IndexName"),
      let new = named(after[key] ?? .list([]), by: "IndexName")
    else { return [] }
    let removed = old.members.map(\.key).filter { new[$0] == nil }
    let added = new.members.map(\.key).filter { old[$0] == nil }
    let rebuilt = old.members.filter { index in
      guard let other = new[index.key]?.object, let index = index.value.object else { return false }
      return ["KeySchema", "Projection"].contains { index[$0] != other[$0] }
    }
    if let index = rebuilt.first?.key {
      return rejected(
        id, "the keys and the projection of the index `\(index)` of the table `\(id)` cannot be changed",
        help: "add an index with another name, and remove this one in the next deployment")
    }
    if removed.count + added.count < 2 { return [] }
    return rejected(
      id,
      "the table `\(id)` has \(removed.count + added.count) indexes to create or delete, and DynamoDB does one at a time",
      help: "deploy one of them at a time: \((added + removed).map { "`\($0)`" }.joined(separator: ", "))")
  }

  /// The objects of a list by one of their texts; nil where the list is not known.
  private func named(_ value: Value?, by key: String) -> Object? {
    guard case .list(let items)? = value else { return nil }
    var named = Object()
    for item in items {
      guard let name = item.object?[key]?.text else { return nil }
      named.add(name, item)
    }
    return named
  }

  private func rejected(_ id: String, _ message: String, help: String) -> [UpdateNote] {
    [UpdateNote(.updateRejected, "the update fails: \(message)", topic: .collision, id: id, help: help)]
  }
}
