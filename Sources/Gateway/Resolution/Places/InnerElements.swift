import SpecReading

extension Account {
  /// It is an element by itself.
  var written: WrittenElement { (Place.account.path, options) }
}

extension LoadBalancerElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::ElasticLoadBalancingV2::LoadBalancer", created.options)
    case .imported(let imported): .existing(imported.arn, ["LoadBalancerArn": imported.arn], arnOf: .loadBalancer)
    case nil: nil
    }
  }

  static func inner(of element: Named<Self>, at path: String) -> [WrittenElement] {
    var elements: [WrittenElement] = []
    for listener in element.value.listeners {
      guard case .created(let created) = listener.value.form else { continue }
      let place = "\(path).listeners.\(listener.name)"
      elements.append((place, created.options))
      elements += inlineElements(created.action, at: "\(place).targetGroup")
      for rule in created.rules {
        elements.append(("\(place).rules.\(rule.name)", rule.value.options))
        elements += inlineElements(rule.value.action, at: "\(place).rules.\(rule.name).targetGroup")
      }
    }
    return elements
  }

  /// Target groups that are written in the place of an action's targets.
  private static func inlineElements(_ action: ListenerAction?, at path: String) -> [WrittenElement] {
    guard case .forward(let targets) = action else { return [] }
    return targets.items.enumerated().compactMap { index, target in
      guard case .inline(let inline) = target.form, case .created(let group) = inline.form else { return nil }
      return (index == 0 ? path : "\(path).\(index)", group.options)
    }
  }
}

extension Api: SectionElement {
  static func resource(of element: Named<Api>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): return .created("AWS::ApiGatewayV2::Api", created.options)
    case .imported(let imported):
      var attributes = ["ApiId": imported.id]
      attributes["ApiEndpoint"] = imported.endpoint
      return .existing(imported.id, attributes)
    case nil: return nil
    }
  }

  static func inner(of element: Named<Api>, at path: String) -> [WrittenElement] {
    var elements: [WrittenElement] = []
    for authorizer in element.value.authorizers {
      elements.append(("\(path).authorizers.\(authorizer.name)", authorizer.value.options))
    }
    for integration in element.value.integrations {
      elements.append(("\(path).integrations.\(integration.name)", integration.value.options))
    }
    for model in element.value.models { elements.append(("\(path).models.\(model.name)", model.value.options)) }
    for route in element.value.routes where !route.value.options.isEmpty {
      elements.append(("\(path).routes.\(key(of: route, in: element.value))", route.value.options))
    }
    for stage in element.value.stages ?? [] { elements.append(("\(path).stages.\(stage.name)", stage.value.options)) }
    for written in element.writtenMappings { elements.append((written.path, written.mapping.options)) }
    return elements
  }

  /// A route's key as its place has it, which spaces in what the author wrote do not change.
  private static func key(of route: Named<Route>, in api: Api) -> String {
    let options = route.value.options
    if api.isWebSocket || (options.logicalId == nil && options.logicalIds.isEmpty) { return route.name }
    var parser = RouteKeyParser(route.name, at: route.mark)
    let keys = parser.parse()
    return keys.count == 1 ? keys[0].text : route.name
  }
}
