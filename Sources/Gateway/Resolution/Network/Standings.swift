import CloudFormation
import SpecReading
import YAMLTree

/// Finds out what stands where.
struct Standings {
  let names: SpecNames
  let values: RawValues
  private(set) var all: [Standing] = []
  private let known: KnownNetworks

  init(_ values: RawValues, _ targets: [AnsweringTarget]) {
    names = values.names
    self.values = values
    let spec = names.spec
    let functions = spec.functions.compactMap { element -> (Named<FunctionElement>, CreatedFunction)? in
      guard case .created(let function) = element.value.form, function.vpc != nil || function.subnets != nil else {
        return nil
      }
      return (element, function)
    }
    if functions.isEmpty, spec.vpcLinks.isEmpty, spec.loadBalancers.isEmpty, spec.cloudMapServices.isEmpty,
      spec.vpcs.isEmpty
    {
      known = KnownNetworks()
      return
    }
    known = KnownNetworks(values)
    for element in spec.vpcLinks {
      guard case .created(let link) = element.value.form, element.value.version?.literal != .first else { continue }
      add(.link, "the VPC link `\(element.name)`", element.mark, vpc: link.vpc, link.subnets, link.securityGroups)
    }
    for element in spec.loadBalancers {
      guard case .created(let balancer) = element.value.form else { continue }
      add(
        .balancer(element.value.knownType), "the load balancer `\(element.name)`", element.mark,
        vpc: balancer.vpc, balancer.subnets, balancer.securityGroups,
        default: balancer.scheme?.literal == .internetFacing ? [.public] : [.private, .isolated], onePerZone: true)
    }
    for (element, function) in functions {
      add(
        .function, "the function `\(element.name)`", element.mark, vpc: function.vpc, function.subnets,
        function.securityGroups)
    }
    addSharedLinks(targets)
  }

  /// The links that are written for targets that name none.
  private mutating func addSharedLinks(_ targets: [AnsweringTarget]) {
    var seen: Set<String> = []
    for answering in targets where answering.isServed && !answering.api.value.isWebSocket {
      guard let target = answering.privateTarget, case .shared(let vpc) = names.linkSource(of: target),
        let name = vpc.name, seen.insert(name).inserted, let mark = names.mark(of: "vpcs.\(name)")
      else { continue }
      add(.link, "the VPC link into `\(name)`", mark, vpc: Given(name, at: mark), nil, nil)
      all[all.count - 1].sharedBy = name
    }
  }

  private mutating func add(
    _ kind: Standing.Kind, _ words: String, _ owner: Mark, vpc given: Given<String>?, _ chosen: Names?,
    _ groups: Names?,
    default types: [SubnetType] = [.private, .isolated], onePerZone: Bool = false
  ) {
    let vpc = given.flatMap { names.vpc($0) }
    var found: (subnets: [StandingSubnet], areAll: Bool) = ([], true)
    if let chosen {
      found.areAll = chosen.intrinsic == nil || !chosen.items.isEmpty
      for item in chosen.items { add(item, of: vpc, onePerZone, to: &found) }
    } else if let vpc {
      for type in types where found.subnets.isEmpty && found.areAll { add(type, of: vpc, onePerZone, to: &found) }
    }
    guard let mark = chosen?.mark ?? vpc?.zonesMark(types) ?? given?.mark else { return }
    all.append(
      Standing(
        kind: kind, words: words,
        owners: [owner] + (vpc?.name.flatMap { names.mark(of: "vpcs.\($0)") }.map { [$0] } ?? []),
        vpc: given.flatMap { VpcIdentity($0, values) }, vpcMark: given?.mark, mark: mark,
        areChosen: chosen != nil, subnets: found.subnets,
        areAllKnown: found.areAll,
        groups: (groups?.items ?? []).compactMap { group($0) }))
  }

  // MARK: Subnets

  private func add(
    _ item: Given<String>, of vpc: ResolvedVpc?, _ onePerZone: Bool,
    to found: inout (subnets: [StandingSubnet], areAll: Bool)
  ) {
    if let id = values.subnetId(item) {
      add(id, at: item.mark, to: &found)
    } else if let text = item.literal, let vpc {
      if let type = SubnetType(rawValue: text) {
        let before = found.subnets.count
        add(type, of: vpc, onePerZone, to: &found)
        for index in before..<found.subnets.count { found.subnets[index].mark = item.mark }
      } else if case .created(let name, let created) = vpc {
        for subnet in SubnetLayout(created).subnets where subnet.group == text {
          add(.ref(names.id(.subnet(name, subnet.group, subnet.number))), at: item.mark, to: &found)
        }
      }
    } else {
      found.areAll = false
    }
  }

  private func add(
    _ type: SubnetType, of vpc: ResolvedVpc, _ onePerZone: Bool,
    to found: inout (subnets: [StandingSubnet], areAll: Bool)
  ) {
    switch vpc {
    case .created(let name, let created):
      let layout = SubnetLayout(created)
      if layout.unplaced > 0 { found.areAll = false }
      for subnet in onePerZone ? layout.onePerZone(type) : layout.of(type) {
        if let known = known.subnets[.ref(names.id(.subnet(name, subnet.group, subnet.number)))] {
          found.subnets.append(known)
        }
      }
    case .imported(let name, let imported):
      guard let listed = imported.subnets(type) else { return }
      if listed.items.isEmpty, listed.intrinsic != nil { found.areAll = false }
      for item in listed.items {
        let before = found.subnets.count
        add(values.subnetId(item) ?? values.value(item), at: item.mark, to: &found)
        // It may be written in several VPCs: here it is this one's.
        for index in before..<found.subnets.count {
          found.subnets[index].home = names.index(name, in: "vpcs").flatMap { VpcIdentity(names.spec.vpcs[$0], values) }
        }
      }
    case .outside: found.areAll = false
    }
  }

  private func add(_ id: Value, at mark: Mark, to found: inout (subnets: [StandingSubnet], areAll: Bool)) {
    if case .list(let ids) = id {
      for id in ids { add(id, at: mark, to: &found) }
    } else if var known = known.subnets[id] {
      known.mark = mark
      found.subnets.append(known)
    } else if case .string = id {
      found.subnets.append(StandingSubnet(id: id, mark: mark))
    } else {
      found.areAll = false
    }
  }

  // MARK: Security groups

  private func group(_ item: Given<String>) -> Standing.Group? {
    let id: String
    switch names.find(.securityGroup, item) {
    case .element(let index): id = names.id(.securityGroup(names.spec.securityGroups[index].name))
    case .resource(let name): id = name
    case .intrinsic(let node):
      switch values.value(node) {
      case .ref(let name), .getAtt(let name, "GroupId"): id = name
      default: return nil
      }
    case .literal, nil: return nil
    }
    return known.groups[id].map { Standing.Group(mark: item.mark, words: item.literal ?? id, vpc: $0) }
  }
}

extension ResolvedVpc {
  /// Where the VPC says what subnets it has.
  fileprivate func zonesMark(_ types: [SubnetType]) -> Mark? {
    switch self {
    case .created(_, let vpc): vpc.availabilityZones?.mark ?? vpc.maxAzs?.mark
    case .imported(_, let vpc): types.lazy.compactMap { vpc.subnets($0)?.mark }.first
    case .outside: nil
    }
  }
}
