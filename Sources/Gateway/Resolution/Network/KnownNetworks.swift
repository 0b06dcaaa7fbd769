import CloudFormation
import SpecReading
import YAMLTree

/// The subnets and security groups of which the spec tells where they are.
struct KnownNetworks {
  /// Subnets by what gives their id.
  private(set) var subnets: [Value: StandingSubnet] = [:]
  /// The VPCs of security groups that the stack creates, by logical id.
  private(set) var groups: [String: VpcIdentity] = [:]

  /// None, where nothing stands in any.
  init() {}

  init(_ values: RawValues) {
    learnSubnets(values)
    learnGroups(values)
  }

  private mutating func learnSubnets(_ values: RawValues) {
    for element in values.names.spec.vpcs {
      let home = VpcIdentity(element, values)
      switch element.value.form {
      case .created(let vpc):
        for subnet in SubnetLayout(vpc).subnets {
          let id = Value.ref(values.names.id(.subnet(element.name, subnet.group, subnet.number)))
          let zone = vpc.zone(subnet.number, values)
          subnets[id] = StandingSubnet(
            id: id, home: home, zone: zone.value, zoneMark: zone.mark, mark: zone.mark ?? element.mark)
        }
      case .imported(let vpc):
        for item in SubnetType.allCases.flatMap({ vpc.subnets($0)?.items ?? [] }) {
          guard let id = item.literal, id.hasPrefix("subnet-") else { continue }
          let other = subnets.updateValue(
            StandingSubnet(id: .string(id), home: home, mark: item.mark), forKey: .string(id))
          if other != nil { subnets[.string(id)]?.home = nil }
        }
      case nil: break
      }
    }
    for resource in values.names.spec.resources where values.names.resourceTypes[resource.name] == "AWS::EC2::Subnet" {
      let properties = values.value(resource.value.node).object?["Properties"]?.object
      subnets[.ref(resource.name)] = StandingSubnet(
        id: .ref(resource.name), home: properties?["VpcId"].flatMap { VpcIdentity($0, values) },
        zone: (properties?["AvailabilityZone"] ?? properties?["AvailabilityZoneId"]).flatMap(zone),
        zoneMark: resource.mark, mark: resource.mark)
    }
  }

  /// A zone that is one zone for everybody who writes it so: without one, EC2 chooses.
  private func zone(_ value: Value) -> Value? {
    value == .ref("AWS::NoValue") || value.object?["Fn::If"] != nil ? nil : value
  }

  private mutating func learnGroups(_ values: RawValues) {
    for element in values.names.spec.securityGroups {
      guard case .created(let group) = element.value.form else { continue }
      groups[values.names.id(.securityGroup(element.name))] = VpcIdentity(group.vpc, values)
    }
    for resource in values.names.spec.resources
    where values.names.resourceTypes[resource.name] == "AWS::EC2::SecurityGroup" {
      let properties = values.value(resource.value.node).object?["Properties"]?.object
      groups[resource.name] = properties?["VpcId"].flatMap { VpcIdentity($0, values) }
    }
  }
}
