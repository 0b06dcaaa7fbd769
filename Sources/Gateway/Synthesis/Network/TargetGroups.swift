import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// A target group of its own name.
  mutating func write(_ element: Named<TargetGroupElement>) {
    guard case .created(let group) = element.value.form else { return }
    write(
      group, at: .targetGroup(element.name), usedBy: names.user(ofTargetGroup: element.name), .main(group.options))
  }

  /// A target group at a place. Returns its logical ID.
  @discardableResult
  mutating func write(
    _ group: CreatedTargetGroup, at place: Place, usedBy user: TargetGroupUser?, _ extras: Extras
  ) -> String {
    var properties = Object()
    var extras = extras
    properties.add("Name", group.name) { value($0) }
    if let function = group.lambda {
      addFunction(function, group, place, to: &properties, &extras)
    } else {
      addAddresses(group, user, to: &properties, &extras)
    }
    // Functions are not checked unless that is asked for.
    if group.lambda != nil, group.healthCheck != nil { properties.add("HealthCheckEnabled", true) }
    addHealthCheck(group.healthCheck, to: &properties)
    let attributes = attributes(of: group, user)
    properties.add("TargetGroupAttributes", attributes.isEmpty ? nil : Synthesis.attributeList(attributes))
    return write(place, .targetGroup, properties, extras)
  }

  /// A function has neither port nor VPC, and load balancers need a permission first.
  private mutating func addFunction(
    _ name: Given<String>, _ group: CreatedTargetGroup, _ place: Place, to properties: inout Object,
    _ extras: inout Extras
  ) {
    guard let function = callee(name) else { return }
    properties.add("TargetType", name) { _ in "lambda" }
    properties.add("Targets", [.object(Object([.init(key: "Id", value: function.arn, origin: Origin(of: name.node))]))])
    // AWS rejects these.
    properties.add("Protocol", group.protocol) { value($0) }
    properties.add("Port", group.port) { value($0) }
    properties.add("VpcId", group.vpc) { values.reference(.vpc, $0) }
    let permission = Permission.properties(
      function, of: "elasticloadbalancing.amazonaws.com",
      from: .sub("arn:\(Value.partition):elasticloadbalancing:\(Value.region):\(Value.account):targetgroup/*"))
    let id = write(
      Place(hashed: "\(place.path).permission", "TargetGroupAccess", place.id), .permission, permission,
      .part(group.options))
    extras.dependsOn = [id]
  }

  private mutating func addAddresses(
    _ group: CreatedTargetGroup, _ user: TargetGroupUser?, to properties: inout Object, _ extras: inout Extras
  ) {
    let spoken = group.protocol?.literal ?? (group.alb == nil ? names.targetProtocol(of: user) : .tcp)
    addTargetType(of: group, to: &properties)
    properties.add("Protocol", group.protocol, default: .string(spoken.rawValue)) { value($0) }
    let port = (group.port ?? names.targetPort(of: user)).map { value($0) } ?? .int(spoken == .https ? 443 : 80)
    properties.add("Port", port, origin: Origin(of: group.port?.node))
    // A VPC that is not known has a finding of its own.
    properties.add("VpcId", group.vpc, default: user?.balancer.value.vpc.map { values.reference(.vpc, $0) ?? .null }) {
      values.reference(.vpc, $0) ?? .null
    }
    if let addresses = group.addresses {
      let block = (group.vpc ?? user?.balancer.value.vpc).flatMap { names.block(ofVpc: $0) }
      _ = each(group.ips)
      let targets = addresses.items.map { item in
        var target: Object = Object()
        target.add("Id", item.ip) { value($0) }
        target.add("Port", port)
        if let zone = item.zone {
          target.add("AvailabilityZone", zone) { value($0) }
        } else if let block, let address = item.ip.literal.flatMap({ CidrBlock.address(of: $0.utf8[...]) }),
          !block.contains(address)
        {
          target.add("AvailabilityZone", "all")
        }
        return Value.object(target)
      }
      properties.add("Targets", .list(targets))
    } else if let instances = group.instances {
      let targets = each(instances).compactMap { given in
        values.reference(.instance, given).map { target(given, $0, port) }
      }
      properties.add("Targets", .list(targets))
    } else if let alb = group.alb, let target = names.listener(alb), let balancer = target.balancer,
      let listener = target.listener
    {
      let element = Named(name: target.balancerName, mark: listener.mark, value: balancer)
      let targetPort = listener.value.port.map { value($0) } ?? port
      properties.add("Targets", .list([self.target(alb, balancerArn(element), targetPort)]))
      if let user, let port = listener.value.port { admit(from: user, to: element, listener.name, port) }
      // An application load balancer can only be a target once it listens.
      if case .created = listener.value.form {
        extras.dependsOn = [names.id(.listener(target.balancerName, listener.name))]
      }
    }
  }

  /// Allows the traffic of a network load balancer to the application load balancer behind it.
  private mutating func admit(
    from user: TargetGroupUser, to balancer: Named<LoadBalancerElement>, _ listener: String, _ port: Given<Int>
  ) {
    if balancer.value.openTo?.literal == OpenTo.none { return }
    for target in groups(of: balancer) {
      for source in groups(of: user.balancer) where source.id != target.id {
        admit(
          source, into: target, port: value(port),
          path: "loadBalancers.\(balancer.name).listeners.\(listener).ingress",
          description: "Load balancer \(user.balancer.name) to listener \(listener)",
          .part(user.balancer.value.options, of: balancer.value.options))
      }
    }
  }

  private func addTargetType(of group: CreatedTargetGroup, to properties: inout Object) {
    if let ips = group.ips { return properties.add("TargetType", ips) { _ in "ip" } }
    if let alb = group.alb { return properties.add("TargetType", alb) { _ in "alb" } }
    if let instances = group.instances { return properties.add("TargetType", instances) { _ in "instance" } }
    properties.add("TargetType", group.type, default: "instance") { value($0) }
  }

  private func target(_ given: Given<String>, _ id: Value, _ port: Value) -> Value {
    var target = Object()
    target.add("Id", given) { _ in id }
    target.add("Port", port)
    return .object(target)
  }
}

extension SpecNames {
  /// The default protocol of targets: HTTP behind an application load balancer; behind a network load balancer that of its
  /// listener, without TLS.
  func targetProtocol(of user: TargetGroupUser?) -> ListenerProtocol {
    guard let user, user.balancer.value.type.literal == .network else { return .http }
    switch user.listener.value.speaks(on: .network) {
    case .udp: return .udp
    case .tcpUdp: return .tcpUdp
    default: return .tcp
    }
  }

  /// The default port of targets: the listener's own, unless the listener terminates TLS.
  func targetPort(of user: TargetGroupUser?) -> Given<Int>? {
    guard let user else { return nil }
    let isEncrypted = user.listener.value.speaks(on: user.balancer.value.type.literal)?.isEncrypted ?? false
    return isEncrypted ? nil : user.listener.value.port
  }
}
