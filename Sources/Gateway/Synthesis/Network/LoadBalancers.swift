import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// A load balancer with its security group and listeners.
  mutating func write(_ element: Named<LoadBalancerElement>) {
    if case .created(let balancer) = element.value.form { write(balancer, of: element) }
    for listener in element.value.listeners { write(listener.node) { $0.write(listener, of: element) } }
  }

  private mutating func write(_ balancer: CreatedLoadBalancer, of element: Named<LoadBalancerElement>) {
    guard let vpc = names.vpc(balancer.vpc), let type = element.value.type.literal else { return }
    if balancer.securityGroups == nil {
      let known = names.formerName(element.name, in: "loadBalancers")
      writeGroup(
        .loadBalancerGroup(element.name), "Load balancer \(known)", in: balancer.vpc, .vital(balancer.options))
    }
    let isPublic = balancer.scheme?.literal == .internetFacing
    var properties = Object()
    properties.add("Type", element.value.type) { _ in .string(type.rawValue) }
    properties.add("Name", balancer.name) { value($0) }
    properties.add("Scheme", balancer.scheme, default: "internal") { value($0) }
    properties.add(
      "Subnets",
      subnets(
        balancer.subnets, of: vpc, default: isPublic ? [.public] : [.private, .isolated], onePerZone: true,
        at: balancer.vpc.mark),
      origin: Origin(of: balancer.subnets?.node ?? vpc.zonesNode(isPublic ? [.public] : [.private, .isolated])))
    properties.add(
      "SecurityGroups",
      balancer.securityGroups.flatMap { wholeList($0) } ?? .list(groups(of: element).map(\.id)),
      origin: Origin(of: balancer.securityGroups?.node))
    if names.isBehindPrivateLink(element.name) {
      properties.add("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "off")
    }
    let attributes = attributes(of: balancer)
    properties.add("LoadBalancerAttributes", attributes.isEmpty ? nil : Synthesis.attributeList(attributes))
    var extras = Extras.main(balancer.options)
    // A public one needs the VPC's way out, which no property refers to.
    if isPublic, case .created(let name, let created) = vpc, !SubnetLayout(created).of(.public).isEmpty {
      extras.dependsOn = [names.id(.vpcPart(name, "gatewayAttachment", "VpcAttachment"))]
    }
    write(.loadBalancer(element.name), .loadBalancer, properties, extras)
  }

  private func attributes(of balancer: CreatedLoadBalancer) -> Object {
    var attributes = Object()
    attributes.add("deletion_protection.enabled", balancer.deletionProtection) { attribute($0) }
    attributes.add("idle_timeout.timeout_seconds", balancer.idleTimeout) { attribute($0) }
    attributes.add("routing.http2.enabled", balancer.http2) { attribute($0) }
    attributes.add("load_balancing.cross_zone.enabled", balancer.crossZone) { attribute($0) }
    attributes.add("routing.http.drop_invalid_header_fields.enabled", balancer.dropInvalidHeaderFields) {
      attribute($0)
    }
    for entry in balancer.attributes { attributes.set(entry) { value($0) } }
    return attributes
  }

  /// A boolean as an attribute's text.
  func attribute(_ given: Given<Bool>) -> Value { given.literal.map { $0 ? "true" : "false" } ?? value(given) }

  /// A duration as an attribute's text, in seconds.
  func attribute(_ given: Given<Duration>) -> Value {
    given.literal.map { .string(String($0.seconds)) } ?? seconds(given)
  }

  /// Attributes as the list that load balancers and target groups take.
  static func attributeList(_ attributes: Object) -> Value {
    .list(
      attributes.members.map { member in
        member.value.forEachChoice { value in
          var entry = Object()
          let origin = member.origin
          entry.add("Key", .string(member.key), origin: Origin(key: origin.key, value: origin.key ?? origin.value))
          entry.add("Value", value, origin: origin)
          return .object(entry)
        }
      })
  }

  /// The security groups of a load balancer, as far as they are known.
  func groups(of element: Named<LoadBalancerElement>) -> [GroupRef] {
    switch element.value.form {
    case .created(let balancer):
      if let written = balancer.securityGroups { return groupRefs(written) }
      return [group(at: .loadBalancerGroup(element.name))]
    case .imported(let balancer): return balancer.securityGroups.map(groupRefs) ?? []
    case nil: return []
    }
  }

  // MARK: Listeners

  private mutating func write(_ element: Named<ListenerElement>, of balancer: Named<LoadBalancerElement>) {
    guard case .created(let listener) = element.value.form else { return }
    let path = "loadBalancers.\(balancer.name).listeners.\(element.name)"
    let owner = balancer.value.options
    let forwarder = Forwarder(
      path: path, balancer: balancer, listener: element, owners: [owner, listener.options].compactMap { $0 })
    var properties = Object()
    properties.add("LoadBalancerArn", balancerArn(balancer))
    properties.add("Port", element.value.port) { value($0) }
    let spoken = element.value.speaks(on: balancer.value.type.literal)
    properties.add("Protocol", element.value.protocol, default: spoken.map { .string($0.rawValue) }) { value($0) }
    properties.add("Certificates", listener.certificate) { certificates([$0]) }
    properties.add("SslPolicy", listener.sslPolicy) { value($0) }
    properties.add("DefaultActions", listener.action.map { actions($0, after: listener.jwtValidation, forwarder) })
    let id = write(
      .listener(balancer.name, element.name), .listener, properties,
      .main(listener.options, of: owner))
    writeExtraCertificates(listener, id, path, balancer)
    if listener.open?.literal == true { open(element, of: balancer, path) }
    for rule in listener.rules { write(rule.node) { $0.write(rule, of: id, forwarder) } }
  }

  private func certificates(_ given: [Given<String>]) -> Value? {
    let all = given.compactMap { given -> Value? in
      guard let arn = values.reference(.certificate, given) else { return nil }
      var certificate = Object()
      certificate.add("CertificateArn", given) { _ in arn }
      return .object(certificate)
    }
    return all.isEmpty ? nil : .list(all)
  }

  /// A load balancer's ARN.
  func balancerArn(_ element: Named<LoadBalancerElement>) -> Value {
    if case .imported(let balancer) = element.value.form { return value(balancer.arn) }
    return .ref(names.id(.loadBalancer(element.name)))
  }

  private mutating func writeExtraCertificates(
    _ listener: CreatedListener, _ id: String, _ path: String, _ balancer: Named<LoadBalancerElement>
  ) {
    guard let certificates = certificates(each(listener.extraCertificates)) else { return }
    var properties = Object()
    properties.add("ListenerArn", .ref(id))
    properties.add("Certificates", certificates, origin: Origin(of: listener.extraCertificates?.node))
    write(
      Place("\(path).extraCertificates", id: "\(id)Certificates"),
      .listenerCertificate, properties,
      .part(listener.options, of: balancer.value.options))
  }

  /// Everyone may reach a listener that is open.
  private mutating func open(
    _ element: Named<ListenerElement>, of balancer: Named<LoadBalancerElement>, _ path: String
  ) {
    guard let port = element.value.port, case .created(let listener) = element.value.form else { return }
    for group in groups(of: balancer) {
      var properties = Object()
      properties.add("GroupId", group.id)
      properties.add("CidrIp", listener.open) { _ in "0.0.0.0/0" }
      properties.add("IpProtocol", "tcp")
      properties.add("FromPort", port) { value($0) }
      properties.add("ToPort", port) { value($0) }
      properties.add("Description", .string("Anyone to listener \(element.name)"))
      write(
        Place(
          "\(path).open.\(group.path)",
          id: Place(hashed: "\(group.id.fingerprint) \(value(port).fingerprint)", "ListenerOpening", balancer.name).id),
        .ingress, properties, .part(listener.options, of: balancer.value.options))
    }
  }

  // MARK: What integrations need

  /// The ARN of a listener by name.
  func listenerArn(_ name: Given<String>) -> Value? {
    guard let resolved = names.listener(name), let listener = resolved.listener else {
      return values.reference(.listener, name)
    }
    if case .imported(let imported) = listener.value.form { return value(imported.arn) }
    return .ref(names.id(.listener(resolved.balancerName, listener.name)))
  }

  /// Allows a link's traffic to the load balancer of a listener, only on that listener's port and only from that link.
  mutating func admit(_ link: ResolvedLink, at name: Given<String>) {
    guard let resolved = names.listener(name), let balancer = resolved.balancer, let listener = resolved.listener,
      let port = listener.value.port, balancer.openTo?.literal != OpenTo.none
    else { return }
    let element = Named(name: resolved.balancerName, mark: listener.mark, value: balancer)
    for target in groups(of: element) {
      for source in link.groups {
        admit(
          source, into: target, port: value(port),
          path: "loadBalancers.\(element.name).listeners.\(listener.name).ingress",
          description: "API Gateway to listener \(listener.name)", .part(link.options, of: balancer.options))
      }
    }
  }
}
