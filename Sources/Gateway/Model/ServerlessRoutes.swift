import CloudFormation

/// The routes that SAM makes of the events of functions, each with an integration of its own.
extension ServerlessApi {
  /// The key of an event's route, with the place of its path; nil where it is not known.
  func key(of route: ServerlessEvents.Route) -> (text: String, origin: Origin)? {
    let properties = route.event["Properties"]
    switch (properties?["Path"], properties?["Method"]) {
    case (nil, nil): return ("$default", Origin(key: route.event.origin.key, value: route.event.origin.key))
    case (let path?, let method?):
      guard let text = path.text, let word = method.text?.lowercased() else { return nil }
      if text == "$default" || text == "/$default" { return ("$default", path.origin) }
      return ("\(word == DocumentWords.anyMethod ? "ANY" : word.uppercased()) \(text)", path.origin)
    default: return nil
    }
  }

  /// Whether the document has an operation for a key: SAM makes only a permission of the event then.
  private func isInDocument(_ key: String) -> Bool {
    guard let paths = self["DefinitionBody"]?["paths"] else { return false }
    let parts = key.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return paths["$default"] != nil || paths["/$default"] != nil }
    let method = parts[0] == "ANY" ? DocumentWords.anyMethod : parts[0].lowercased()
    return paths[parts[1]]?.members.contains { $0.name.lowercased() == method } ?? false
  }

  /// The integration and the route of an event.
  func routeParts(_ route: ServerlessEvents.Route) -> [Model.Resource] {
    guard let key = key(of: route), !isInDocument(key.text) else { return [] }
    let id = "\(resource.id).\(route.function.id).\(route.event.name)"
    let name = Origin(key: route.event.origin.key, value: route.event.origin.key)
    let given = route.event["Properties"]

    var integration = Object()
    integration.add("IntegrationType", "AWS_PROXY")
    integration.add("IntegrationMethod", "POST")
    integration.add("IntegrationUri", .getAtt(route.function.id, "Arn"), origin: name)
    let version = given?["PayloadFormatVersion"]
    integration.add("PayloadFormatVersion", version?.value ?? "2.0", origin: version?.origin ?? .none)
    if let timeout = given?["TimeoutInMillis"] {
      integration.add("TimeoutInMillis", timeout.value, origin: timeout.origin)
    }

    var properties = Object()
    properties.add("RouteKey", .string(key.text), origin: key.origin)
    properties.add("Target", ["Fn::Join": ["/", .list(["integrations", .ref("\(id).integration")])]], origin: name)
    let isOptions = key.text.hasPrefix("OPTIONS ")
    let authorization = ServerlessAuth(self).authorization(of: given?["Auth"], isOptions: isOptions)
    if let authorization { properties.append(authorization) }
    let condition = route.function.condition
    return [
      part("Integration", "\(id).integration", integration, from: route.event, condition: condition),
      part("Route", id, properties, from: route.event, condition: condition, isWhole: authorization != nil),
    ]
  }
}

/// `Auth` of an HTTP API of SAM.
struct ServerlessAuth {
  private let api: ServerlessApi
  private let auth: Model.Property?
  private let authorizers: [Model.Property]

  init(_ api: ServerlessApi) {
    self.api = api
    auth = api["Auth"]
    authorizers = auth?["Authorizers"]?.members ?? []
  }

  /// Whether all authorizers and the default one are known.
  var isKnown: Bool {
    guard let auth else { return true }
    let parts = [auth, auth["Authorizers"], auth["DefaultAuthorizer"]].compactMap { $0 } + authorizers
    return parts.allSatisfy { !$0.isFunction && !$0.name.hasPrefix("Fn::") }
  }

  /// The authorizers, as security schemes of a document.
  var schemes: [Object.Member] { authorizers.filter { !$0.isFunction }.map(scheme) }

  /// The security of operations of a document without one of their own.
  var security: Object.Member? {
    guard let name = auth?["DefaultAuthorizer"], let text = name.text else { return nil }
    let scopes = authorizers.first { $0.name == text }?["AuthorizationScopes"]
    let scheme = Object.Member(
      key: text, value: scopes?.value ?? .list([]), origin: Origin(key: name.origin.value, value: scopes?.origin.value))
    return Object.Member(key: "security", value: .list([.object(Object([scheme]))]), origin: name.origin)
  }

  /// The authorization of a route by the `Auth` of its event, or the default; nil where it is not known.
  func authorization(of event: Model.Property?, isOptions: Bool) -> Object? {
    if event?.isFunction ?? false || auth?.isFunction ?? false { return nil }
    let fallback = isOptions ? nil : auth?["DefaultAuthorizer"]
    guard let given = event?["Authorizer"] ?? fallback else { return Object() }
    guard let name = given.text else { return nil }
    var result = Object()
    guard let authorizer = authorizers.first(where: { $0.name == name }) else {
      guard ["NONE", "AWS_IAM"].contains(name) else { return nil }
      result.add("AuthorizationType", .string(name), origin: given.origin)
      return result
    }
    if authorizer.isFunction { return nil }
    let isJwt = authorizer["JwtConfiguration"] != nil
    result.add("AuthorizationType", isJwt ? "JWT" : "CUSTOM", origin: given.origin)
    result.add("AuthorizerId", .ref("\(api.resource.id).\(name)"), origin: given.origin)
    if let scopes = event?["AuthorizationScopes"] ?? authorizer["AuthorizationScopes"], scopes.items?.isEmpty != true {
      result.add("AuthorizationScopes", scopes.value, origin: scopes.origin)
    }
    return result
  }

  private func scheme(_ authorizer: Model.Property) -> Object.Member {
    var settings = Object()
    func add(_ key: String, _ property: Model.Property?) {
      if let property { settings.add(key, property.value, origin: property.origin) }
    }
    if let configuration = authorizer["JwtConfiguration"] {
      settings.add("type", "jwt")
      add("jwtConfiguration", configuration)
      add("identitySource", authorizer["IdentitySource"])
    } else {
      settings.add("type", "request")
      if let function = authorizer["FunctionArn"] {
        settings.add("authorizerUri", uri(of: function), origin: function.origin)
      }
      if let role = authorizer["FunctionInvokeRole"], role.text != "NONE" { add("authorizerCredentials", role) }
      add("authorizerPayloadFormatVersion", authorizer["AuthorizerPayloadFormatVersion"])
      add("enableSimpleResponses", authorizer["EnableSimpleResponses"])
      add("authorizerResultTtlInSeconds", authorizer["Identity"]?["ReauthorizeEvery"])
      if let sources = identitySources(of: authorizer["Identity"]) {
        settings.add("identitySource", sources.value, origin: sources.origin)
      }
    }
    var scheme = Object()
    scheme.add("type", settings["type"] == "jwt" ? "oauth2" : "apiKey")
    scheme.add("x-amazon-apigateway-authorizer", .object(settings))
    return Object.Member(key: authorizer.name, value: .object(scheme), origin: authorizer.origin)
  }

  /// The URI of a function's calls.
  private func uri(of function: Model.Property) -> Value {
    let end = ":lambda:path/2015-03-31/functions/"
    let start: Value = ["Fn::Sub": .string("arn:${AWS::Partition}:apigateway:${AWS::Region}\(end)")]
    return ["Fn::Join": ["", .list([start, function.value, "/invocations"])]]
  }

  /// `Headers`, `QueryStrings`, `Context` and `StageVariables` as identity sources; nil without any.
  private func identitySources(of identity: Model.Property?) -> (value: Value, origin: Origin)? {
    guard let identity, !identity.isFunction else { return nil }
    var sources: [Value] = []
    for (name, prefix) in ServerlessAuth.prefixes {
      sources += (identity[name]?.items ?? []).compactMap { $0.text.map { .string(prefix + $0) } }
    }
    return sources.isEmpty ? nil : (.list(sources), identity.origin)
  }

  private static let prefixes = [
    ("Headers", "$request.header."), ("QueryStrings", "$request.querystring."),
    ("StageVariables", "$stageVariables."), ("Context", "$context."),
  ]
}
