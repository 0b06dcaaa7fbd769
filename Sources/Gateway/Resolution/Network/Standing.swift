import CloudFormation
import SpecReading
import YAMLTree

/// Something that stands in subnets of a VPC, with its security groups: as far as the spec tells.
struct Standing {
  /// What stands there.
  enum Kind: Equatable {
    case link, function
    case balancer(LoadBalancerType?)
  }

  /// A security group whose VPC is known.
  struct Group {
    let mark: Mark
    let words: String
    let vpc: VpcIdentity
  }

  let kind: Kind
  /// How messages call it.
  let words: String
  /// Where the elements stand that tell all this: what could not be read of one of them might change it.
  let owners: [Mark]
  /// The VPC that it is said to stand in.
  let vpc: VpcIdentity?
  /// Where that is said.
  let vpcMark: Mark?
  /// Where its subnets are decided: `subnets`, or what the VPC says of its own.
  let mark: Mark
  /// Whether `subnets` are written on it.
  let areChosen: Bool
  /// Its subnets, as far as they are known.
  let subnets: [StandingSubnet]
  /// Whether these are all.
  let areAllKnown: Bool
  let groups: [Group]
  /// The name of the VPC, of a link that all targets in it share.
  var sharedBy: String?

  /// Whether it is an application load balancer in one subnet, where it needs two.
  var lacksSecondZone: Bool { kind == .balancer(.application) && areAllKnown && subnets.count == 1 }

  /// The first subnet that is surely not in the VPC of the others.
  var stray: (subnet: StandingSubnet, home: VpcIdentity, expected: VpcIdentity)? {
    var expected = vpc
    for subnet in subnets {
      guard let home = subnet.home else { continue }
      if let expected, home.surelyDiffers(from: expected) { return (subnet, home, expected) }
      expected = expected ?? home
    }
    return nil
  }
}

/// A subnet that something stands in.
struct StandingSubnet {
  /// What gives its id.
  let id: Value
  /// The VPC that it is a part of.
  var home: VpcIdentity?
  /// Its zone, as CloudFormation gets it.
  var zone: Value?
  /// Where its zone is written.
  var zoneMark: Mark?
  /// Where it was chosen.
  var mark: Mark

  /// For messages.
  var words: String? {
    switch id {
    case .string(let text), .ref(let text): text
    default: nil
    }
  }
}

extension CreatedVpc {
  /// The zone of a number, counted from 1.
  func zone(_ number: Int, _ values: RawValues) -> (value: Value, mark: Mark?) {
    guard let zones = availabilityZones?.items, zones.indices.contains(number - 1) else {
      return (["Fn::Select": [.int(number - 1), ["Fn::GetAZs": ""]]], nil)
    }
    return (values.value(zones[number - 1]), zones[number - 1].mark)
  }
}
