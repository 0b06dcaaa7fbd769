import CloudFormation
import Diagnostics
import Gateway

/// New subnets with addresses that old ones of their VPC still have: they are created before those are deleted.
struct SubnetAddresses {
  static let type = "AWS::EC2::Subnet"

  private(set) var notes: [UpdateNote] = []
  /// The new subnets that fail.
  private(set) var clashing: Set<String> = []

  init(_ changes: StackChanges) {
    let concerned = changes.all.filter { $0.type == SubnetAddresses.type && $0.action != .deleted }
    if concerned.isEmpty { return }
    let old = changes.old.template.resources.flatMap { SubnetBlock.all(of: $0, in: changes.old.template) }
    // One mistake often moves all subnets of a VPC.
    var byVpc: [Value: [(block: SubnetBlock, owner: String)]] = [:]
    var order: [Value] = []
    for change in concerned {
      guard let subnet = changes.new.template[change.id] else { continue }
      let blocks = SubnetBlock.all(of: subnet, in: changes.new.template)
      guard let block = blocks.first, !changes.isFresh(block.vpc.reference) else { continue }
      let own = change.isFresh ? [] : old.filter { $0.id == change.id }
      let clash = blocks.lazy.compactMap { block in
        old.first { other in
          // A subnet that stays has its own addresses.
          other.overlaps(block) && (change.isFresh || other.id != change.id)
            && changes.conditionsOfBoth.mayMeet(
              new: block.guards, old: other.guards, without: own.filter { $0.overlaps(block) }.map(\.guards))
        }.map { (block, $0.id) }
      }.first
      guard let clash else { continue }
      clashing.insert(change.id)
      if byVpc[block.vpc] == nil { order.append(block.vpc) }
      byVpc[block.vpc, default: []].append(clash)
    }
    for vpc in order { if let subnets = byVpc[vpc] { notes.append(SubnetAddresses.note(subnets)) } }
  }

  private static func note(_ subnets: [(block: SubnetBlock, owner: String)]) -> UpdateNote {
    let first = subnets[0]
    let others = subnets.dropFirst().map { "`\($0.block.id)`" }.joined(separator: ", ")
    let more = others.isEmpty ? "" : ", and so are those of \(others)"
    return UpdateNote(
      .updateCollision,
      "the update fails: the addresses \(first.block.text) of the new `\(first.block.id)` are still in use by "
        + (first.block.id == first.owner ? "the old one" : "`\(first.owner)`") + more,
      id: first.block.id,
      help:
        "keep the order and the size of zones and groups, and write new groups last; or remove the old subnets in one "
        + "deployment and add the new ones in the next one")
  }
}
