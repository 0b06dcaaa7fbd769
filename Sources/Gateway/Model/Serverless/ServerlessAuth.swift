import CloudFormation

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
    // A text in place of the list is an error of its own.
    let scopes = authorizers.first { $0.name == text }?["AuthorizationScopes"].flatMap { $0.text == nil ? $0 : nil }
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
    let scopes = event?["AuthorizationScopes"] ?? authorizer["AuthorizationScopes"]
    if scopes?.items?.isEmpty != true { result.add("AuthorizationScopes", scopes) }
    return result
  }

  private func scheme(_ authorizer: Model.Property) -> Object.Member {
    var settings = Object()
    if let configuration = authorizer["JwtConfiguration"] {
      settings.add("type", "jwt")
      // SAM accepts the keys with a capital letter as well.
      settings.add("jwtConfiguration", configuration.value.withLowerKeys, origin: configuration.origin)
      settings.add("identitySource", authorizer["IdentitySource"])
    } else {
      settings.add("type", "request")
      if let function = authorizer["FunctionArn"] {
        settings.add("authorizerUri", Callee.invocation(of: function.value), origin: function.origin)
      }
      let role = authorizer["FunctionInvokeRole"]
      if role?.text != "NONE" { settings.add("authorizerCredentials", role) }
      settings.add("authorizerPayloadFormatVersion", authorizer["AuthorizerPayloadFormatVersion"])
      settings.add("enableSimpleResponses", authorizer["EnableSimpleResponses"])
      settings.add("authorizerResultTtlInSeconds", authorizer["Identity"]?["ReauthorizeEvery"])
      if let sources = identitySources(of: authorizer["Identity"]) {
        settings.add("identitySource", sources.value, origin: sources.origin)
      }
    }
    var scheme = Object()
    scheme.add("type", settings["type"] == "jwt" ? "oauth2" : "apiKey")
    scheme.add(DocumentWords.authorizerKey, .object(settings))
    return Object.Member(key: authorizer.name, value: .object(scheme), origin: authorizer.origin)
  }

  /// `Headers`, `QueryStrings`, `Context` and `StageVariables` as identity sources; nil without any.
  private func identitySources(of identity: Model.Property?) -> (value: Value, origin: Origin)? {
    guard let identity, !identity.isFunction else { return nil }
    var sources: [Value] = []
    var lists: [Origin] = []
    for (name, prefix) in ServerlessAuth.prefixes {
      let found = (identity[name]?.list ?? []).compactMap { $0.text.map { Value.string(prefix + $0) } }
      if let list = identity[name], !found.isEmpty { lists.append(list.origin) }
      sources += found
    }
    // The items of a single list have their places.
    return sources.isEmpty ? nil : (.list(sources), lists.count == 1 ? lists[0] : identity.origin)
  }

  private static let prefixes = [
    ("Headers", "$request.header."), ("QueryStrings", "$request.querystring."),
    ("StageVariables", "$stageVariables."), ("Context", "$context."),
  ]
}
