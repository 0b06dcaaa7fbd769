import SpecReading

/// The subnets of a VPC that is created: which there are, and their addresses.
struct SubnetLayout {
  /// One subnet.
  struct Subnet {
    let group: String
    let type: SubnetType
    /// Counts from 1 within its group; also the number of its zone.
    let number: Int
    /// Empty where a function gives it.
    let cidr: String
    /// The block as its author wrote it.
    let written: Given<String>?
  }

  /// A group of them.
  private struct Group {
    let name: String
    let type: SubnetType
    var mask: Int?
    var cidrs: Names?
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
    let cidrs = vpc.subnets?.compactMap { $0.value.cidrs } ?? []
    let zones =
      vpc.availabilityZones?.items.count ?? vpc.maxAzs?.literal ?? cidrs.map { $0.items.count }.max().map { min($0, 6) }
      ?? 2
    self.zones = zones
    var groups = [Group(name: "public", type: .public), Group(name: "private", type: .private)]
    if let written = vpc.subnets {
      groups = written.map {
        Group(
          name: $0.name, type: $0.value.type.literal ?? .private, mask: $0.value.mask?.literal, cidrs: $0.value.cidrs)
      }
    }
    // A rule reports an invalid block; subnets are laid out in the default then.
    let written = vpc.cidr?.literal.flatMap { CidrBlock($0) }
    let isBlock = written.map { CidrBlock.vpcPrefixes.contains($0.prefix) } ?? false
    let block = isBlock ? written ?? .vpcDefault : .vpcDefault
    let open = groups.filter { $0.cidrs == nil }
    let total = groups.reduce(0) { $0 + ($1.cidrs.map { min(zones, $0.items.count) } ?? zones) }
    let taken = cidrs.flatMap(\.items).compactMap { $0.literal.flatMap { CidrBlock($0) } }
    // Of a function's addresses nothing is known but how they are cut.
    let masks = Set(open.compactMap(\.mask))
    let isFunction = vpc.cidr.map { $0.literal == nil } ?? false
    if isFunction { groups = groups.map { Group(name: $0.name, type: $0.type, cidrs: $0.cidrs) } }
    let wanted = open.map { isFunction ? nil : $0.mask }
    hostBits = isFunction ? 32 - (masks.max() ?? 24) : nil
    hasUnequalBlocks = isFunction && masks.count > 1
    var blocks =
      ([8, 4, 2].lazy.filter { $0 >= zones }.compactMap { SubnetLayout.grid(wanted, block, places: $0, taken) }.first
      ?? SubnetLayout.packed(wanted, block, zones: zones, taken))[...]
    subnets = groups.flatMap { group in
      if let cidrs = group.cidrs {
        return cidrs.items.prefix(zones).enumerated().map { zone, cidr in
          Subnet(group: group.name, type: group.type, number: zone + 1, cidr: cidr.literal ?? "", written: cidr)
        }
      }
      return (blocks.popFirst() ?? []).prefix(zones).enumerated().map { zone, block in
        Subnet(group: group.name, type: group.type, number: zone + 1, cidr: block.text, written: nil)
      }
    }
    unplaced = total - subnets.count
  }

  /// Blocks for each group on a grid that depends neither on the zones nor on later groups: an update must not give a new
  /// subnet a block of one that exists. Every group has room for as many zones as there are places. Nil if the VPC is
  /// too small.
  private static func grid(
    _ masks: [Int?], _ block: CidrBlock, places: Int, _ taken: [CidrBlock]
  ) -> [[CidrBlock]]? {
    var next = block.address
    var groups: [[CidrBlock]] = []
    for mask in masks {
      let prefix = mask ?? min(28, block.prefix + 6)
      let size = 1 << (32 - prefix)
      // Aligned to the size of all places together.
      next = block.address + (next - block.address + size * places - 1) / (size * places) * (size * places)
      while taken.contains(where: { $0.addresses.overlaps(next..<next + size * places) }) {
        next += size * places
      }
      guard next + size * places <= block.address + block.size else { return nil }
      groups.append((0..<places).map { CidrBlock(address: next + $0 * size, prefix: prefix) })
      next += size * places
    }
    return groups
  }

  /// Blocks for each group next to each other, as many as the VPC has room for.
  private static func packed(
    _ masks: [Int?], _ block: CidrBlock, zones: Int, _ taken: [CidrBlock]
  ) -> [[CidrBlock]] {
    // What no mask claims is shared equally by the rest, in powers of two.
    let claimed = masks.compactMap { $0 }.reduce(0) { $0 + zones << (32 - $1) }
    let open = masks.filter { $0 == nil }.count * zones
    let used = taken.reduce(0) { $0 + $1.size }
    let share = open == 0 ? 0 : max(0, block.size - claimed - used) / open
    let sharedPrefix = share == 0 ? 32 : 32 - (Int.bitWidth - 1 - share.leadingZeroBitCount)
    // The largest come first, so that none of the rest is lost between them.
    let prefixes = masks.map { $0 ?? sharedPrefix }
    let order = masks.indices.sorted { (prefixes[$0], $0) < (prefixes[$1], $1) }
    var next = block.address
    var placed: [[CidrBlock]] = masks.map { _ in [] }
    for index in order {
      let size = 1 << (32 - prefixes[index])
      for _ in 0..<zones {
        while let other = taken.first(where: { $0.addresses.overlaps(next..<next + size) }) {
          next = (other.addresses.upperBound + size - 1) / size * size
        }
        guard next + size <= block.address + block.size, prefixes[index] <= 28 else { continue }
        placed[index].append(CidrBlock(address: next, prefix: prefixes[index]))
        next += size
      }
    }
    return placed
  }

  /// The number of a subnet's block where CloudFormation divides the VPC: each group has eight, one for each zone.
  func blockIndex(of subnet: Subnet) -> Int {
    var groups: [String] = []
    for other in subnets where groups.last != other.group { groups.append(other.group) }
    return (groups.firstIndex(of: subnet.group) ?? 0) * 8 + subnet.number - 1
  }

  /// The subnets of a type.
  func of(_ type: SubnetType) -> [Subnet] { subnets.filter { $0.type == type } }

  /// The subnets of a type, the first one of each zone.
  func onePerZone(_ type: SubnetType) -> [Subnet] {
    var zones: Set<Int> = []
    return of(type).filter { zones.insert($0.number).inserted }
  }
}
