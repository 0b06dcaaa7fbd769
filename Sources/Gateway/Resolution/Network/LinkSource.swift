import SpecReading
import YAMLTree

extension SpecNames {
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
      return find(target.nameKind, target.name) == nil || lacksVpcOfNamespace(target) ? .missing : .unknown
    }
    return vpc(name).map(LinkSource.shared) ?? .missing
  }

  /// Whether it is a service of the spec whose namespace does not exist or lacks its VPC, which is reported there.
  private func lacksVpcOfNamespace(_ target: some PrivateTarget) -> Bool {
    guard target is CloudMapTarget, case .element(let index) = find(.service, target.name),
      case .created(let service) = spec.cloudMapServices[index].value.form
    else { return false }
    guard let target = find(.namespace, service.namespace) else { return true }
    guard case .element(let number) = target, case .created(let namespace) = spec.cloudMapNamespaces[number].value.form
    else { return false }
    let type = spec.cloudMapNamespaces[number].value.type
    return namespace.vpc == nil && type.map { $0.literal == .private } ?? true
  }
}

extension ResolvedSpec {
  /// The VPC of a target's link, and where the target names it.
  func linkVpc(of target: some PrivateTarget) -> (Mark, Given<String>)? {
    guard let link = target.network.vpcLink else { return target.network.vpc.map { ($0.mark, $0) } }
    guard case .element(let index) = names.find(.vpcLink, link) else { return nil }
    switch names.spec.vpcLinks[index].value.form {
    case .created(let created): return created.vpc.map { (link.mark, $0) }
    case .imported(let imported): return imported.vpc.map { (link.mark, $0) }
    case .toBalancer, nil: return nil
    }
  }
}
