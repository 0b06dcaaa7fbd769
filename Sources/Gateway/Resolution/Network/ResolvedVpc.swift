import SpecReading
import YAMLTree

/// A VPC that is found by its name.
enum ResolvedVpc {
  case created(String, CreatedVpc)
  case imported(String, ImportedVpc)
  /// An id, a resource or a function: nothing is known but its id.
  case outside(Given<String>)

  /// Its name in `vpcs`.
  var name: String? {
    switch self {
    case .created(let name, _), .imported(let name, _): name
    case .outside: nil
    }
  }

  /// The settings that decide which subnets of some types it has.
  func zonesNode(_ types: [SubnetType]) -> Node? {
    switch self {
    case .created(_, let vpc): vpc.availabilityZones?.node ?? vpc.maxAzs?.node
    case .imported(_, let vpc): types.lazy.compactMap { vpc.subnets($0)?.node }.first
    case .outside: nil
    }
  }
}

extension SpecNames {
  /// The VPC of a name.
  func vpc(_ name: Given<String>) -> ResolvedVpc? {
    switch find(.vpc, name) {
    case .element(let index):
      switch spec.vpcs[index].value.form {
      case .created(let vpc): .created(spec.vpcs[index].name, vpc)
      case .imported(let vpc): .imported(spec.vpcs[index].name, vpc)
      case nil: nil
      }
    case .resource, .literal, .intrinsic: .outside(name)
    case nil: nil
    }
  }

  /// The addresses of a VPC that the stack creates, if they are known.
  func block(ofVpc name: Given<String>) -> CidrBlock? {
    guard case .created(_, let vpc) = self.vpc(name) else { return nil }
    return vpc.cidr == nil ? .vpcDefault : vpc.cidr?.literal.flatMap { CidrBlock($0) }
  }

  /// The VPC of a service's instances, if known.
  func vpc(ofService name: Given<String>) -> Given<String>? {
    guard case .element(let index) = find(.service, name) else { return nil }
    switch spec.cloudMapServices[index].value.form {
    case .imported(let service): return service.vpc
    case .created(let service):
      guard case .element(let index) = find(.namespace, service.namespace) else { return nil }
      switch spec.cloudMapNamespaces[index].value.form {
      case .created(let namespace): return namespace.vpc
      case .imported(let namespace): return namespace.vpc
      case nil: return nil
      }
    case nil: return nil
    }
  }
}
