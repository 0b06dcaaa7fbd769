import SpecReading
import YAMLTree

/// The authorization of a route, with all defaults applied.
struct Authorization {
  /// The method of authorization.
  enum Checker {
    /// No authorization.
    case open
    /// AWS signatures.
    case iam
    /// One of the API's authorizers.
    case authorizer(Named<AuthorizerElement>)
    /// An authorizer in `resources`, by its logical id.
    case resource(String, isJwt: Bool)
    /// A name that the API's authorizers lack.
    case unknown(Given<String>)
  }

  let checker: Checker
  /// The word of the author that decides it; nil where nothing is written.
  let name: Given<String>?
  /// The scopes that the author asked for, where they are asked for.
  let scopes: Names?

  /// Whether it is checked by means of tokens, which have scopes.
  var isJwt: Bool {
    switch checker {
    case .authorizer(let element): element.value.isJwt
    case .resource(_, let isJwt): isJwt
    case .open, .iam, .unknown: false
    }
  }

  /// Whether it names an authorizer that does not exist.
  var isUnknown: Bool { if case .unknown = checker { true } else { false } }

  /// Whether the route is open to everyone.
  var isOpen: Bool { if case .open = checker { true } else { false } }
}

extension Api {
  /// The authorization of one of its routes.
  func authorization(of route: Route, _ key: RouteKey, in names: SpecNames) -> Authorization {
    let inherited = appliesDefault(to: key) ? defaultAuth : nil
    let name = route.auth?.authorizer ?? inherited?.authorizer
    let checker = checker(name, in: names)
    var scopes = route.auth?.scopes
    if scopes == nil, route.auth?.authorizer == nil { scopes = inherited?.scopes }
    if scopes == nil, case .authorizer(let element) = checker { scopes = element.value.scopes }
    return Authorization(checker: checker, name: name, scopes: scopes)
  }

  /// Whether `defaultAuth` holds for a route. A browser's preflight carries no credentials; a WebSocket connection is
  /// checked once, when it is made.
  func appliesDefault(to key: RouteKey) -> Bool {
    switch key.form {
    case .http(let method, _): method != "OPTIONS"
    case .reserved(let name): !isWebSocket || name == "connect"
    case .message: false
    }
  }

  /// The method of authorization, by the name in `auth`.
  func checker(_ name: Given<String>?, in names: SpecNames) -> Authorization.Checker {
    guard let name, let text = name.literal else { return .open }
    if text == "none" { return .open }
    if text == "iam" { return .iam }
    if let element = authorizers.first(where: { $0.name == text }) { return .authorizer(element) }
    guard names.resourceTypes[text] == "AWS::ApiGatewayV2::Authorizer" else { return .unknown(name) }
    return .resource(text, isJwt: names.property("AuthorizerType", of: text) == "JWT")
  }
}

extension SpecNames {
  /// A property of one of `resources`, where it is a scalar.
  func property(_ name: String, of resource: String) -> String? {
    guard let node = spec.resources.first(where: { $0.name == resource })?.value.node else { return nil }
    for entry in tree.entries(node) where tree.equals(entry.key, "Properties") && tree.kind(entry.value) == .mapping {
      for property in tree.entries(entry.value) where tree.string(property.key) == name {
        return tree.kind(property.value) == .scalar ? tree.string(property.value) : nil
      }
    }
    return nil
  }
}
