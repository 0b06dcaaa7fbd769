import SpecReading

/// A listener that is found by its name.
struct ResolvedListener {
  /// Its load balancer, where the spec has it.
  let balancer: LoadBalancerElement?
  let balancerName: String
  /// The listener, where the spec has it.
  let listener: Named<ListenerElement>?
}

extension LoadBalancerElement {
  /// Its VPC.
  var vpc: Given<String>? {
    switch form {
    case .created(let balancer): balancer.vpc
    case .imported(let balancer): balancer.vpc
    case nil: nil
    }
  }

  /// The options that everything written for it shares.
  var options: ElementOptions? {
    if case .created(let balancer) = form { balancer.options } else { nil }
  }
}

extension ListenerElement {
  /// Its protocol: as written, or derived from the load balancer's type, the certificate and the port.
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
  /// The listener of a name.
  func listener(_ name: Given<String>) -> ResolvedListener? {
    guard let found = find(.listener, name) else { return nil }
    guard case .element(let index) = found, let text = name.literal else {
      return ResolvedListener(balancer: nil, balancerName: "", listener: nil)
    }
    let balancer = spec.loadBalancers[index]
    return ResolvedListener(
      balancer: balancer.value, balancerName: balancer.name, listener: listener(text, of: balancer))
  }
}

extension ListenerElement {
  /// Its protocol, if known: for an imported one only if it is written or follows from its port.
  func surelySpeaks(on type: LoadBalancerType?) -> ListenerProtocol? {
    if case .imported = form, self.protocol == nil, port?.literal == nil || type == .network { return nil }
    return speaks(on: type)
  }
}
