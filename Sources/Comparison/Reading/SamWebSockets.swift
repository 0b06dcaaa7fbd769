import CloudFormation
import Gateway

extension Resource {
  /// The routes, integrations and authorizer that SAM makes of a WebSocket API (source: aws-sam-translator 1.115,
  /// `WebSocketApiGenerator`).
  var samRoutes: [Resource] {
    guard let routes = properties["Routes"]?.object, !Value.object(routes).isFunction else { return [] }
    let authorizer = samAuthorizer
    let type = properties["Auth"]?.object?["AuthType"]
    return [authorizer].compactMap { $0 }
      + routes.members.flatMap { member -> [Resource] in
        guard let settings = member.value.object else { return [] }
        let word = member.key.hasPrefix("$") ? member.key.dropFirst() : member.key[...]
        let id = word.prefix(1).uppercased() + word.dropFirst().lowercased()
        let integration = samPart(
          "\(id)Integration", "Integration",
          [("IntegrationType", "AWS_PROXY"), ("IntegrationUri", settings["FunctionArn"])])
        let isConnect = member.key == "$connect"
        let route = samPart(
          "\(id)Route", "Route",
          [
            ("RouteKey", .string(member.key)), ("Target", .ref(integration.id)),
            ("AuthorizationType", isConnect ? type : nil),
            ("AuthorizerId", isConnect ? authorizer.map { .ref($0.id) } : nil),
            ("ApiKeyRequired", settings["ApiKeyRequired"]),
          ])
        return [integration, route]
      }
  }

  private var samAuthorizer: Resource? {
    guard let auth = properties["Auth"]?.object, auth["AuthType"]?.text == "CUSTOM" else { return nil }
    let name = "ConnectAuthorizer"
    return samPart(
      name, "Authorizer",
      [
        ("AuthorizerType", "REQUEST"), ("AuthorizerUri", auth["AuthArn"]), ("Name", auth["Name"] ?? .string(id + name)),
        ("IdentitySource", auth["IdentitySource"]),
      ])
  }

  /// A part of an API, with the condition and the policy of its resource.
  func samPart(_ suffix: String, _ type: String, _ values: [(String, Value?)]) -> Resource {
    var part = Resource(id: id + suffix, type: "AWS::ApiGatewayV2::\(type)")
    for (key, value) in [("ApiId", .ref(id))] + values { part.properties.add(key, value) }
    part.condition = condition
    part.deletionPolicy = deletionPolicy
    return part
  }
}
