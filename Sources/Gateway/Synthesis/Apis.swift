import CloudFormation
import Diagnostics
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
  /// Logical ids of everything that a deployment has to be made anew for when it changes.
  var parts: [String] = []

  init(api: Named<Api>, id: Value, authorization: ApiAuthorization, routeCount: Int) {
    routeIds = Array(repeating: nil, count: routeCount)
    routes.reserveCapacity(routeCount)
    self.api = api
    self.id = id
    self.authorization = authorization
    shared = Dictionary(api.value.integrations.map { ($0.name, $0.value) }) { first, _ in first }
  }
}

extension Synthesis {
  /// An API with its routes, integrations, permissions and stages.
  mutating func write(_ element: Named<Api>, at index: Int) {
    let (routes, equal) = (routes[index], spec.equalTargets[index])
    if case .created(let api) = element.value.form { write(api, of: element, routes) }
    let finder = PlaceFinder(values: values)
    var context = ApiContext(
      api: element, id: finder.apiId(element), authorization: spec.authorizations[index],
      routeCount: routes.count)
    if let openapi = element.value.openapi {
      mergeIntoDocument(routes, in: &context)
      noteCallees(of: openapi, in: &context)
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
    if let openapi = api.openapi { return write(openapi, api, of: element) }
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

  // MARK: Routes

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

  // MARK: Integrations

  /// Writes the integration behind a route, once for targets that are written alike; the index of what it became.
  private mutating func lower(_ route: Route, _ alike: Int, in context: inout ApiContext) -> Int? {
    if let known = context.targets[alike] { return known }
    let lowered: LoweredTarget?
    switch route.answer {
    case .integration(let shared):
      guard let name = shared.name.literal, let element = context.shared[name] else { return nil }
      lowered = lower(element, called: name, behind: route, in: &context)
    case .target(let target):
      lowered = lower(target, called: nil, .part(context.api.value.options), behind: route, in: &context)
    case nil: return nil
    }
    guard let lowered else { return nil }
    context.targets[alike] = loweredTargets.count
    loweredTargets.append(lowered)
    return loweredTargets.count - 1
  }

  /// Writes an integration with a name; `route` is one behind it, if there is one.
  mutating func lower(
    _ element: IntegrationElement, called name: String, behind route: Route?, in context: inout ApiContext
  ) -> LoweredTarget? {
    guard let target = element.target else { return nil }
    var extras = Extras.main(element.options, of: context.api.value.options)
    extras.target = String(describing: target.integration.key)
    return lower(target, called: name, extras, behind: route, in: &context)
  }

  /// Targets that are equal share one integration, as far as their answers go the same way back.
  private mutating func lower(
    _ target: Target, called name: String?, _ extras: Extras, behind route: Route?,
    in context: inout ApiContext
  ) -> LoweredTarget? {
    let integration = target.integration
    guard let properties = properties(of: integration, in: context) else { return nil }
    let id = write(integration, properties, called: name, extras, behind: route, in: &context)
    return LoweredTarget(
      id: id, target: target, properties: properties, api: context.api,
      reference: .sub("integrations/\(Value.ref(id))"), name: integration.name,
      callee: permittedCallee(target, in: context))
  }

  private mutating func write(
    _ integration: some Integration, _ properties: Object, called name: String?, _ extras: Extras,
    behind route: Route?, in context: inout ApiContext
  ) -> String {
    let responses = responses(of: integration, for: route, in: context)
    // The order of keys does not matter.
    var whole = properties.withSortedMappings
    if !responses.isEmpty {
      let answers = responses.map(\.value.sorted).sorted { $0.fingerprint < $1.fingerprint }
      whole.add("Responses", .list(answers))
    }
    var place = place(of: integration, whole, in: context)
    if let name {
      let isOwn = responses == self.responses(of: integration, for: nil, in: context)
      place =
        isOwn
        ? .integration(context.api.name, name)
        : Place(
          hashed: "apis.\(context.api.name).integrations.\(name).\(Value.object(whole).fingerprint)", "Integration",
          context.api.name, name)
      whole.add("Name", .string(name))
    }
    if let id = context.integrations[.object(whole)] { return id }
    let id = write(place, properties, extras, in: &context)
    context.integrations[.object(whole)] = id
    checkCount(of: integration, in: context)
    write(responses, of: id, place, in: &context)
    return id
  }

  /// An integration whose routes all have conditions is written where one of them is, and so are its responses.
  private mutating func narrowIntegrations(in context: ApiContext) {
    if context.conditions.allSatisfy({ $0.condition == nil }) { return }
    let uses = Dictionary(grouping: context.conditions, by: \.integration).mapValues { $0.map(\.condition) }
    guard uses.values.contains(where: { !$0.contains(nil) }) else { return }
    for id in context.parts {
      var owner = id
      if case .ref(let integration)? = template[id]?.properties["IntegrationId"] { owner = integration }
      guard let uses = uses[owner], let condition = anyOf(uses) else { continue }
      let narrowed = allOf([template[id]?.condition, condition])
      template[id]?.condition = narrowed
    }
  }

  /// The function that a target calls without a role, so that it needs a permission.
  private func permittedCallee(_ target: Target, in context: ApiContext) -> Callee? {
    guard case .lambda(let lambda) = target, lambda.options.credentials == nil else { return nil }
    return callee(lambda.name)
  }

  private func notePermission(
    _ target: LoweredTarget, _ key: RouteKey, of route: Route, in context: inout ApiContext
  ) {
    guard let callee = target.callee else { return }
    let setting = callee.permissions ?? context.api.value.lambdaPermissions?.literal ?? .api
    context.permissions.note(callee, key, setting, route.options.condition?.literal)
  }

  /// The place of an integration without a name: its target, and a hash of its properties if it has more than the name
  /// of its target. So it does not depend on the routes that share it.
  private func place(of integration: some Integration, _ properties: Object, in context: ApiContext) -> Place {
    let kind = integration.kind
    if let name = integration.plainName(in: names) {
      let words = name.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
      return Place("apis.\(context.api.name).targets.\(kind).\(name)", kind, [context.api.name] + words)
    }
    let text = integration.name.literal.map(SecretSign.withoutSecrets) ?? "target"
    let readable = Place.words(of: text.utf8.split(separator: UInt8(ascii: ":")).last.map(Substring.init) ?? "")
    return Place(
      hashed: "apis.\(context.api.name).targets.\(kind).\(Value.object(properties).fingerprint)", kind,
      context.api.name, readable.dropFirst().prefix(3).reduce(readable.first ?? "") { $0 + "-" + $1 })
  }

  private mutating func write(
    _ place: Place, _ properties: Object, _ extras: Extras, in context: inout ApiContext
  ) -> String {
    let id = write(place, .integration, properties, extras)
    context.parts.append(id)
    return id
  }
}

extension Object {
  /// The same with the keys of the mappings in it sorted.
  fileprivate var withSortedMappings: Object {
    // Few integrations have any.
    let hasMapping = members.contains { member in
      if case .object(let object) = member.value { object.members.count > 1 } else { false }
    }
    if !hasMapping { return self }
    return Object(members.map { .init(key: $0.key, value: $0.value.sorted, origin: $0.origin) })
  }
}
