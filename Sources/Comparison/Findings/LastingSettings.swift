import CloudFormation
import Diagnostics
import Gateway

/// Changes that CloudFormation passes on, and that the service rejects or ignores.
extension StackChanges {
  /// Settings that only `CreateUserPool` takes.
  private static let ofUserPools = ["UsernameAttributes", "AliasAttributes", "UsernameConfiguration"]

  func changesOfPool(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    if let setting = StackChanges.ofUserPools.first(where: { before[$0] != after[$0] }) {
      return rejected(
        id, "Cognito does not change `\(setting)` of the user pool `\(id)`",
        help: "keep it as it was; a pool with another one needs another logical ID, and has no users")
    }
    guard let old = named(before["Schema"], by: "Name"), let new = named(after["Schema"] ?? .list([]), by: "Name"),
      let name = old.members.first(where: { new[$0.key] != $0.value })?.key
    else { return [] }
    return rejected(
      id,
      new[name] == nil
        ? "the attribute `\(name)` cannot be removed from the user pool `\(id)`"
        : "the attribute `\(name)` of the user pool `\(id)` cannot be changed",
      help: "keep it as it was; only new attributes can be added")
  }

  func changesOfTable(_ change: ResourceChange, _ before: Object, _ after: Object) -> [UpdateNote] {
    keptName(of: change, after) + changesOfIndexes(change.id, before, after)
      + changesOfExpiry(change.id, before, after) + changesOfTableStream(change.id, before, after)
  }

  /// "CloudFormation cannot update a stack when a custom-named resource requires replacing" (source: CloudFormation
  /// troubleshooting guide); other keys replace a table.
  private func keptName(of change: ResourceChange, _ after: Object) -> [UpdateNote] {
    guard let name = after["TableName"]?.words,
      change.properties.contains(where: {
        $0.replaces == .sometimes && ["KeySchema", "LocalSecondaryIndexes"].contains($0.top)
      })
    else { return [] }
    return [
      UpdateNote(
        .updateCollision,
        "the update fails if `\(change.id)` is replaced: Table `\(name)` already exists",
        id: change.id,
        help: "use another name together with this change, or remove the name so that AWS generates one")
    ]
  }

  /// DynamoDB: "TimeToLive is active on a different AttributeName" (source: aws-cdk issues 13106 and 25655, cdkd pull request
  /// 932).
  private func changesOfExpiry(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "TimeToLiveSpecification"
    guard let old = before[key]?.object, old["Enabled"]?.scalar == "true", let name = old["AttributeName"]?.text else {
      return []
    }
    guard let new = after[key] else {
      return [
        UpdateNote(
          .updateKeeps, "the time to live of the table `\(id)` may stay in effect although the template has none",
          id: id,
          help: "set `Enabled: false` with the attribute `\(name)` instead of removing it")
      ]
    }
    guard let other = new.object?["AttributeName"]?.text, other != name, new.object?["Enabled"]?.scalar == "true" else {
      return []
    }
    return rejected(
      id, "the time to live of the table `\(id)` is active on another attribute, `\(name)`",
      help: "set `Enabled: false` in a deployment before this one")
  }

  private func changesOfIndexes(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
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

  /// Cloud Map changes the TTL of DNS records and the health check of a service, and nothing in an HTTP namespace
  /// (source: Cloud Map API reference, UpdateService).
  func changesOfService(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let namespace = (after["NamespaceId"] ?? after["DnsConfig"]?.object?["NamespaceId"])?.identity.reference
    if let namespace, new.template[namespace]?.type == "AWS::ServiceDiscovery::HttpNamespace",
      before["Description"] != after["Description"]
    {
      return rejected(
        id, "Cloud Map changes no service of an HTTP namespace, such as `\(id)`",
        help: "keep its description, or use another name and logical ID for a new service")
    }
    guard let old = before["DnsConfig"]?.object, let new = after["DnsConfig"]?.object else { return [] }
    if let types = types(ofRecords: old), let others = self.types(ofRecords: new), types != others {
      return rejected(
        id,
        "Cloud Map does not change the record types of the service `\(id)` from \(types.joined(separator: ", ")) to "
          + others.joined(separator: ", "),
        help: "use another name for a service with other records")
    }
    let key = "RoutingPolicy"
    if old[key] ?? "MULTIVALUE" == new[key] ?? "MULTIVALUE" { return [] }
    return [
      UpdateNote(
        .updateKeeps, "Cloud Map does not change the routing policy of the service `\(id)`: it stays as it is", id: id,
        help: "use another name for a service with another one")
    ]
  }

  /// CloudFormation: "Updates are not supported" (source: CloudFormation template reference; cdkd pull request 954).
  func changesOfLogGroup(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "LogGroupClass"
    if before[key] ?? "STANDARD" == after[key] ?? "STANDARD" { return [] }
    return rejected(
      id, "the class of the log group `\(id)` cannot be changed",
      help: "use another name and logical ID for a log group of another class")
  }

  /// The update request fails, whatever the `UpdateReplacePolicy` is (source: CloudFormation user guide, AWS::KMS::Key).
  func changesOfKey(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let lasting = [
      "KeySpec": "SYMMETRIC_DEFAULT", "KeyUsage": "ENCRYPT_DECRYPT", "MultiRegion": "false", "Origin": "AWS_KMS",
    ]
    let changed = lasting.filter { name, usual in
      (before[name] ?? .string(usual)).canonical.isSame(as: (after[name] ?? .string(usual)).canonical) == false
    }.keys.sorted()
    guard let name = changed.first else { return [] }
    return rejected(
      id, "KMS does not change `\(name)` of the key `\(id)`",
      help: "use another logical ID for another key, and keep this one")
  }

  /// Elastic Load Balancing changes the attributes that it gets, and no others (source: cloudformation-coverage-roadmap
  /// issue 554).
  func changesOfAttributes(_ id: String, _ key: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    guard let old = named(before[key], by: "Key"), let new = named(after[key] ?? .list([]), by: "Key") else {
      return []
    }
    let removed = old.members.filter { attribute in
      let value = attribute.value.object?["Value"]?.scalar
      return new[attribute.key] == nil && value != nil && value != StackChanges.defaultAttributes[attribute.key]
    }.map(\.key)
    // Without stickiness, its settings have no effect.
    let isSticky = removed.contains(StackChanges.stickiness)
    let kept = removed.filter { !isSticky || $0 == StackChanges.stickiness || !$0.hasPrefix("stickiness.") }
    if kept.isEmpty { return [] }
    let values = kept.map { key in
      "`\(key)` to \(StackChanges.defaultAttributes[key].map { "`\($0)`, the default" } ?? "another value")"
    }
    return [
      UpdateNote(
        .updateKeeps,
        "the attribute\(kept.count == 1 ? "" : "s") \(UpdateNote.list(kept)) of `\(id)` may stay in effect although the template has none",
        id: id,
        help: "instead of removing \(kept.count == 1 ? "it" : "them"), set \(values.joined(separator: "; "))")
    ]
  }

  private static let stickiness = "stickiness.enabled"

  /// Defaults that do not depend on the type of load balancer.
  private static let defaultAttributes = [
    "access_logs.s3.enabled": "false", "deletion_protection.enabled": "false",
    "deregistration_delay.timeout_seconds": "300", "idle_timeout.timeout_seconds": "60",
    "routing.http.drop_invalid_header_fields.enabled": "false", "routing.http2.enabled": "true",
    "slow_start.duration_seconds": "0", stickiness: "false",
  ]

  private func types(ofRecords config: Object) -> [String]? {
    guard case .list(let records)? = config["DnsRecords"] else { return nil }
    let types = records.compactMap { $0.object?["Type"]?.text }
    return types.count == records.count ? types.sorted() : nil
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

  func rejected(_ id: String, _ message: String, help: String) -> [UpdateNote] {
    [UpdateNote(.updateRejected, "the update fails: \(message)", id: id, help: help)]
  }
}
