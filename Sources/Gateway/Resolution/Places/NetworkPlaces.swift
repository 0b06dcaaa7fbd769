import SpecReading

/// Places of networks and of load balancers.
extension PlaceFinder {
  func vpc(_ element: Section.Element, _ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    for type in SubnetType.allCases {
      let key = "\(type.rawValue)Subnets"
      guard rest == key || rest.hasPrefix(key + ".") else { continue }
      guard let vpc = names.vpc(Given(element.name, at: element.mark)) else { return nil }
      let ids = values.subnetIds(type, of: vpc)
      if rest == key { return (.list(ids), "") }
      guard let number = Int(rest.dropFirst(key.count + 1)), number >= 0 else { return nil }
      // How many a function gives is not known; CloudFormation reports if there are too few.
      if ids.contains(where: values.givesList) {
        return (.known(["Fn::Select": [.int(number), values.joined(ids)]], attributes: [:]), "")
      }
      return ids.indices.contains(number) ? (.known(ids[number], attributes: [:]), "") : nil
    }
    if case .created(let vpc) = names.spec.vpcs[index].value.form, rest.hasPrefix("subnets.") {
      let group = rest.dropFirst(8)
      let own = SubnetLayout(vpc).subnets.filter { $0.group == group }
      if !own.isEmpty { return (.list(own.map { .ref(names.id(.subnet(element.name, $0.group, $0.number))) }), "") }
    }
    if let part = find(rest, among: PlacePart.sharedLink(ofVpc: element.name)) { return part }
    if case .created(let vpc) = names.spec.vpcs[index].value.form,
      let part = find(rest, among: PlacePart.parts(ofVpc: element.name, vpc))
    {
      return part
    }
    return whole(element, at: .vpc(element.name), rest)
  }

  func vpcLink(_ element: Section.Element, _ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    if case .created = names.spec.vpcLinks[index].value.form,
      let part = find(rest, among: PlacePart.parts(ofVpcLink: element.name))
    {
      return part
    }
    return whole(element, at: .vpcLink(element.name), rest)
  }

  func loadBalancer(_ element: Section.Element, _ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    if rest.hasPrefix("listeners.") {
      return listener(names.spec.loadBalancers[index], String(rest.dropFirst(10)))
    }
    return part(of: element, rest, among: PlacePart.parts(ofLoadBalancer: element.name))
      ?? whole(element, at: .loadBalancer(element.name), rest)
  }

  private func listener(
    _ balancer: Named<LoadBalancerElement>, _ path: String
  ) -> (target: PlaceTarget, rest: String)? {
    let name = path.prefix { $0 != "." }
    guard let listener = balancer.value.listeners.first(where: { $0.name == name }) else { return nil }
    let attribute = String(path.dropFirst(name.count + 1))
    if case .imported(let imported) = listener.value.form {
      return (.known(value(imported.arn), attributes: ["ListenerArn": value(imported.arn)]), attribute)
    }
    return resource(.listener(balancer.name, listener.name), "AWS::ElasticLoadBalancingV2::Listener", attribute)
  }
}
