import CloudFormation
import SpecReading
import YAMLTree

/// A VPC that a name stands for.
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
}

/// What a listener's name stands for.
struct ResolvedListener {
  /// Its load balancer, where the spec has it.
  let balancer: LoadBalancerElement?
  let balancerName: String
  /// The listener, where the spec has it.
  let listener: Named<ListenerElement>?

  /// What it speaks, as far as it is known.
  var speaks: ListenerProtocol? {
    guard let balancer, let listener else { return nil }
    return listener.value.speaks(on: balancer.type.literal)
  }
}

extension LoadBalancerElement {
  /// The VPC that it stands in.
  var vpc: Given<String>? {
    switch form {
    case .created(let balancer): balancer.vpc
    case .imported(let balancer): balancer.vpc
    case nil: nil
    }
  }

  /// What all that is written for it shares.
  var options: ElementOptions? {
    if case .created(let balancer) = form { balancer.options } else { nil }
  }

  /// Whether it exists already.
  var isImported: Bool {
    if case .imported = form { true } else { false }
  }
}

extension ListenerElement {
  /// What it speaks: as written, or told from the load balancer's type, the certificate and the port.
  func speaks(on type: LoadBalancerType?) -> ListenerProtocol? {
    if let written = self.protocol { return written.literal }
    var hasCertificate = false
    if case .created(let listener) = form { hasCertificate = listener.certificate != nil }
    switch type {
    case .application:
      let usesTls = hasCertificate || port?.literal == 443 || port?.literal == 8_443
      return usesTls ? .https : .http
    case .network: return hasCertificate ? .tls : .tcp
    case nil: return nil
    }
  }
}

extension SpecNames {
  /// The VPC that a name stands for.
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

  /// The listener that a name stands for.
  func listener(_ name: Given<String>) -> ResolvedListener? {
    guard let found = find(.listener, name) else { return nil }
    guard case .element(let index) = found, let text = name.literal else {
      return ResolvedListener(balancer: nil, balancerName: "", listener: nil)
    }
    let balancer = spec.loadBalancers[index]
    return ResolvedListener(
      balancer: balancer.value, balancerName: balancer.name, listener: listener(text, of: balancer))
  }

  /// The VPC that a service's instances stand in, where it is known.
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

  /// Whether it is a service of the spec whose namespace is not there, so that its VPC is not known for that reason.
  private func lacksNamespace(_ target: some PrivateTarget) -> Bool {
    guard target is CloudMapTarget, case .element(let index) = find(.service, target.name),
      case .created(let service) = spec.cloudMapServices[index].value.form
    else { return false }
    return find(.namespace, service.namespace) == nil
  }

  /// Where the VPC link of a private target comes from.
  enum LinkSource {
    /// `vpcLink` names an element of `vpcLinks`.
    case element(Int)
    /// `vpcLink` is a resource or a function.
    case outside(Given<String>)
    /// The link that all targets in a VPC share.
    case shared(ResolvedVpc)
    /// No VPC is known.
    case unknown
    /// What it should come from does not exist, which is reported there.
    case missing
  }

  /// Where the VPC link of a private target comes from.
  func linkSource(of target: some PrivateTarget) -> LinkSource {
    if let link = target.network.vpcLink {
      switch find(.vpcLink, link) {
      case .element(let index): return .element(index)
      case .resource, .literal, .intrinsic: return .outside(link)
      case nil: return .missing
      }
    }
    guard let name = target.network.vpc ?? target.vpc(in: self) else {
      return find(target.nameKind, target.name) == nil || lacksNamespace(target) ? .missing : .unknown
    }
    return vpc(name).map(LinkSource.shared) ?? .missing
  }
}
