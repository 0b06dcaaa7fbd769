import CloudFormation

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
      return ("\(word == DocumentWords.anyMethod ? "ANY" : word.uppercased()) \(text)", path.origin)
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
    let version = given?["PayloadFormatVersion"]
    integration.add("PayloadFormatVersion", version?.value ?? "2.0", origin: version?.origin ?? .none)
    if let timeout = given?["TimeoutInMillis"] {
      integration.add("TimeoutInMillis", timeout.value, origin: timeout.origin)
    }

    var properties = Object()
    properties.add("RouteKey", .string(key.text), origin: key.origin)
    properties.add("Target", ["Fn::Join": ["/", .list(["integrations", .ref("\(id).integration")])]], origin: name)
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
