import SpecReading
import YAMLTree

/// The authorization of a route, with all defaults applied.
struct Authorization {
  /// The method of authorization. An authorizer is large, so copies of a case share it.
  indirect enum Checker {
    /// No authorization.
    case open
    /// AWS signatures.
    case iam
    /// One of the API's authorizers.
    case authorizer(Named<AuthorizerElement>)
    /// An authorizer in `resources`, by its logical ID.
    case resource(String, isJwt: Bool)
    /// A name that the API's authorizers lack.
    case unknown(Given<String>)
    /// One of two, depending on a condition.
    case either(String, Authorization, Authorization)
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
    case .either(_, let first, let second): first.isJwt || second.isJwt
    }
  }

  /// Whether it names an authorizer that does not exist.
  var isUnknown: Bool { if case .unknown = checker { true } else { false } }
}

/// The authorization of an API's routes. An object, so that each name is looked up once.
final class ApiAuthorization {
  private let api: Api
  private let names: SpecNames
  private let routes: [ApiRoutes.Resolved]
  private let defaultAuth: Auth?
  private var checkers: [String: Authorization.Checker]
  /// The keys of the routes that each authorizer checks, by its name.
  private(set) lazy var users = findUsers()

  init(of api: Api, _ routes: [ApiRoutes.Resolved], in names: SpecNames) {
    self.api = api
    self.routes = routes
    self.names = names
    defaultAuth = api.defaultAuth
    checkers = Dictionary(api.authorizers.map { ($0.name, .authorizer($0)) }) { first, _ in first }
    checkers["none"] = .open
    checkers["iam"] = .iam
  }

  private func findUsers() -> [String: [RouteKey]] {
    var users: [String: [RouteKey]] = [:]
    func add(_ key: RouteKey, of authorization: Authorization) {
      switch authorization.checker {
      case .authorizer(let element): users[element.name, default: []].addIfNew(key)
      case .either(_, let first, let second):
        add(key, of: first)
        add(key, of: second)
      case .open, .iam, .resource, .unknown: break
      }
    }
    for route in routes { add(route.key, of: authorization(of: route)) }
    return users
  }

  /// The authorization of a route.
  func authorization(of route: ApiRoutes.Resolved) -> Authorization {
    authorization(route.route.value.auth, of: route.key)
  }

  private func authorization(_ auth: Conditional<Auth>?, of key: RouteKey) -> Authorization {
    switch auth {
    case .value(let auth): return authorization(auth, of: key)
    case .nothing, nil: return authorization(nil as Auth?, of: key)
    case .either(let condition, _, let first, let second):
      let (one, two) = (authorization(first, of: key), authorization(second, of: key))
      guard let name = condition.literal else { return one }
      return Authorization(
        checker: .either(name, one, two), name: one.name ?? two.name, scopes: one.scopes ?? two.scopes)
    }
  }

  private func authorization(_ auth: Auth?, of key: RouteKey) -> Authorization {
    let inherited = auth?.authorizer != nil && auth?.scopes != nil ? nil : defaultAuth(for: key)
    let name = auth?.authorizer ?? inherited?.authorizer
    let checker = checker(name)
    var scopes = auth?.scopes
    if scopes == nil, auth?.authorizer == nil { scopes = inherited?.scopes }
    if scopes == nil, case .authorizer(let element) = checker { scopes = element.value.scopes }
    return Authorization(checker: checker, name: name, scopes: scopes)
  }

  /// `defaultAuth` if it applies to a route. A browser's preflight carries no credentials; a WebSocket connection is
  /// checked once, when it is made.
  private func defaultAuth(for key: RouteKey) -> Auth? {
    let applies =
      switch key.form {
      case .http(let method, _): method != "OPTIONS"
      case .reserved(let name): !api.isWebSocket || name == "connect"
      case .message: false
      }
    return applies ? defaultAuth : nil
  }

  /// The method of authorization, by the name in `auth`.
  func checker(_ name: Given<String>?) -> Authorization.Checker {
    guard let text = name?.literal else { return .open }
    if let known = checkers[text] { return known }
    guard names.resourceTypes[text] == "AWS::ApiGatewayV2::Authorizer" else {
      return name.map { .unknown($0) } ?? .open
    }
    let checker = Authorization.Checker.resource(text, isJwt: names.property("AuthorizerType", of: text, is: "JWT"))
    checkers[text] = checker
    return checker
  }
}

extension [RouteKey] {
  fileprivate mutating func addIfNew(_ key: RouteKey) {
    if last != key { append(key) }
  }
}

extension SpecNames {
  /// The issuer of a user pool in `resources`.
  func issuer(ofPool resource: String) -> UserPoolIssuer {
    let type = property("IssuerConfiguration", of: resource).flatMap { tree.value("Type", in: $0) }
    return type.map { tree.equals($0, "UPDATED") } == true ? .updated : .original
  }
}
