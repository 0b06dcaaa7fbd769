import CloudFormation
import Diagnostics
import Gateway

/// Mount targets in a zone where their file system still has another one: "mount target already exists in this AZ" (source:
/// terraform-provider-aws issue 2525).
struct MountTargets {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::EFS::MountTarget"

  init(_ changes: StackChanges) {
    let fresh = changes.all.filter { $0.type == MountTargets.type && ($0.action == .added || $0.action == .replaced) }
    if fresh.isEmpty { return }
    var owners: [[Value]: (id: String, subnet: Value?)] = [:]
    for target in changes.old.template.resources where target.type == MountTargets.type {
      guard let place = MountTargets.place(of: target, in: changes.old.template) else { continue }
      owners[place] = (target.id, target.properties["SubnetId"]?.canonical.identity)
    }
    for change in fresh {
      guard let target = changes.new.template[change.id],
        let place = MountTargets.place(of: target, in: changes.new.template), let owner = owners[place],
        // One in the same subnet is a finding of its own.
        owner.subnet != target.properties["SubnetId"]?.canonical.identity,
        !changes.isFresh(place[0].reference)
      else { continue }
      notes.append(
        UpdateNote(
          .updateCollision,
          "the update fails: `\(change.id)` is created while the file system `\(place[0].words)` still has "
            + (owner.id == change.id ? "its earlier mount target" : "the mount target `\(owner.id)`")
            + " in the same zone",
          id: change.id,
          help: "remove the mount target in one deployment and add it in the next one"))
    }
  }

  /// The file system and the zone of a mount target; nil if one is not known.
  private static func place(of target: Resource, in template: Template) -> [Value]? {
    guard let system = target.properties["FileSystemId"]?.canonical.identity,
      let zone = target.properties["SubnetId"]?.canonical.identity.reference.flatMap({ template[$0]?.zone })
    else { return nil }
    return [system, zone.canonical]
  }
}
