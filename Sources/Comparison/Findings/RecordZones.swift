import CloudFormation
import Diagnostics
import Gateway

/// Records whose hosted zone is named in another way: they are created beside themselves if it is the same zone.
struct RecordZones {
  private(set) var notes: [UpdateNote] = []
  private static let types: Set = ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup"]

  init(_ changes: StackChanges) {
    for change in changes.all where change.action == .replaced && RecordZones.types.contains(change.type) {
      guard let old = changes.old.template[change.id]?.properties,
        let new = changes.new.template[change.id]?.properties,
        RecordZones.isById(old) != RecordZones.isById(new),
        // A zone of the stack may be new.
        !changes.isFresh(new["HostedZoneId"]?.reference)
      else { continue }
      let names = RecordZones.names(old)
      guard let name = RecordZones.names(new).first(where: names.contains) else { continue }
      notes.append(
        UpdateNote(
          .updateCollision,
          "the update fails if the hosted zone is the same: the record `\(name)` already exists; `\(change.id)` is "
            + "replaced because of `HostedZoneId` and `HostedZoneName`",
          id: change.id, help: "keep the property that names the hosted zone"))
    }
  }

  private static func isById(_ properties: Object) -> Bool { properties["HostedZoneId"] != nil }

  private static func names(_ properties: Object) -> [String] {
    guard case .list(let records)? = properties["RecordSets"] else {
      return [properties["Name"]?.text?.domainName].compactMap(\.self)
    }
    return records.compactMap { $0.object?["Name"]?.text?.domainName }
  }
}
