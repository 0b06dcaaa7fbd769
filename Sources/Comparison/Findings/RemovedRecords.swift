import CloudFormation
import Diagnostics
import Gateway

/// DNS records that are deleted while what they lead to stays, such as the domain of an API.
struct RemovedRecords {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::Route53::RecordSet"

  init(_ changes: StackChanges) {
    // A and AAAA records of one name are one address.
    var removed: [(name: Value, id: String, target: String)] = []
    for change in changes.all where change.type == RemovedRecords.type && change.action == .deleted {
      guard !change.isRetained, let old = changes.old.template[change.id]?.properties,
        let name = RemovedRecords.name(of: old), !removed.contains(where: { $0.name == name }),
        let target = RemovedRecords.target(of: old), changes.stays(target)
      else { continue }
      removed.append((name, change.id, target))
    }
    if removed.isEmpty { return }
    let left = Set(changes.new.template.resources.flatMap(RemovedRecords.names))
    for record in removed where !left.contains(record.name) {
      notes.append(
        UpdateNote(
          .updateAddress,
          "the DNS record of `\(record.name.words)` is deleted: the name no longer leads to `\(record.target)`",
          id: record.id, help: "deploy without it when another record exists"))
    }
  }

  /// The names of the records of a resource.
  private static func names(_ resource: Resource) -> [Value] {
    switch resource.type {
    case type: return [name(of: resource.properties)].compactMap { $0 }
    case "AWS::Route53::RecordSetGroup":
      guard case .list(let records)? = resource.properties["RecordSets"] else { return [] }
      return records.compactMap { $0.object.flatMap(name) }
    default: return []
    }
  }

  private static func name(of record: Object) -> Value? {
    record["Name"].map { name in name.text.map { .string($0.domainName) } ?? name.canonical }
  }

  /// The resource of the stack that an alias record leads to.
  private static func target(of record: Object) -> String? {
    record["AliasTarget"]?.object?["DNSName"]?.firstReference { _ in true }
  }
}
