import SpecReading

/// Places of networks, of load balancers and of Cloud Map.
extension PlaceFinder {
  func vpc(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.vpcs[index]
    for type in SubnetType.allCases {
      let key = "\(type.rawValue)Subnets"
      guard rest == key || rest.hasPrefix(key + ".") else { continue }
      guard let vpc = names.vpc(Given(element.name, at: element.mark)) else { return nil }
      let ids = values.subnetIds(type, of: vpc)
      if rest == key { return (.list(ids), "") }
      guard let number = Int(rest.dropFirst(key.count + 1)), number >= 0 else { return nil }
      // How many a function gives is not known; CloudFormation says where there are too few.
      if ids.contains(where: values.givesList) {
        return (.known(["Fn::Select": [.int(number), values.joined(ids)]], attributes: [:]), "")
      }
      return ids.indices.contains(number) ? (.known(ids[number], attributes: [:]), "") : nil
    }
    if let part = find(rest, among: PlacePart.sharedLink(ofVpc: element.name)) { return part }
    switch element.value.form {
    case .imported(let vpc): return (.known(value(vpc.id), attributes: ["VpcId": value(vpc.id)]), rest)
    case .created(let vpc):
      return find(rest, among: PlacePart.parts(ofVpc: element.name, vpc))
        ?? resource(.vpc(element.name), "AWS::EC2::VPC", rest)
    case nil: return nil
    }
  }

  func securityGroup(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.securityGroups[index]
    switch element.value.form {
    case .imported(let group):
      return (.known(value(group.id), attributes: ["GroupId": value(group.id)]), rest)
    case .created: return resource(.securityGroup(element.name), "AWS::EC2::SecurityGroup", rest)
    case nil: return nil
    }
  }

  func vpcLink(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.vpcLinks[index]
    switch element.value.form {
    case .imported(let link): return (.known(value(link.id), attributes: ["VpcLinkId": value(link.id)]), rest)
    case .toBalancer: return resource(.vpcLink(element.name), "AWS::ApiGateway::VpcLink", rest)
    case .created:
      return find(rest, among: PlacePart.parts(ofVpcLink: element.name))
        ?? resource(.vpcLink(element.name), "AWS::ApiGatewayV2::VpcLink", rest)
    case nil: return nil
    }
  }

  func loadBalancer(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.loadBalancers[index]
    if rest.hasPrefix("listeners.") {
      let path = rest.dropFirst(10)
      let name = path.prefix { $0 != "." }
      guard let listener = element.value.listeners.first(where: { $0.name == name }) else { return nil }
      let attribute = String(path.dropFirst(name.count + 1))
      if case .imported(let imported) = listener.value.form {
        return (.known(value(imported.arn), attributes: ["ListenerArn": value(imported.arn)]), attribute)
      }
      return resource(
        .listener(element.name, listener.name), "AWS::ElasticLoadBalancingV2::Listener", attribute)
    }
    switch element.value.form {
    case .imported(let balancer):
      return (.known(value(balancer.arn), attributes: ["LoadBalancerArn": value(balancer.arn)]), rest)
    case .created:
      return find(rest, among: PlacePart.parts(ofLoadBalancer: element.name))
        ?? resource(.loadBalancer(element.name), "AWS::ElasticLoadBalancingV2::LoadBalancer", rest)
    case nil: return nil
    }
  }

  func targetGroup(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.targetGroups[index]
    switch element.value.form {
    case .imported(let group):
      return (.known(value(group.arn), attributes: ["TargetGroupArn": value(group.arn)]), rest)
    case .created: return resource(.targetGroup(element.name), "AWS::ElasticLoadBalancingV2::TargetGroup", rest)
    case nil: return nil
    }
  }

  func namespace(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.cloudMapNamespaces[index]
    switch element.value.form {
    case .imported(let namespace):
      return (.known(value(namespace.id), attributes: ["Id": value(namespace.id)]), rest)
    case .created:
      let type = element.value.type?.literal ?? .private
      return resource(.namespace(element.name), "AWS::ServiceDiscovery::\(type.resource)", rest)
    case nil: return nil
    }
  }

  func service(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.cloudMapServices[index]
    switch element.value.form {
    case .imported(let service): return (.known(value(service.arn), attributes: ["Arn": value(service.arn)]), rest)
    case .created: return resource(.service(element.name), "AWS::ServiceDiscovery::Service", rest)
    case nil: return nil
    }
  }
}
