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

  func resource(_ place: Place, _ type: String, _ rest: String) -> (target: PlaceTarget, rest: String) {
    (.resource(id: names.id(place), type: type), rest)
  }

  func function(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  func userPool(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
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

  func apiKey(_ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.apiKeys[index]
    switch element.value.form {
    case .imported(let key): return (.known(value(key.id), attributes: ["APIKeyId": value(key.id)]), rest)
    case .created: return resource(.apiKey(element.name), "AWS::ApiGateway::ApiKey", rest)
    case nil: return nil
    }
  }
}
