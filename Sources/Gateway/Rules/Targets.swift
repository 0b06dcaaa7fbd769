import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// A target, and what it answers.
  struct AnsweringTarget {
    let api: Named<Api>
    let target: Target
    /// The routes that it answers; several where it is shared by name.
    let keys: [RouteKey]

    /// Where it is named.
    var mark: Mark { target.integration.name.mark }

    /// Whether its API's protocol has such targets at all; what else is wrong with one that it has not is no matter.
    var isServed: Bool {
      type(of: target.integration).protocols.contains(api.value.isWebSocket ? .websocket : .http)
    }
  }

  /// The targets of all routes and of integrations that are used by name, as far as their API's protocol has them.
  func forEachTarget(_ body: (AnsweringTarget) -> Void) {
    forEachWrittenTarget { if $0.isServed { body($0) } }
  }

  /// The targets of all routes and of integrations that are used by name.
  func forEachWrittenTarget(_ body: (AnsweringTarget) -> Void) {
    for (api, routes) in zip(names.spec.apis, routes) {
      var shared: [String: [RouteKey]] = [:]
      var index = 0
      while index < routes.count {
        // The keys of one line share its target.
        var keys = [routes[index].key]
        let route = routes[index].route
        index += 1
        while index < routes.count, routes[index].route.mark == route.mark {
          keys.append(routes[index].key)
          index += 1
        }
        switch route.value.answer {
        case .target(let target): body(AnsweringTarget(api: api, target: target, keys: keys))
        case .integration(let name): shared[name.name.literal ?? "", default: []] += keys
        case nil: break
        }
      }
      for element in api.value.integrations {
        guard let keys = shared[element.name], let target = element.value.target else { continue }
        body(AnsweringTarget(api: api, target: target, keys: keys))
      }
    }
  }

  /// The targets behind a VPC link of version 2, which HTTP APIs have.
  func forEachPrivateTarget(_ body: (AnsweringTarget, any PrivateTarget) -> Void) {
    forEachTarget { answering in
      if answering.api.value.isWebSocket { return }
      if let target = answering.target.privateTarget { body(answering, target) }
    }
  }

  /// The listeners of the spec that targets name.
  func forEachListenerTarget(
    _ body: (any ListenerTarget, LoadBalancerElement, Named<ListenerElement>) -> Void
  ) {
    forEachTarget { answering in
      guard let target = answering.target.privateTarget as? any ListenerTarget,
        let resolved = names.listener(target.name), let balancer = resolved.balancer, let listener = resolved.listener
      else { return }
      body(target, balancer, listener)
    }
  }
}

extension Target {
  /// The target behind a VPC link, if it is one.
  var privateTarget: (any PrivateTarget)? { integration as? any PrivateTarget }
}

extension ListenerElement {
  /// What it speaks, where that is sure: of one that exists only what is written, or what its port tells.
  func surelySpeaks(on type: LoadBalancerType?) -> ListenerProtocol? {
    if case .imported = form, self.protocol == nil, port?.literal == nil || type == .network { return nil }
    return speaks(on: type)
  }
}
