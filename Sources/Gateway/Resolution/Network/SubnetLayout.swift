import SpecReading

/// The subnets of a VPC that is created: which there are, and their addresses.
struct SubnetLayout {
  /// One subnet.
  struct Subnet {
    let group: String
    let type: SubnetType
    /// Counts from 1 within its group; also the number of its zone.
    let number: Int
    let cidr: String
  }

  let subnets: [Subnet]
  /// How many bits of an address distinguish the hosts of a subnet, where the VPC's `cidr` is a function: CloudFormation
  /// then cuts it into equal blocks.
  let hostBits: Int?
  /// Whether different masks are asked for where that cannot be.
  let hasUnequalBlocks: Bool
  /// How many subnets found no room in the VPC's addresses.
  let unplaced: Int
  let zones: Int

  init(_ vpc: CreatedVpc) {
    let zones = vpc.availabilityZones.map(\.items.count) ?? vpc.maxAzs?.literal ?? 2
    self.zones = zones
    var groups: [(name: String, type: SubnetType, mask: Int?)] = [("public", .public, nil), ("private", .private, nil)]
    if let written = vpc.subnets {
      groups = written.map { ($0.name, $0.value.type.literal ?? .private, $0.value.mask?.literal) }
    }
    // A rule reports an invalid block; subnets are laid out in the default then.
    let written = vpc.cidr?.literal.flatMap { CidrBlock($0) }
    let isBlock = written.map { CidrBlock.vpcPrefixes.contains($0.prefix) } ?? false
    let block = isBlock ? written ?? .vpcDefault : .vpcDefault
    let total = groups.count * zones
    // Of a function's addresses nothing is known but how they are cut.
    let masks = Set(groups.compactMap(\.mask))
    let isFunction = vpc.cidr.map { $0.literal == nil } ?? false
    if isFunction { groups = groups.map { ($0.name, $0.type, nil) } }
    hostBits = isFunction ? 32 - (masks.max() ?? 24) : nil
    hasUnequalBlocks = isFunction && masks.count > 1
    // What no mask claims is shared equally by the rest, in powers of two.
    let claimed = groups.compactMap(\.mask).reduce(0) { $0 + zones << (32 - $1) }
    let open = groups.filter { $0.mask == nil }.count * zones
    let share = open == 0 ? 0 : max(0, block.size - claimed) / open
    let sharedPrefix = share == 0 ? 32 : 32 - (Int.bitWidth - 1 - share.leadingZeroBitCount)
    // The largest come first, so that none of the rest is lost between them.
    let prefixes = groups.map { $0.mask ?? sharedPrefix }
    let order = groups.indices.sorted { (prefixes[$0], $0) < (prefixes[$1], $1) }
    var next = block.address
    var placed: [[Subnet]] = groups.map { _ in [] }
    for index in order {
      let size = 1 << (32 - prefixes[index])
      for zone in 0..<zones {
        guard next + size <= block.address + block.size, prefixes[index] <= 28 else { continue }
        let cidr = CidrBlock(address: next, prefix: prefixes[index]).text
        placed[index].append(
          Subnet(group: groups[index].name, type: groups[index].type, number: zone + 1, cidr: cidr))
        next += size
      }
    }
    subnets = placed.flatMap { $0 }
    unplaced = total - subnets.count
  }

  /// The subnets of a type.
  func of(_ type: SubnetType) -> [Subnet] { subnets.filter { $0.type == type } }

  /// The subnets of a type, the first one of each zone.
  func onePerZone(_ type: SubnetType) -> [Subnet] {
    var zones: Set<Int> = []
    return of(type).filter { zones.insert($0.number).inserted }
  }
}
