import CloudFormation
import SpecReading

extension Synthesis {
  /// Adds to a route's properties who may call it, and writes the authorizer when its first route needs it.
  mutating func authorize(
    _ route: ApiRoutes.Resolved, _ properties: inout Object, in context: inout ApiContext
  ) {
    authorize(context.authorization.authorization(of: route), &properties, in: &context)
  }

  private mutating func authorize(
    _ authorization: Authorization, _ properties: inout Object, in context: inout ApiContext
  ) {
    let origin = Origin(of: authorization.name?.node)
    let asked: Value = authorization.isJwt ? "JWT" : "CUSTOM"
    switch authorization.checker {
    case .open, .unknown: properties.add("AuthorizationType", "NONE", origin: origin)
    case .iam: properties.add("AuthorizationType", "AWS_IAM", origin: origin)
    case .authorizer(let element):
      properties.add("AuthorizationType", asked, origin: origin)
      properties.add("AuthorizerId", authorizerId(element, in: &context), origin: origin)
    case .resource(let id, _):
      properties.add("AuthorizationType", asked, origin: origin)
      properties.add("AuthorizerId", .ref(id), origin: origin)
    case .either(let condition, let first, let second):
      var arms = (Object(), Object())
      authorize(first, &arms.0, in: &context)
      authorize(second, &arms.1, in: &context)
      return properties.append(.authorization(condition, arms.0, arms.1, origin: origin))
    }
    // Only tokens have scopes: rules report those of any other authorization.
    if let scopes = authorization.scopes, !authorization.isUnknown {
      let list = list(scopes)
      if list != [] { properties.add("AuthorizationScopes", list, origin: Origin(of: scopes.node)) }
    }
  }

  /// Writes the authorizers that no route uses, but a reference somewhere else.
  mutating func writeReferredAuthorizers(in context: inout ApiContext) {
    if context.api.value.authorizers.isEmpty { return }
    let referred = Set(values.pending.map(\.id))
    for element in context.api.value.authorizers
    where referred.contains(names.id(.authorizer(context.api.name, element.name))) {
      _ = authorizerId(element, in: &context)
    }
  }

  private mutating func authorizerId(_ element: Named<AuthorizerElement>, in context: inout ApiContext) -> Value? {
    if case .imported(let authorizer) = element.value.form { return value(authorizer.id) }
    if let id = context.authorizers[element.name] { return .ref(id) }
    return write(element.node) { $0.write(element, in: &context) }
  }

  private mutating func write(_ element: Named<AuthorizerElement>, in context: inout ApiContext) -> Value? {
    guard let own = authorizerProperties(of: element.value, in: context) else { return nil }
    var properties = Object()
    properties.add("ApiId", context.id)
    properties.add("Name", element.value.name, default: .string(element.name)) { value($0) }
    properties.append(own)
    let place = Place.authorizer(context.api.name, element.name)
    let extras = Extras.main(element.value.options, of: context.api.value.options)
    let id = write(place, .authorizer, properties, extras)
    context.authorizers[element.name] = id
    context.parts.append(id)
    if case .lambda(let authorizer) = element.value.form { permit(authorizer, id, element, in: context) }
    return .ref(id)
  }

  func authorizerProperties(of element: AuthorizerElement, in context: ApiContext) -> Object? {
    let isWebSocket = context.api.value.isWebSocket
    let header: Value = isWebSocket ? "route.request.header.Authorization" : "$request.header.Authorization"
    let sources = element.identitySource.map { list($0) } ?? [header]
    let origin = Origin(of: element.identitySource?.node)
    var properties = Object()
    switch element.form {
    case .jwt(let authorizer):
      properties.add("AuthorizerType", "JWT")
      properties.add("IdentitySource", sources, origin: origin)
      let configuration = Value.choice(authorizer.jwt) { jwt, _ in
        var configuration = Object()
        configuration.add("Audience", jwt.audience) { list($0) }
        configuration.add("Issuer", jwt.issuer) { value($0) }
        return .object(configuration)
      }
      properties.add("JwtConfiguration", configuration)
    case .userPool(let authorizer):
      guard let pool = pool(authorizer.userPool) else { return nil }
      properties.add("AuthorizerType", "JWT")
      properties.add("IdentitySource", sources, origin: origin)
      properties.add("JwtConfiguration", ["Audience": pool.clients, "Issuer": pool.issuer])
    case .lambda(let authorizer):
      guard let function = callee(authorizer.function) else { return nil }
      properties.add("AuthorizerType", "REQUEST")
      properties.add("AuthorizerUri", authorizer.function) { _ in Callee.invocation(of: function.arn) }
      properties.add("AuthorizerCredentialsArn", authorizer.credentials) { values.reference(.role, $0) }
      // `CreateAuthorizer` requires the list, also an empty one.
      properties.add("IdentitySource", sources, origin: origin)
      addAnswer(of: authorizer, isWebSocket: isWebSocket, hasSources: sources != [], to: &properties)
    case .imported, nil: return nil
    }
    return properties
  }

  /// The payload format version, the form of the response, and how long it is cached: without an identity source
  /// there is no cache key. A WebSocket API has none of them; rules report those that are written.
  private func addAnswer(
    of authorizer: LambdaAuthorizer, isWebSocket: Bool, hasSources: Bool, to properties: inout Object
  ) {
    if isWebSocket {
      properties.add("AuthorizerPayloadFormatVersion", authorizer.payloadFormatVersion) { value($0) }
      properties.add("EnableSimpleResponses", authorizer.simpleResponses) { value($0) }
      properties.add("AuthorizerResultTtlInSeconds", authorizer.ttl) { seconds($0) }
      return
    }
    properties.add("AuthorizerPayloadFormatVersion", authorizer.payloadFormatVersion, default: "2.0") { value($0) }
    // By default AWS expects a policy as the response. An update that omits the property leaves it as it was, but it only
    // exists with payload format version 2.0.
    let simple = authorizer.simpleResponses.map { value($0) } ?? .bool(authorizer.isSimple)
    if simple != false || authorizer.payloadFormatVersion?.literal ?? .second == .second {
      properties.add("EnableSimpleResponses", simple, origin: Origin(of: authorizer.simpleResponses?.node))
    }
    properties.add("AuthorizerResultTtlInSeconds", authorizer.ttl, default: hasSources ? 300 : 0) { seconds($0) }
  }

  /// The function may be called for this authorizer and for nothing else.
  private mutating func permit(
    _ authorizer: LambdaAuthorizer, _ id: String, _ element: Named<AuthorizerElement>, in context: ApiContext
  ) {
    guard authorizer.credentials == nil, let function = callee(authorizer.function),
      context.permissions(of: function) != .none
    else { return }
    let properties = Permission.properties(function, from: Permission.source(api: context.id, authorizer: .ref(id)))
    let path = "apis.\(context.api.name).authorizers.\(element.name).permission"
    write(
      Place(path, "AuthorizerAccess", context.api.name, element.name), .permission, properties,
      .part(element.value.options, of: context.api.value.options))
  }
}

extension LambdaAuthorizer {
  /// Whether the function uses simple responses; payload format version 1.0 only supports policies.
  var isSimple: Bool { simpleResponses?.literal ?? (payloadFormatVersion?.literal != .first) }
}
