import CloudFormation

/// A WebSocket API of SAM (source: aws-sam-translator 1.115, `WebSocketApiGenerator`).
extension ServerlessApi {
  /// Its routes; nil where they are not all known.
  var webSocketRoutes: [Model.Property]? {
    guard let routes = self["Routes"] else { return [] }
    let members = routes.members
    return routes.isFunction || members.contains { $0.name.hasPrefix("Fn::") } ? nil : members
  }

  var webSocketApi: Model.Resource {
    var result = Object()
    result.add("ProtocolType", "WEBSOCKET")
    if properties["Name"] == nil { result.add("Name", .string(resource.id)) }
    for name in [
      "Name", "Description", "RouteSelectionExpression", "ApiKeySelectionExpression", "DisableExecuteApiEndpoint",
      "DisableSchemaValidation", "IpAddressType", "Tags",
    ] {
      if let member = properties.member(name) { result.set(member) }
    }
    return part("Api", resource.id, result, isWhole: resource.isWhole && webSocketRoutes != nil)
  }

  /// The routes with their integrations, and the authorizer.
  var webSocketRouteParts: [Model.Resource] {
    let authorizer = authorizer
    return [authorizer].compactMap { $0 }
      + (webSocketRoutes ?? []).flatMap { webSocketRoute($0, authorizer: authorizer?.id) }
  }

  private func webSocketRoute(_ route: Model.Property, authorizer: String?) -> [Model.Resource] {
    if route.isFunction { return [] }
    let id = resource.id + ServerlessApi.idPart(ofKey: route.name)
    let name = Origin(key: route.origin.key, value: route.origin.key)

    var integration = Object()
    integration.add("IntegrationType", "AWS_PROXY")
    if let function = route["FunctionArn"] {
      integration.add("IntegrationUri", Callee.invocation(of: function.value), origin: function.origin)
    }
    integration.add("TimeoutInMillis", route["IntegrationTimeout"])

    var properties = Object()
    properties.add("RouteKey", .string(route.name), origin: name)
    properties.add("Target", .target("\(id)Integration"), origin: name)
    for name in [
      "ApiKeyRequired", "ModelSelectionExpression", "OperationName", "RequestModels", "RequestParameters",
      "RouteResponseSelectionExpression",
    ] {
      properties.add(name, route[name])
    }
    // Without a function, SAM rejects the template.
    if route.name == "$connect", let type = self["Auth"]?["AuthType"], type.text != "CUSTOM" || authorizer != nil {
      properties.add("AuthorizationType", type)
      if let authorizer { properties.add("AuthorizerId", .ref(authorizer), origin: type.origin) }
    }
    return [
      part("Integration", "\(id)Integration", integration, from: route, isWhole: route["FunctionArn"] != nil),
      part("Route", "\(id)Route", properties, from: route),
    ]
  }

  private var authorizer: Model.Resource? {
    guard let auth = self["Auth"], auth["AuthType"]?.text == "CUSTOM", let function = auth["AuthArn"] else {
      return nil
    }
    let id = "\(resource.id)ConnectAuthorizer"
    var properties = Object()
    properties.add("AuthorizerType", "REQUEST")
    properties.add("AuthorizerUri", Callee.invocation(of: function.value), origin: function.origin)
    properties.add("Name", auth["Name"], default: .string(id))
    properties.add("IdentitySource", auth["IdentitySource"])
    properties.add("AuthorizerCredentialsArn", auth["InvokeRole"])
    return part("Authorizer", id, properties, from: auth)
  }

  /// The part of logical IDs that SAM makes of a route key: one capital letter at its beginning.
  private static func idPart(ofKey key: String) -> String {
    let word = key.hasPrefix("$") ? key.dropFirst() : key[...]
    return word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
