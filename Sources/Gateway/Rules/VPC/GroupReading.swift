import SpecReading
import YAMLTree

extension LoadBalancerElement {
  /// Its security groups, where they are named.
  var securityGroups: Names? {
    switch form {
    case .created(let balancer): balancer.securityGroups
    case .imported(let balancer): balancer.securityGroups
    case nil: nil
    }
  }
}
