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
    for (api, authorization) in zip(names.spec.apis, authorizations) {
      for element in api.value.authorizers {
        body(UsedAuthorizer(api: api, element: element, routes: authorization.users[element.name] ?? []))
      }
    }
  }

  /// Every authorizer that is a function.
  func forEachLambdaAuthorizer(_ body: (UsedAuthorizer, LambdaAuthorizer) -> Void) {
    forEachAuthorizer { used in if case .lambda(let authorizer) = used.form { body(used, authorizer) } }
  }
}
