import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// An authorizer, with its API and the routes that it checks.
  struct UsedAuthorizer {
    let api: Named<Api>
    let element: Named<AuthorizerElement>
    let routes: [RouteKey]

    /// The fields of the form that it has.
    var form: Authorizer? { element.value.form }
  }

  /// Every authorizer of every API.
  func forEachAuthorizer(_ body: (UsedAuthorizer) -> Void) {
    for (api, routes) in zip(names.spec.apis, routes) {
      var users: [String: [RouteKey]] = [:]
      for route in routes {
        let authorization = api.value.authorization(of: route.route.value, route.key, in: names)
        if case .authorizer(let element) = authorization.checker { users[element.name, default: []].append(route.key) }
      }
      for element in api.value.authorizers {
        body(UsedAuthorizer(api: api, element: element, routes: users[element.name] ?? []))
      }
    }
  }

  /// Every authorizer that is a function.
  func forEachLambdaAuthorizer(_ body: (UsedAuthorizer, LambdaAuthorizer) -> Void) {
    forEachAuthorizer { used in if case .lambda(let authorizer) = used.form { body(used, authorizer) } }
  }

  /// Every route, and who may call it.
  func forEachAuthorization(_ body: (Named<Api>, ApiRoutes.Resolved, Authorization) -> Void) {
    for (api, routes) in zip(names.spec.apis, routes) {
      for route in routes { body(api, route, api.value.authorization(of: route.route.value, route.key, in: names)) }
    }
  }

  /// Every list of scopes that is written, and whether tokens have them.
  func forEachScopes(_ body: (Names, Bool) -> Void) {
    for (api, routes) in zip(names.spec.apis, routes) {
      if let auth = api.value.defaultAuth, let scopes = auth.scopes {
        let checker = api.value.checker(auth.authorizer, in: names)
        body(scopes, Authorization(checker: checker, name: nil, scopes: nil).mayHaveScopes)
      }
      for authorizer in api.value.authorizers {
        if let scopes = authorizer.value.scopes { body(scopes, authorizer.value.isJwt || authorizer.value.form == nil) }
      }
      var last: Mark?
      for route in routes {
        // The keys of one line share what it says.
        guard let scopes = route.route.value.auth?.scopes, scopes.mark != last else { continue }
        last = scopes.mark
        body(scopes, api.value.authorization(of: route.route.value, route.key, in: names).mayHaveScopes)
      }
    }
    for route in rawGateway("Route") {
      guard let scopes = route["AuthorizationScopes"]?.list else { continue }
      let type = route["AuthorizationType"]
      body(scopes, type.map { $0.text == "JWT" || $0.isFunction } ?? !route.lacks("AuthorizationType"))
    }
  }
}

extension Authorization {
  /// Whether scopes mean something here; of a name that is not there, nobody knows.
  fileprivate var mayHaveScopes: Bool { if case .unknown = checker { true } else { isJwt } }
}
