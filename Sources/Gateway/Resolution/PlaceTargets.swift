import CloudFormation
import SpecReading

/// What a place stands for when an intrinsic names it.
enum PlaceTarget {
  /// A resource that is written; its attributes are CloudFormation's.
  case resource(id: String, type: String)
  /// Something that exists: its ARN or id, and what else is known of it.
  case known(Value, attributes: [String: Value])
  /// A list of ids.
  case list([Value])
}

/// Finds what places stand for.
struct PlaceFinder {
  let values: RawValues
  var names: SpecNames { values.names }

  /// A literal or function that the author gave, as a value.
  func value(_ given: Given<String>) -> Value { values.value(given) }

  /// What a path names and what of it is left over (an attribute), or nil where it names nothing.
  func find(_ path: String) -> (target: PlaceTarget, rest: String)? {
    guard let (section, name, rest) = names.parts(of: path) else { return nil }
    if section == "parameters" {
      return names.parameters.contains(name) ? (.resource(id: name, type: ""), rest) : nil
    }
    if section == "resources" {
      return names.resourceTypes[name].map { (.resource(id: name, type: $0), rest) }
    }
    guard let index = names.index(name, in: section) else { return nil }
    switch section {
    case "functions": return function(index, rest)
    case "vpcs": return vpc(index, rest)
    case "securityGroups": return securityGroup(index, rest)
    case "vpcLinks": return vpcLink(index, rest)
    case "loadBalancers": return loadBalancer(index, rest)
    case "targetGroups": return targetGroup(index, rest)
    case "cloudMapNamespaces": return namespace(index, rest)
    case "cloudMapServices": return service(index, rest)
    case "userPools": return userPool(index, rest)
    case "domains": return domain(index, rest)
    case "apiKeys": return apiKey(index, rest)
    case "usagePlans": return resource(.usagePlan(name), "AWS::ApiGateway::UsagePlan", rest)
    default: return api(index, rest)
    }
  }

  private func resource(_ place: Place, _ type: String, _ rest: String) -> (target: PlaceTarget, rest: String) {
    (.resource(id: names.id(place), type: type), rest)
  }

  private func function(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.functions[index]
    switch element.value.form {
    case .imported(let function):
      let arn = value(function.arn)
      return (.known(arn, attributes: ["Arn": arn]), rest)
    case .created:
      return find(rest, among: PlacePart.parts(ofFunction: element.name))
        ?? resource(.function(element.name), "AWS::Lambda::Function", rest)
    case nil: return nil
    }
  }

  private func vpc(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  private func securityGroup(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.securityGroups[index]
    switch element.value.form {
    case .imported(let group):
      return (.known(value(group.id), attributes: ["GroupId": value(group.id)]), rest)
    case .created: return resource(.securityGroup(element.name), "AWS::EC2::SecurityGroup", rest)
    case nil: return nil
    }
  }

  private func vpcLink(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  private func loadBalancer(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  private func targetGroup(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.targetGroups[index]
    switch element.value.form {
    case .imported(let group):
      return (.known(value(group.arn), attributes: ["TargetGroupArn": value(group.arn)]), rest)
    case .created: return resource(.targetGroup(element.name), "AWS::ElasticLoadBalancingV2::TargetGroup", rest)
    case nil: return nil
    }
  }

  private func namespace(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  private func service(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.cloudMapServices[index]
    switch element.value.form {
    case .imported(let service): return (.known(value(service.arn), attributes: ["Arn": value(service.arn)]), rest)
    case .created: return resource(.service(element.name), "AWS::ServiceDiscovery::Service", rest)
    case nil: return nil
    }
  }

  private func userPool(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.userPools[index]
    switch element.value.form {
    case .imported(let pool): return (.known(value(pool.id), attributes: ["UserPoolId": value(pool.id)]), rest)
    case .created(let pool):
      if rest.hasPrefix("clients.") {
        let client = String(rest.dropFirst(8).prefix { $0 != "." })
        guard UserPoolClients.names(of: pool).contains(client) else { return nil }
        return resource(
          .userPoolClient(element.name, client), "AWS::Cognito::UserPoolClient",
          String(rest.dropFirst(9 + client.count)))
      }
      return resource(.userPool(element.name), "AWS::Cognito::UserPool", rest)
    case nil: return nil
    }
  }

  private func api(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.apis[index]
    if let found = mapping(of: element, rest) { return found }
    if rest == "domain" || rest.hasPrefix("domain.") { return nil }
    if rest.hasPrefix("stages.") { return stage(element, String(rest.dropFirst(7))) }
    if rest.hasPrefix("routes.") {
      let key = rest.dropFirst(7)
      guard let route = values.route(key, of: index) else { return nil }
      let attribute = String(key.dropFirst(route.text.count + 1))
      if attribute == "response" || attribute.hasPrefix("response.") {
        let path = "apis.\(element.name).routes.\(route.text).response"
        return resource(
          .route(element.name, route, kind: "RouteResponse", path: path), "AWS::ApiGatewayV2::RouteResponse",
          String(attribute.dropFirst(9)))
      }
      return resource(.route(element.name, route), "AWS::ApiGatewayV2::Route", attribute)
    }
    if rest.hasPrefix("models.") {
      let name = rest.dropFirst(7).prefix { $0 != "." }
      guard element.value.models.contains(where: { $0.name == name }) else { return nil }
      return resource(
        .model(element.name, String(name)), "AWS::ApiGatewayV2::Model", String(rest.dropFirst(8 + name.count)))
    }
    if rest.hasPrefix("authorizers.") { return authorizer(element, String(rest.dropFirst(12))) }
    if rest.hasPrefix("integrations.") {
      let name = rest.dropFirst(13).prefix { $0 != "." }
      guard element.value.integrations.contains(where: { $0.name == name }) else { return nil }
      return resource(
        .integration(element.name, String(name)), "AWS::ApiGatewayV2::Integration",
        String(rest.dropFirst(14 + name.count)))
    }
    switch element.value.form {
    case .imported(let api):
      var attributes = ["ApiId": value(api.id)]
      attributes["ApiEndpoint"] = api.endpoint.map(value)
      return (.known(value(api.id), attributes: attributes), rest)
    case .created: return resource(.api(element.name), "AWS::ApiGatewayV2::Api", rest)
    case nil: return nil
    }
  }

  private func authorizer(_ api: Named<Api>, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let name = String(rest.prefix { $0 != "." })
    guard let element = api.value.authorizers.first(where: { $0.name == name }) else { return nil }
    let attribute = String(rest.dropFirst(name.count + 1))
    if case .imported(let authorizer) = element.value.form {
      return (.known(value(authorizer.id), attributes: ["AuthorizerId": value(authorizer.id)]), attribute)
    }
    return resource(.authorizer(api.name, name), "AWS::ApiGatewayV2::Authorizer", attribute)
  }

  private func stage(_ api: Named<Api>, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let name = String(rest.prefix { $0 != "." })
    guard let stage = api.value.resolvedStages.first(where: { $0.name == name }) else { return nil }
    let attribute = String(rest.dropFirst(name.count + 1))
    let id = apiId(api)
    let stageName = stage.value.flatMap(\.name).map(value) ?? .string(name)
    switch attribute {
    case "Url":
      return (.known(Endpoint.url(api: id, stage: stageName, isWebSocket: api.value.isWebSocket), attributes: [:]), "")
    case "CallbackUrl" where api.value.isWebSocket:
      return (.known(Endpoint.callback(api: id, stage: stageName), attributes: [:]), "")
    default:
      if stage.exists { return (.known(stageName, attributes: [:]), attribute) }
      return resource(.stage(api.name, name), "AWS::ApiGatewayV2::Stage", attribute)
    }
  }

  private func apiKey(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.apiKeys[index]
    switch element.value.form {
    case .imported(let key): return (.known(value(key.id), attributes: ["APIKeyId": value(key.id)]), rest)
    case .created: return resource(.apiKey(element.name), "AWS::ApiGateway::ApiKey", rest)
    case nil: return nil
    }
  }

  /// The id of an API, created or not.
  func apiId(_ api: Named<Api>) -> Value {
    if case .imported(let imported) = api.value.form { return value(imported.id) }
    return .ref(names.id(.api(api.name)))
  }
}

/// The addresses of a stage.
enum Endpoint {
  /// Where clients call a stage: without its name for `$default`.
  static func url(api: Value, stage: Value, isWebSocket: Bool) -> Value {
    let scheme = isWebSocket ? "wss" : "https"
    let path = stage == "$default" ? "" : stage
    return .sub(
      "\(scheme)://\(api, as: "Api").execute-api.\(Value.region).\(Value.urlSuffix)/\(path, as: "Stage")")
  }

  /// Where messages to a WebSocket API's clients are posted.
  static func callback(api: Value, stage: Value) -> Value {
    .sub("https://\(api, as: "Api").execute-api.\(Value.region).\(Value.urlSuffix)/\(stage, as: "Stage")")
  }
}
