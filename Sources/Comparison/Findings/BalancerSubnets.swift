import CloudFormation
import Diagnostics
import Gateway

/// Load balancers that would get subnets or security groups which Elastic Load Balancing rejects: CloudFormation changes
/// them in place.
struct BalancerSubnets {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges
  /// Subnets whose creation fails.
  private let failing: Set<String>
  private static let anotherKey =
    "use another key or logical ID for the load balancer: the new one is created before the old one is deleted"

  /// `causes`: resources whose replacement fails.
  init(_ changes: StackChanges, besides failing: Set<String>, and causes: Set<String>) {
    (self.changes, self.failing) = (changes, failing)
    for change in changes.all
    where change.type == "AWS::ElasticLoadBalancingV2::LoadBalancer" && change.action == .changed {
      guard let before = changes.old.template[change.id], let after = changes.new.template[change.id] else { continue }
      let (old, new) = (Network(before, changes.old.template), Network(after, changes.new.template))
      if let other = new.vpc?.reference, causes.contains(other) { continue }
      if let one = old.vpc, let other = new.vpc, one != other || changes.isFresh(other.reference) {
        notes.append(
          note(
            change, "the load balancer `\(change.id)` cannot leave its VPC",
            help: "keep the VPC as it was; or " + BalancerSubnets.anotherKey))
      } else if after.properties["Type"] != "network" {
        continue
      } else if before.hasSecurityGroups == false, after.hasSecurityGroups != false {
        notes.append(
          note(
            change, "the load balancer `\(change.id)` was created without security groups, and cannot get any",
            help: BalancerSubnets.anotherKey))
      } else if before.hasSecurityGroups == true, after.properties["SecurityGroups"] == .list([]) {
        // Source: terraform-provider-aws#32987 (`ValidationError`).
        notes.append(
          note(
            change, "the load balancer `\(change.id)` cannot lose all of its security groups",
            help: "keep one that admits the same traffic; or " + BalancerSubnets.anotherKey))
      } else if let subnet = subnetOfUsedZone(old, new) {
        notes.append(
          note(
            change, "the load balancer `\(change.id)` has another subnet in the zone of `\(subnet)`",
            help: "remove the old subnet in one deployment and add the new one in the next one; or "
              + BalancerSubnets.anotherKey))
      }
    }
    notes = UpdateNote.merged(notes)
  }

  /// A new subnet in a zone where a network load balancer has one already.
  private func subnetOfUsedZone(_ old: Network, _ new: Network) -> String? {
    let zones = old.subnets.compactMap { changes.old.template[$0]?.zone }
    return new.subnets.first { id in
      guard !failing.contains(id), changes.isFresh(id) || !old.subnets.contains(id),
        let zone = changes.new.template[id]?.zone
      else { return false }
      return zones.contains(zone)
    }
  }

  private func note(_ change: ResourceChange, _ message: String, help: String) -> UpdateNote {
    UpdateNote(.updateSubnets, "the update fails: \(message)", id: change.id, help: help)
  }
}

/// The subnets of a load balancer that are in its stack, and its VPC, if that of one or of a security group is known.
private struct Network {
  private(set) var subnets: [String] = []
  private(set) var vpc: Value?

  init(_ balancer: Resource, _ template: Template) {
    var groups: [String] = []
    for name in ["Subnets", "SubnetMappings"] { balancer.properties[name]?.forEachReference { subnets.append($0) } }
    balancer.properties["SecurityGroups"]?.forEachReference { groups.append($0) }
    vpc = (subnets + groups).lazy.compactMap { template[$0]?.properties["VpcId"] }.first
  }
}

extension Resource {
  /// Whether a load balancer has security groups; nil if that is unknown.
  fileprivate var hasSecurityGroups: Bool? {
    switch properties["SecurityGroups"] {
    case nil: false
    case .list(let groups)?: !groups.isEmpty
    default: nil
    }
  }

  /// The zone of a subnet.
  var zone: Value? { properties["AvailabilityZone"] ?? properties["AvailabilityZoneId"] }
}
