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
      "StageName", values.name(of: stage), origin: Origin(of: stage.value?.name?.node ?? stage.node))
    properties.add("Description", stage.value?.description) { value($0) }
    let autoDeploy = own?.autoDeploy ?? shared.autoDeploy
    if autoDeploy?.literal == false {
      // An update keeps `true` where it is left out, and rejects the deployment.
      properties.add("AutoDeploy", false, origin: Origin(of: autoDeploy?.node))
      properties.add("DeploymentId", .ref(writeDeployment(in: context)), origin: Origin(of: autoDeploy?.node))
    } else {
      properties.add("AutoDeploy", true, origin: Origin(of: autoDeploy?.node))
    }
    if let logs = api.value.accessLogs(of: stage) {
      properties.add(
        "AccessLogSettings", accessLogSettings(logs, of: stage, in: context),
        origin: Origin(of: logs.function ?? logs.only?.node))
    }
    properties.add("ClientCertificateId", stage.value?.clientCertificate) { values.reference(.clientCertificate, $0) }
    properties.add("DefaultRouteSettings", settings(own?.settings, shared.settings))
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

  // MARK: Settings

  /// Settings, each from the first that has it.
  private func settings(_ own: RouteSettings?, _ shared: RouteSettings? = nil) -> Value? {
    var settings = Object(capacity: 2)
    settings.add("ThrottlingRateLimit", own?.throttle, else: shared?.throttle, \.rate) { number($0) }
    settings.add("ThrottlingBurstLimit", own?.throttle, else: shared?.throttle, \.burst) { value($0) }
    settings.add("DetailedMetricsEnabled", own?.detailedMetrics ?? shared?.detailedMetrics) { value($0) }
    settings.add("LoggingLevel", own?.logging, else: shared?.logging, \.level) { value($0) }
    settings.add("DataTraceEnabled", own?.logging, else: shared?.logging, \.dataTrace) { value($0) }
    return settings.isEmpty ? nil : .object(settings)
  }

  /// Settings of single routes, and the logical IDs of the routes: AWS rejects the key of a route that does not exist.
  private func routeSettings(
    of stage: Api.ResolvedStage, in context: ApiContext, _ routes: [ApiRoutes.Resolved]
  ) -> (Value?, [String]) {
    let own = (stage.value?.routes ?? []).flatMap { settings in
      context.api.value.keys(of: settings).map { (key: $0, settings: settings) }
    }
    var left = Dictionary(own.map { ($0.key, $0.settings) }) { first, _ in first }
    var object = Object()
    var ids: [String] = []
    for (index, route) in routes.enumerated() {
      let written = left.isEmpty ? nil : left.removeValue(forKey: route.key.text)
      if written == nil, route.route.value.settings.isEmpty { continue }
      let id = context.routeIds[index]
      guard id != nil || context.api.value.openapi != nil,
        let value = settings(written?.value, route.route.value.settings)
      else { continue }
      // Where the route is not created, AWS would not find it.
      let condition = route.route.value.options.condition?.literal
      if object.isEmpty { object = Object(capacity: routes.count - index) }
      object.add(
        route.key.text, value.under(condition),
        origin: Origin(naming: written?.node ?? route.route.node))
      if let id { ids.append(id) }
    }
    // An imported API may have routes that are not in the spec; others are reported.
    for (key, settings) in own where left.removeValue(forKey: key) != nil {
      object.add(key, self.settings(settings.value), origin: Origin(naming: settings.node))
    }
    return (object.isEmpty ? nil : .object(object), ids)
  }

  // MARK: Deployments

  /// A deployment is a snapshot of the API, which is renewed whenever its content changes. It depends on all of the parts.
  private mutating func writeDeployment(in context: ApiContext) -> String {
    let renewal = Renewal(
      path: "apis.\(context.api.name).deployment", kind: "Deployment", name: context.api.name,
      source: .api(context.id, parts: context.parts))
    if template[renewal.id] != nil { return renewal.id }
    renewals.append(renewal)
    var properties = Object()
    properties.add("ApiId", context.id)
    if case .created(let api) = context.api.value.form {
      properties.add("Description", api.description) { value($0) }
    }
    var extras = Extras.part(context.api.value.options)
    extras.dependsOn = context.routes
    return write(Place(renewal.path, id: renewal.id), .deployment, properties, extras)
  }
}

extension Api {
  /// The route keys that a key under a stage's `routes` means; the key itself where it is not valid.
  fileprivate func keys(of settings: Named<RouteSettings>) -> [String] {
    if isWebSocket { return [settings.name] }
    var parser = RouteKeyParser(settings.name, at: settings.mark)
    let keys = parser.parse().map(\.text)
    return keys.isEmpty ? [settings.name] : keys
  }
}
