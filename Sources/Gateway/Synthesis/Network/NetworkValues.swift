import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// The VPC of a function or VPC link, or the first of its subnets: their IDs and those of security groups do not need
  /// a VPC, an own security group does.
  func attachment(to vpc: Given<String>?, _ subnets: Names?, _ groups: Names?) -> Given<String>? {
    vpc ?? (groups == nil ? nil : subnets?.items.first)
  }

  /// The ids of subnets: those that were asked for, or the first of the default types that the VPC has.
  /// A load balancer takes one subnet a zone.
  mutating func subnets(
    _ wanted: Names?, of vpc: ResolvedVpc, default types: [SubnetType], onePerZone: Bool = false, at mark: Mark
  ) -> Value {
    if let list = wanted.flatMap({ wholeList($0) }) { return list }
    guard let wanted else {
      for type in types {
        let ids = values.subnetIds(type, of: vpc, onePerZone: onePerZone)
        if !ids.isEmpty { return values.joined(ids) }
      }
      let kinds = types.map(\.rawValue).joined(separator: " or ")
      var mark = mark
      // An empty list is where they are missing.
      if case .imported(_, let imported) = vpc {
        mark = types.lazy.compactMap { imported.subnets($0)?.mark }.first ?? mark
      }
      // Subnets that could not be read are reported there.
      if let owner = vpc.name.flatMap({ names.mark(of: "vpcs.\($0)") }), !spec.isWhole(owner) { return [] }
      // So are those that do not fit into the VPC.
      if case .created(_, let created) = vpc, SubnetLayout(created).unplaced > 0 { return [] }
      fail(.noSubnets, at: mark, "the VPC has no \(kinds) subnets in the spec", help: wayToSubnets(types[0], of: vpc))
      return []
    }
    var ids: [Value] = []
    for item in wanted.items { ids += subnet(item, of: vpc, onePerZone) }
    return values.joined(ids)
  }

  /// The help where a VPC has no subnets of a type.
  private func wayToSubnets(_ type: SubnetType, of vpc: ResolvedVpc) -> String {
    switch vpc {
    case .created: "name the ones to use in `subnets`"
    case .imported(let name, _): "give `vpcs.\(name)` its `\(type.rawValue)Subnets`"
    case .outside: "write the VPC in `vpcs`, with its `id` and its `\(type.rawValue)Subnets`"
    }
  }

  private mutating func subnet(_ item: Given<String>, of vpc: ResolvedVpc, _ onePerZone: Bool) -> [Value] {
    if let id = values.subnetId(item) { return [id] }
    let text = item.literal ?? ""
    if let type = SubnetType(rawValue: text) {
      let ids = values.subnetIds(type, of: vpc, onePerZone: onePerZone)
      if ids.isEmpty {
        let known = SubnetType.allCases.filter { !values.subnetIds($0, of: vpc).isEmpty }.map(\.rawValue)
        fail(
          .noSubnets, at: item.mark, "the VPC has no \(text) subnets in the spec",
          help: known.isEmpty ? wayToSubnets(type, of: vpc) : "it has " + Suggestion.list(known))
      }
      return ids
    }
    guard case .created(let name, let created) = vpc else {
      fail(
        .unknownName, at: item.mark, "there are no subnets named \(Reader.quoted(text))",
        help: "use a type (`private`), or IDs")
      return []
    }
    let subnets = SubnetLayout(created).subnets
    let ids = subnets.filter { $0.group == text }.map { Value.ref(names.id(.subnet(name, $0.group, $0.number))) }
    if ids.isEmpty {
      let groups = Set(subnets.map(\.group)).union(SubnetType.allCases.map(\.rawValue)).sorted()
      fail(
        .unknownName, at: item.mark, "`vpcs.\(name)` has no group of subnets named \(Reader.quoted(text))",
        help: Suggestion.help(for: text, among: groups))
    }
    return ids
  }
}
