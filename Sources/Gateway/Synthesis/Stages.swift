import CloudFormation
import SpecReading

extension Synthesis {
  /// The stages of an API, with a deployment where they do not deploy by themselves.
  mutating func writeStages(in context: ApiContext, _ routes: [ApiRoutes.Resolved]) {
    for stage in context.api.value.resolvedStages where !stage.exists {
      write(stage.node) { $0.write(stage, in: context, routes) }
    }
  }

  private mutating func write(_ stage: Api.ResolvedStage, in context: ApiContext, _ routes: [ApiRoutes.Resolved]) {
    let api = context.api
    let own = stage.value?.stageOptions
    let shared = api.value.stageOptions
    var properties = Object()
    properties.add("ApiId", context.id)
    properties.add(
      "StageName", stageName(of: stage), origin: Origin(of: stage.value?.name?.node ?? stage.node))
    properties.add("Description", stage.value?.description) { value($0) }
    if (own?.autoDeploy ?? shared.autoDeploy)?.literal == false {
      properties.add("DeploymentId", .ref(writeDeployment(in: context)))
    } else {
      properties.add("AutoDeploy", true)
    }
    if let logs = own?.accessLogs ?? shared.accessLogs {
      properties.add("AccessLogSettings", accessLogSettings(logs, of: stage, in: context))
    }
    properties.add("ClientCertificateId", stage.value?.clientCertificate) { values.reference(.clientCertificate, $0) }
    properties.add("DefaultRouteSettings", settings([own?.settings, shared.settings]))
    let (routeSettings, settled) = routeSettings(of: stage, in: context, routes)
    properties.add("RouteSettings", routeSettings)
    var variables = Object()
    for variable in (shared.variables ?? []) + (own?.variables ?? []) {
      variables.set(variable) { value($0) }
    }
    if !variables.isEmpty { properties.add("StageVariables", .object(variables)) }
    var extras = Extras.main(stage.value?.options, of: api.value.options)
    extras.dependsOn = settled + logDependencies(of: stage, in: api.value)
    write(.stage(api.name, stage.name), .stage, properties, extras)
  }

  /// What AWS calls a stage.
  func stageName(of stage: Api.ResolvedStage) -> Value { stage.value?.name.map { value($0) } ?? .string(stage.name) }

  // MARK: Settings

  /// Settings, each from the first that says it.
  private func settings(_ candidates: [RouteSettings?]) -> Value? {
    var settings = Object()
    let throttles = candidates.compactMap { $0?.throttle }
    settings.add("ThrottlingRateLimit", throttles.lazy.compactMap(\.rate).first) { number($0) }
    settings.add("ThrottlingBurstLimit", throttles.lazy.compactMap(\.burst).first) { value($0) }
    let metrics = candidates.lazy.compactMap { $0?.detailedMetrics }.first
    settings.add("DetailedMetricsEnabled", metrics) { value($0) }
    let logging = candidates.compactMap { $0?.logging }
    settings.add("LoggingLevel", logging.lazy.compactMap(\.level).first) { value($0) }
    settings.add("DataTraceEnabled", logging.lazy.compactMap(\.dataTrace).first) { value($0) }
    return settings.isEmpty ? nil : .object(settings)
  }

  /// Settings of single routes, and the routes themselves: AWS refuses a key whose route does not stand yet.
  private func routeSettings(
    of stage: Api.ResolvedStage, in context: ApiContext, _ routes: [ApiRoutes.Resolved]
  ) -> (Value?, [String]) {
    var own: [(key: String, settings: RouteSettings)] = []
    for settings in stage.value?.routes ?? [] {
      for key in context.api.value.keys(of: settings) { own.append((key.text, settings.value)) }
    }
    let owned = Dictionary(own) { first, _ in first }
    var object = Object()
    var ids: [String] = []
    for route in routes {
      guard let value = settings([owned[route.key.text], route.route.value.settings]) else { continue }
      // Where the route is not written, AWS would not find it.
      let condition = route.route.value.options.condition?.literal
      object[route.key.text] = condition.map { ["Fn::If": [.string($0), value, .ref("AWS::NoValue")]] } ?? value
      ids.append(names.id(.route(context.api.name, route.key)))
    }
    // An API that exists may have routes that the spec does not show.
    if case .imported = context.api.value.form {
      let known = Set(routes.map(\.key.text))
      for (key, route) in own where !known.contains(key) { object[key] = settings([route]) }
    }
    return (object.isEmpty ? nil : .object(object), ids)
  }

  // MARK: Deployments

  /// A deployment takes what stands when it is made: its id changes with the routes, integrations and authorizers, so
  /// that CloudFormation makes a new one, and it comes after all of them.
  private mutating func writeDeployment(in context: ApiContext) -> String {
    let place = Place(
      hashed: "apis.\(context.api.name).deployment.\(fingerprint(of: context.parts))", "Deployment", context.api.name)
    let id = names.id(place)
    if template[id] != nil { return id }
    var properties = Object()
    properties.add("ApiId", context.id)
    // It is a picture of the API, so what is said of the API holds for it.
    if case .created(let api) = context.api.value.form {
      properties.add("Description", api.description) { value($0) }
    }
    var extras = Extras.part(context.api.value.options)
    extras.dependsOn = context.routes
    return write(place, .deployment, properties, extras)
  }

  /// What tells whether anything of these resources has changed, in whatever order they are written. Overrides are laid
  /// over them later, so they count as they stand.
  private func fingerprint(of ids: [String]) -> String {
    var contents: [String: String] = [:]
    for id in ids { contents[id] = template[id].map { Value.object($0.properties).fingerprint } }
    for change in names.spec.overrides {
      let id = placed.first { $0.path == change.name }?.id ?? change.name
      contents[id]? += values.value(change.value.node).fingerprint
    }
    return LogicalID.hash(contents.values.sorted().joined())
  }
}

extension Api {
  /// The route keys that a key under a stage's `routes` means.
  func keys(of settings: Named<RouteSettings>) -> [RouteKey] {
    if isWebSocket { return [RouteKey(message: settings.name)] }
    var parser = RouteKeyParser(settings.name, at: settings.mark)
    return parser.parse()
  }
}
