import CloudFormation
import SpecReading
import YAMLTree

/// An authorizer that is made, as rules on what it says look at it: one of an API's `authorizers`, or of `resources`.
struct WrittenAuthorizer {
  let isJwt: Bool
  /// Where it is said what kind it is: its key, or its type.
  let mark: Mark
  /// Nil where its API is not known.
  let isWebSocket: Bool?
  /// What tells its API from others, and what messages call that.
  let api: Value?
  let apiName: String
  /// The resource, where it is one of `resources`.
  let resource: RawResource?
  let issuer: Given<String>?
  let audience: Names?
  let identitySource: Names?
  let payloadFormatVersion: Given<String>?
  let simpleResponses: Given<Bool>?
  /// In seconds.
  let ttl: Given<Int>?

  /// One of `resources`, where its type is known.
  init?(_ resource: RawResource, _ owner: RawApi?) {
    guard let type = resource["AuthorizerType"], type.text == "JWT" || type.text == "REQUEST" else { return nil }
    isJwt = type.text == "JWT"
    mark = type.mark
    isWebSocket = owner?.isWebSocket
    api = resource.apiKey
    apiName = owner?.name ?? ""
    self.resource = resource
    let jwt = isJwt ? resource["JwtConfiguration"] : nil
    issuer = jwt?["Issuer"]?.given
    audience = jwt?["Audience"]?.list
    identitySource = resource["IdentitySource"]?.list
    payloadFormatVersion = isJwt ? nil : resource["AuthorizerPayloadFormatVersion"]?.given
    simpleResponses = isJwt ? nil : resource["EnableSimpleResponses"]?.given(\.bool)
    ttl = resource["AuthorizerResultTtlInSeconds"]?.given(\.number)
  }

  /// One of an API's; nil for one that exists.
  init?(_ used: ResolvedSpec.UsedAuthorizer, api: Value) {
    let element = used.element.value
    switch used.form {
    case .jwt(let authorizer): (issuer, audience) = (authorizer.jwt.issuer, authorizer.jwt.audience)
    case .lambda, .userPool: (issuer, audience) = (nil, nil)
    case .imported, nil: return nil
    }
    if case .lambda(let authorizer) = used.form {
      payloadFormatVersion = authorizer.payloadFormatVersion?.map(\.rawValue)
      simpleResponses = authorizer.simpleResponses
      ttl = authorizer.ttl?.map(\.seconds)
    } else {
      (payloadFormatVersion, simpleResponses, ttl) = (nil, nil, nil)
    }
    isJwt = element.isJwt
    mark = used.element.mark
    isWebSocket = used.api.value.isWebSocket
    self.api = api
    apiName = used.api.name
    resource = nil
    identitySource = element.identitySource
  }

  /// The words of the one it is: the language's, or CloudFormation's.
  func words(_ own: String, raw: String) -> String { resource == nil ? own : raw }
}

extension ResolvedSpec {
  /// Every authorizer that is made.
  func forEachWrittenAuthorizer(_ body: (WrittenAuthorizer) -> Void) {
    forEachAuthorizer { used in
      let api = Value.ref(names.id(.api(used.api.name)))
      if let authorizer = WrittenAuthorizer(used, api: api) { body(authorizer) }
    }
    for authorizer in rawAuthorizers { body(authorizer) }
  }

  /// The authorizers of `resources` whose types are known.
  var rawAuthorizers: [WrittenAuthorizer] {
    rawGateway("Authorizer").compactMap { resource in
      WrittenAuthorizer(resource, rawApis[resource])
    }
  }

  /// Every authorizer that asks a function.
  func forEachWrittenLambdaAuthorizer(_ body: (WrittenAuthorizer) -> Void) {
    forEachWrittenAuthorizer { if !$0.isJwt { body($0) } }
  }

  /// Every issuer that is written as such.
  func forEachIssuer(_ body: (WrittenAuthorizer, Given<String>) -> Void) {
    forEachWrittenAuthorizer { authorizer in if let issuer = authorizer.issuer { body(authorizer, issuer) } }
  }
}
