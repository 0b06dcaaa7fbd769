/// Overviews whose texts are changed, so that no secret of a spec is shown.
extension Overview {
  /// The overview with other texts: names, targets and addresses.
  public func mapTexts(_ change: (String) -> String) -> Overview {
    Overview(apis: apis.map { $0.mapTexts(change) })
  }
}

extension Overview.Api {
  fileprivate func mapTexts(_ change: (String) -> String) -> Overview.Api {
    Overview.Api(
      name: change(name), isWebSocket: isWebSocket, hasOtherRoutes: hasOtherRoutes, stages: stages,
      addresses: addresses.map {
        Overview.Address(host: $0.host.map(change), path: change($0.path), stage: $0.stage)
      },
      routes: routes.map { $0.mapTexts(change) })
  }
}

extension Overview.Route {
  fileprivate func mapTexts(_ change: (String) -> String) -> Overview.Route {
    Overview.Route(
      method: method, path: change(path), authorization: change(authorization),
      authorizationSource: authorizationSource,
      isOpen: isOpen, throttle: throttle,
      target: Overview.Target(kind: target.kind, name: change(target.name), link: target.link.map(change)), mark: mark)
  }
}
