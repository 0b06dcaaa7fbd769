import CloudFormation
import SpecReading
import YAMLTree

/// The state of an API while its parts are written.
struct ApiContext {
  let api: Named<Api>
  /// Its id.
  let id: Value
  /// The authorization of its routes.
  let authorization: ApiAuthorization
  /// The index of the lowered target, by the first route with an equal target.
  var targets: [Int: Int] = [:]
  /// Integrations by their properties: equal targets share one.
  var integrations: [Value: String] = [:]
  /// Authorizers by name, those that a route uses.
  var authorizers: [String: String] = [:]
  /// The integrations that have names.
  let shared: [String: IntegrationElement]
  /// The integration and the condition of each route.
  var conditions: [(integration: String, condition: String?)] = []
  /// Models by name, those that a route uses.
  var models: [String: String] = [:]
  /// Logical ids of its routes and of what answers by them, in order.
  var routes: [String] = []
  /// Logical ids of its routes by their index; nil for those that are left out.
  var routeIds: [String?]
  /// The functions that its routes call, by what they are permitted for.
  var permissions = PermissionPlan()
  /// Logical ids of everything whose change renews a deployment.
  var parts: [String] = []

  init(api: Named<Api>, id: Value, authorization: ApiAuthorization, routeCount: Int) {
    routeIds = Array(repeating: nil, count: routeCount)
    routes.reserveCapacity(routeCount)
    self.api = api
    self.id = id
    self.authorization = authorization
    shared = Dictionary(api.value.integrations.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The permissions that are written for a function: its own setting goes before that of the API.
  func permissions(of callee: Callee) -> LambdaPermissions {
    callee.permissions ?? api.value.lambdaPermissions?.literal ?? .api
  }
}

extension Synthesis {
  /// An API with its routes, integrations, permissions and stages.
  mutating func write(_ element: Named<Api>, at index: Int) {
    let (routes, equal) = (routes[index], spec.equalTargets[index])
    if case .created(let api) = element.value.form { write(api, of: element, routes) }
    var context = ApiContext(
      api: element, id: values.id(of: element), authorization: spec.authorizations[index],
      routeCount: routes.count)
    if element.value.openapi != nil, !element.value.isWebSocket {
      mergeIntoDocument(routes, in: &context)
      noteDocumentCallees(in: &context)
    } else {
      for (index, route) in routes.enumerated() {
        write(route.route.node) { $0.write(route, index, alike: equal.first[index], in: &context) }
      }
      writeReferredIntegrations(in: &context)
      narrowIntegrations(in: context)
    }
    writeReferredAuthorizers(in: &context)
    writePermissions(in: context)
    writeSenders(in: context)
    writeStages(in: context, routes)
    writeMappings(in: context)
  }

  private mutating func write(_ api: CreatedApi, of element: Named<Api>, _ routes: [ApiRoutes.Resolved]) {
    if let openapi = api.openapi {
      guard element.value.isWebSocket, let type = element.value.type else { return write(openapi, api, of: element) }
      fail(
        .onlyInDocument, at: type.mark, "only an HTTP API can be defined by an OpenAPI document",
        help: "remove `type`")
    }
    var properties = Object()
    properties.add("Name", api.name, default: .string(element.name)) { value($0) }
    properties.add("Description", api.description) { value($0) }
    properties.add("Version", api.apiVersion) { value($0) }
    properties.add(
      "ProtocolType", element.value.isWebSocket ? "WEBSOCKET" : "HTTP", origin: Origin(of: element.value.type?.node))
    properties.add(
      "RouteSelectionExpression", api.routeSelectionExpression,
      default: element.value.isWebSocket ? "$request.body.action" : nil
    ) { value($0) }
    properties.add("ApiKeySelectionExpression", api.apiKeySelectionExpression) { value($0) }
    properties.add("DisableSchemaValidation", api.disableSchemaValidation) { value($0) }
    let cors = element.value.cors
    properties.add(
      "CorsConfiguration", corsConfiguration(of: element.value, routes),
      origin: Origin(of: cors?.function ?? cors?.only?.node))
    properties.add("DisableExecuteApiEndpoint", api.disableExecuteApiEndpoint) { value($0) }
    properties.add("IpAddressType", api.ipAddressType) { value($0) }
    write(.api(element.name), .api, properties, .main(api.options))
  }

  /// `alike` is the index of the first route whose target is written alike.
  private mutating func write(
    _ resolved: ApiRoutes.Resolved, _ index: Int, alike: Int, in context: inout ApiContext
  ) {
    let route = resolved.route.value
    guard let target = lower(route, alike, in: &context) else { return }
    let integration = loweredTargets[target].id
    notePermission(loweredTargets[target], resolved.key, of: route, in: &context)
    context.conditions.append((integration, route.options.condition?.literal))
    var properties = Object(capacity: 6)
    properties.add("ApiId", context.id)
    properties.add("RouteKey", .string(resolved.key.text), origin: Origin(of: resolved.route.node))
    authorize(resolved, &properties, in: &context)
    properties.add("OperationName", route.details.operationName) { value($0) }
    let models = addMessages(of: route, to: integration, &properties, in: &context)
    properties.add("Target", loweredTargets[target].reference, origin: Origin(of: resolved.route.node))
    var extras = Extras.main(route.options)
    extras.condition = context.api.value.options?.condition?.literal
    extras.dependsOn = models
    let place = Place.route(context.api.name, resolved.key)
    let id = write(place, .route, properties, extras)
    context.deployed(id)
    context.routeIds[index] = id
    loweredRoutes.append(
      LoweredRoute(
        id: id, target: target, resolved: resolved, index: index))
    writeResponse(to: id, resolved.key, route, in: &context)
  }

  private func notePermission(
    _ target: LoweredTarget, _ key: RouteKey, of route: Route, in context: inout ApiContext
  ) {
    guard let callee = target.callee else { return }
    context.permissions.note(callee, key, context.permissions(of: callee), route.options.condition?.literal)
  }
}
