import CloudFormation

/// The events of functions that SAM makes routes of, by the logical ID of their API.
struct ServerlessRoutes {
  /// An event, and the function that it is of.
  struct Route {
    let event: Model.Property
    let function: Model.Resource
  }

  private(set) var routes: [String: [Route]] = [:]
  /// Whether these are all.
  private(set) var areKnown = true

  init(_ functions: [Model.Resource]) {
    for function in functions {
      guard let events = function["Events"] else { continue }
      if events.isFunction { areKnown = false }
      for event in events.members {
        guard let type = event["Type"]?.text else {
          areKnown = false
          continue
        }
        guard type == "HttpApi" else { continue }
        guard let api = ServerlessRoutes.api(of: event) else {
          areKnown = false
          continue
        }
        routes[api, default: []].append(Route(event: event, function: function))
      }
    }
  }

  /// The logical ID of an event's API; nil if it is not known.
  private static func api(of event: Model.Property) -> String? {
    let properties = event["Properties"]
    if properties?.isFunction ?? false { return nil }
    guard let id = properties?["ApiId"] else { return UpdateFacts.implicitApi }
    return id.target ?? id.text
  }
}

/// The routes that SAM makes of the events of functions, each with an integration of its own.
extension ServerlessApi {
  /// The key of an event's route, with the place of its path; nil where it is not known.
  func key(of route: ServerlessRoutes.Route) -> (text: String, origin: Origin)? {
    let properties = route.event["Properties"]
    switch (properties?["Path"], properties?["Method"]) {
    case (nil, nil): return ("$default", Origin(key: route.event.origin.key, value: route.event.origin.key))
    case (let path?, let method?):
      guard let text = path.text, let word = method.text?.lowercased() else { return nil }
      if text == "$default" || text == "/$default" { return ("$default", path.origin) }
      let name = word == DocumentWords.anyMethod ? "ANY" : word.uppercased()
      return ("\(name) \(text)", HttpMethod.names.contains(name) ? path.origin : method.origin)
    default: return nil
    }
  }

  /// The integration and the route of an event.
  func routeParts(_ route: ServerlessRoutes.Route) -> [Model.Resource] {
    guard let key = key(of: route) else { return [] }
    // SAM makes only a permission of an event whose operation has a target.
    let operation = operation(key.text)
    if operation?.hasIntegration ?? false { return [] }
    let id = "\(resource.id).\(route.function.id).\(route.event.name)"
    let name = Origin(key: route.event.origin.key, value: route.event.origin.key)
    let given = route.event["Properties"]

    var integration = Object()
    integration.add("IntegrationType", "AWS_PROXY")
    integration.add("IntegrationMethod", "POST")
    integration.add("IntegrationUri", .getAtt(route.function.id, "Arn"), origin: name)
    integration.add("PayloadFormatVersion", given?["PayloadFormatVersion"], default: "2.0")
    integration.add("TimeoutInMillis", given?["TimeoutInMillis"])

    var properties = Object()
    properties.add("RouteKey", .string(key.text), origin: key.origin)
    properties.add("Target", .target("\(id).integration"), origin: name)
    let isOptions = key.text.hasPrefix("OPTIONS ")
    let isSecured = operation?["security"] != nil && given?["Auth"] == nil
    let authorization = isSecured ? nil : ServerlessAuth(self).authorization(of: given?["Auth"], isOptions: isOptions)
    if let authorization { properties.append(authorization) }
    let condition = route.function.condition
    return [
      part("Integration", "\(id).integration", integration, from: route.event, condition: condition),
      part("Route", id, properties, from: route.event, condition: condition, isWhole: authorization != nil),
    ]
  }
}
