import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// A VPC link of version 1.
  mutating func write(_ link: BalancerLink, named name: String) {
    guard let arn = values.reference(.loadBalancer, link.nlb) else { return }
    var properties = Object()
    properties.add("Name", link.name, default: .string(name)) { value($0) }
    properties.add("Description", link.description) { value($0) }
    properties.add("TargetArns", [arn], origin: Origin(of: link.nlb.node))
    write(.vpcLink(name), .balancerLink, properties, .main(link.options))
  }

  /// The id of the link through which a WebSocket API reaches a load balancer; nil where there is none, which is an
  /// error elsewhere.
  mutating func linkToBalancer(of target: NlbTarget) -> Value? {
    if let given = target.network.vpcLink { return values.reference(.vpcLink, given) }
    guard let resolved = names.listener(target.name), let balancer = resolved.balancer else { return nil }
    // A load balancer has one link.
    if let link = names.linkOfFirstVersion(to: resolved.balancerName) { return .ref(names.id(.vpcLink(link))) }
    return .ref(sharedLink(to: Named(name: resolved.balancerName, mark: target.name.mark, value: balancer)))
  }

  /// The link that all WebSocket APIs share which reach a load balancer, written when the first of them needs it.
  private mutating func sharedLink(to balancer: Named<LoadBalancerElement>) -> String {
    let place = Place.balancerLink(balancer.name)
    let id = names.id(place)
    if template[id] != nil { return id }
    var properties = Object()
    properties.add("Name", .string(balancer.name))
    properties.add("TargetArns", [balancerArn(balancer)])
    var options: ElementOptions?
    if case .created(let created) = balancer.value.form { options = created.options }
    return write(place, .balancerLink, properties, .part(options))
  }

  /// The URL by which a WebSocket API calls a listener: the link leads to the load balancer, whatever the host is; the host
  /// is only the name of the server.
  func url(of target: NlbTarget) -> Value? {
    guard let port = names.listener(target.name)?.listener?.value.port, let host = host(of: target) else { return nil }
    let path =
      target.path?.literal.map { Value.string($0.hasPrefix("/") ? $0 : "/\($0)") } ?? target.path.map { value($0) }
    return .sub(
      "\(target.network.tls == nil ? "http" : "https")://\(host, as: "Host"):\(text(port), as: "Port")\(path ?? "/", as: "Path")"
    )
  }

  private func host(of target: NlbTarget) -> Value? {
    if let tls = target.network.tls { return value(tls) }
    guard let resolved = names.listener(target.name) else { return nil }
    if case .created = resolved.balancer?.form {
      return .getAtt(names.id(.loadBalancer(resolved.balancerName)), "DNSName")
    }
    // A network load balancer's name in DNS is made of what its ARN ends in.
    var arn = listenerArn(target.name)
    if case .imported(let balancer) = resolved.balancer?.form { arn = value(balancer.arn) }
    return arn.map { arn in
      .sub(
        "\(arn.part(2, of: "/"), as: "Name")-\(arn.part(3, of: "/"), as: "Id").elb.\(Value.region).\(Value.urlSuffix)")
    }
  }
}

extension SpecNames {
  /// Whether a VPC link of version 1 leads to a load balancer of the spec. Its traffic comes by PrivateLink, from
  /// addresses of API Gateway's own, which no rule of a security group can name.
  func isBehindPrivateLink(_ balancer: String) -> Bool {
    linkOfFirstVersion(to: balancer) != nil
      || spec.apis.contains { api in
        api.value.isWebSocket
          && (api.value.routes.compactMap(\.value.target) + api.value.integrations.compactMap(\.value.target)).contains
          {
            guard case .nlb(let target) = $0, target.network.vpcLink == nil else { return false }
            return listener(target.name)?.balancerName == balancer
          }
      }
  }

  /// The VPC link of version 1 that leads to a load balancer, if one is written.
  fileprivate func linkOfFirstVersion(to balancer: String) -> String? {
    spec.vpcLinks.first { link in
      if case .toBalancer(let link) = link.value.form { isBalancer(link.nlb, balancer) } else { false }
    }?.name
  }

  private func isBalancer(_ name: Given<String>, _ balancer: String) -> Bool {
    guard case .element(let index) = find(.loadBalancer, name) else { return false }
    return spec.loadBalancers[index].name == balancer
  }
}

extension Route {
  /// Its own target.
  var target: Target? { if case .target(let target) = answer { target } else { nil } }
}
