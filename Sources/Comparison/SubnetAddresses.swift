import CloudFormation
import Diagnostics
import Gateway

/// New subnets with addresses that old ones of their VPC still have: they are created before those are deleted.
struct SubnetAddresses {
  static let type = "AWS::EC2::Subnet"

  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    let fresh = changes.all.filter { $0.type == SubnetAddresses.type && $0.isFresh }
    if fresh.isEmpty { return }
    let old = changes.old.template.resources.compactMap(SubnetAddresses.block)
    // One mistake often moves all subnets of a VPC.
    var byVpc: [Value: [(id: String, block: CidrBlock, owner: String)]] = [:]
    var order: [Value] = []
    for change in fresh {
      guard let new = changes.new.template[change.id].flatMap(SubnetAddresses.block),
        !(new.vpc.reference.flatMap { changes[$0]?.isFresh } ?? false),
        let owner = old.first(where: { $0.vpc == new.vpc && $0.block.addresses.overlaps(new.block.addresses) })
      else { continue }
      if byVpc[new.vpc] == nil { order.append(new.vpc) }
      byVpc[new.vpc, default: []].append((change.id, new.block, owner.id))
    }
    for vpc in order { if let subnets = byVpc[vpc] { notes.append(SubnetAddresses.note(subnets)) } }
  }

  private static func note(_ subnets: [(id: String, block: CidrBlock, owner: String)]) -> UpdateNote {
    let first = subnets[0]
    let others = subnets.dropFirst().map { "`\($0.id)`" }.joined(separator: ", ")
    let more = others.isEmpty ? "" : ", and so are those of \(others)"
    return UpdateNote(
      .updateCollision,
      "the update fails: the addresses \(first.block.text) of the new `\(first.id)` are still in use by "
        + (first.id == first.owner ? "the old one" : "`\(first.owner)`") + more,
      topic: .collision, id: first.id,
      help:
        "keep the order and the size of zones and groups, and write new groups last; or remove the old subnets in one "
        + "deployment and add the new ones in the next one")
  }

  private static func block(of subnet: Resource) -> (id: String, vpc: Value, block: CidrBlock)? {
    guard subnet.type == type, let vpc = subnet.properties["VpcId"],
      let block = subnet.properties["CidrBlock"]?.text.flatMap(CidrBlock.init(rounding:))
    else { return nil }
    return (subnet.id, vpc.identity, block)
  }
}
