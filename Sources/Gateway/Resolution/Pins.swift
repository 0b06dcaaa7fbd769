import SpecReading

extension SpecNames {
  /// The logical ids that authors pinned, by place. An element's own id stands before what is said of it as another
  /// one's part; what does not hold then stands in the second list.
  static func pins(_ elements: [Spec.Element]) -> (used: [String: Given<String>], unused: [(String, Given<String>)]) {
    var used: [String: Given<String>] = [:]
    for (path, options) in elements {
      if let id = options.logicalId { used[path] = id }
    }
    var unused: [(String, Given<String>)] = []
    for (path, options) in elements {
      for part in options.logicalIds {
        let place = "\(path).\(part.name)"
        if used[place] == nil { used[place] = part.value } else { unused.append((place, part.value)) }
      }
    }
    return (used, unused)
  }
}

extension Spec {
  typealias Element = (path: String, options: ElementOptions)

  /// Every element that is written to the template, by its path.
  var elements: [Element] {
    var elements: [Element] = []
    for element in functions {
      if case .created(let created) = element.value.form {
        elements.append(("functions.\(element.name)", created.options))
      }
    }
    for element in vpcs {
      if case .created(let created) = element.value.form { elements.append(("vpcs.\(element.name)", created.options)) }
    }
    for element in securityGroups {
      if case .created(let created) = element.value.form {
        elements.append(("securityGroups.\(element.name)", created.options))
      }
    }
    for element in vpcLinks {
      if case .created(let created) = element.value.form {
        elements.append(("vpcLinks.\(element.name)", created.options))
      }
      if case .toBalancer(let link) = element.value.form { elements.append(("vpcLinks.\(element.name)", link.options)) }
    }
    for element in targetGroups {
      if case .created(let created) = element.value.form {
        elements.append(("targetGroups.\(element.name)", created.options))
      }
    }
    for element in cloudMapNamespaces {
      if case .created(let created) = element.value.form {
        elements.append(("cloudMapNamespaces.\(element.name)", created.options))
      }
    }
    for element in cloudMapServices {
      if case .created(let created) = element.value.form {
        elements.append(("cloudMapServices.\(element.name)", created.options))
      }
    }
    for element in userPools {
      if case .created(let created) = element.value.form {
        elements.append(("userPools.\(element.name)", created.options))
      }
    }
    for element in domains {
      if let created = element.value.created { elements.append(("domains.\(element.name)", created.options)) }
    }
    for element in loadBalancers { elements += balancerElements(element) }
    for element in apis { elements += apiElements(element) }
    if let account { elements.append((Place.account.path, account.options)) }
    for element in apiKeys {
      guard case .created(let created) = element.value.form else { continue }
      elements.append(("apiKeys.\(element.name)", created.options))
    }
    for element in usagePlans { elements.append(("usagePlans.\(element.name)", element.value.options)) }
    return elements
  }

  private func balancerElements(_ element: Named<LoadBalancerElement>) -> [Element] {
    let path = "loadBalancers.\(element.name)"
    var elements: [Element] = []
    if case .created(let created) = element.value.form { elements.append((path, created.options)) }
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
  private func inlineElements(_ action: ListenerAction?, at path: String) -> [Element] {
    guard case .forward(let targets) = action else { return [] }
    return targets.items.enumerated().compactMap { index, target in
      guard case .inline(let inline) = target.form, case .created(let group) = inline.form else { return nil }
      return (index == 0 ? path : "\(path).\(index)", group.options)
    }
  }

  private func apiElements(_ element: Named<Api>) -> [Element] {
    let path = "apis.\(element.name)"
    var elements: [Element] = []
    if let options = element.value.options { elements.append((path, options)) }
    for authorizer in element.value.authorizers {
      elements.append(("\(path).authorizers.\(authorizer.name)", authorizer.value.options))
    }
    for integration in element.value.integrations {
      elements.append(("\(path).integrations.\(integration.name)", integration.value.options))
    }
    for model in element.value.models { elements.append(("\(path).models.\(model.name)", model.value.options)) }
    for route in element.value.routes {
      elements.append(("\(path).routes.\(key(of: route, in: element.value))", route.value.options))
    }
    for stage in element.value.stages ?? [] { elements.append(("\(path).stages.\(stage.name)", stage.value.options)) }
    for written in element.writtenMappings { elements.append((written.path, written.mapping.options)) }
    return elements
  }

  /// A route's key as its place has it, which spaces in what the author wrote do not change.
  private func key(of route: Named<Route>, in api: Api) -> String {
    let options = route.value.options
    if api.isWebSocket || (options.logicalId == nil && options.logicalIds.isEmpty) { return route.name }
    var parser = RouteKeyParser(route.name, at: route.mark)
    let keys = parser.parse()
    return keys.count == 1 ? keys[0].text : route.name
  }
}
