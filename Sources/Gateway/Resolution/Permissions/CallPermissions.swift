import CloudFormation
import SpecReading
import YAMLTree

/// Something of an API that calls a function, as permissions see it.
struct FunctionCall {
  /// What messages call it: `GET /books`, or an authorizer.
  let name: String
  /// What tells its API from others.
  let api: Value
  let function: FunctionReference
  /// What stands behind the API in the ARN of the call, whatever the stage; it is enough to allow one of them.
  let patterns: [String]
  let isAuthorizer: Bool
  /// Whether it is made by a role, which needs no permission on the function.
  var isByRole = false
  /// The resource that says it; nil where the language does.
  let resource: RawResource?
  /// What the program lets the API call because of it.
  var permitted: [String] = []
  let mark: Mark
}

/// Who calls which function, and what is said of permissions for that in `resources`.
struct CallPermissions {
  private(set) var calls: [FunctionCall] = []
  private(set) var permissions: [CallPermission] = []
  /// APIs of which not every call is known.
  private(set) var unclear: Set<Value> = []
  let functions: FunctionTable

  /// Nil where there is nothing in `resources` that has to do with permissions.
  init?(_ spec: ResolvedSpec) {
    let all = [spec.rawPermissions, spec.rawGateway("Integration"), spec.rawGateway("Authorizer")]
    if all.allSatisfy(\.isEmpty) { return nil }
    functions = FunctionTable(spec)
    for permission in spec.rawPermissions {
      if let permission = CallPermission(permission, functions) { permissions.append(permission) }
    }
    unclear.formUnion(spec.rawApis.incomplete)
    addRoutes(of: spec)
    addAuthorizers(of: spec)
    addResources(of: spec)
  }

  private func reference(_ name: Given<String>, _ spec: ResolvedSpec) -> FunctionReference? {
    guard case .element(let index) = spec.names.find(.function, name) else {
      return spec.values.reference(.function, name).flatMap(functions.reference)
    }
    let element = spec.names.spec.functions[index]
    switch element.value.form {
    case .imported(let function): return functions.reference(spec.values.value(function.arn))
    case .created(let function):
      let id = spec.names.id(.function(element.name))
      let part = spec.names.id(.functionAlias(element.name))
      return functions.reference("${\(function.alias == nil ? id : part)}")
    case nil: return nil
    }
  }

  private func key(of api: Named<Api>, _ spec: ResolvedSpec) -> Value {
    RawApis.key(of: api, spec.names, spec.values) ?? .null
  }

  private mutating func addRoutes(of spec: ResolvedSpec) {
    spec.forEachTarget { answering in
      guard case .lambda(let target) = answering.target, let function = reference(target.name, spec) else { return }
      let api = key(of: answering.api, spec)
      let setting = target.options.credentials == nil ? setting(target.name, answering.api, spec) : .none
      for key in answering.keys {
        let patterns = CallPermissions.patterns(of: key)
        calls.append(
          FunctionCall(
            name: "`\(key.text)`", api: api, function: function, patterns: patterns, isAuthorizer: false,
            isByRole: target.options.credentials != nil, resource: nil,
            permitted: setting == .api ? ["*/*"] : setting == .route ? [Permission.calls(of: key)] : [],
            mark: answering.mark))
      }
    }
  }

  private mutating func addAuthorizers(of spec: ResolvedSpec) {
    spec.forEachLambdaAuthorizer { used, authorizer in
      guard let function = reference(authorizer.function, spec) else { return }
      let isByRole = authorizer.credentials != nil
      let isPermitted = !isByRole && setting(authorizer.function, used.api, spec) != LambdaPermissions.none
      calls.append(
        FunctionCall(
          name: "the authorizer `\(used.element.name)`", api: key(of: used.api, spec), function: function,
          patterns: CallPermissions.authorizer, isAuthorizer: true, isByRole: isByRole, resource: nil,
          permitted: isPermitted ? ["authorizers/*"] : [], mark: used.element.mark))
    }
    for resource in spec.rawGateway("Authorizer") {
      guard let uri = resource["AuthorizerUri"], uri.value.spelled?.mentions("/invocations") ?? false,
        let function = functions.reference(uri.value),
        let api = resource.apiKey
      else { continue }
      calls.append(
        FunctionCall(
          name: "the authorizer `\(resource.id)`", api: api, function: function, patterns: CallPermissions.authorizer,
          isAuthorizer: true, isByRole: resource["AuthorizerCredentialsArn"] != nil, resource: resource,
          mark: uri.mark))
    }
  }

  /// What is said about permissions on a function that the language calls.
  private func setting(_ function: Given<String>, _ api: Named<Api>, _ spec: ResolvedSpec) -> LambdaPermissions {
    var setting = api.value.lambdaPermissions
    if case .element(let index) = spec.names.find(.function, function) {
      setting = spec.names.spec.functions[index].value.permissions ?? setting
    }
    return setting?.literal ?? .api
  }

  /// The calls of routes and integrations of `resources`.
  private mutating func addResources(of spec: ResolvedSpec) {
    var routes: [String: [RawResource]] = [:]
    for route in spec.rawGateway("Route") {
      guard let target = route["Target"]?.value.spelled?.split(separator: "/").last,
        let id = SpelledReference.parts(of: target)?.id
      else {
        unclear.insert(route.apiKey ?? .null)
        continue
      }
      routes[id, default: []].append(route)
    }
    for integration in spec.rawGateway("Integration") {
      guard let api = integration.apiKey, spec.rawApis[api] != nil else { continue }
      let type = integration["IntegrationType"]?.text
      guard type == "AWS_PROXY" || type == "AWS", let uri = integration["IntegrationUri"] else { continue }
      guard let function = functions.reference(uri.value) else {
        unclear.insert(api)
        continue
      }
      for route in routes[integration.id] ?? [] {
        guard let key = spec.callableRoute(route)?.key else {
          unclear.insert(api)
          continue
        }
        calls.append(
          FunctionCall(
            name: "`\(key.text)`", api: api, function: function, patterns: CallPermissions.patterns(of: key),
            isAuthorizer: false, isByRole: integration["CredentialsArn"] != nil, resource: integration,
            mark: uri.mark))
      }
    }
  }

  /// What the calls of an authorizer look like.
  private static let authorizer = ["authorizers/\(WildcardText.part)"]

  /// What the calls of a route look like. Of `$default` both forms are in use that tools write.
  private static func patterns(of key: RouteKey) -> [String] {
    let calls = Permission.calls(of: key).replacing("*", with: String(WildcardText.part))
    return key == .fallback ? [calls, "\(WildcardText.part)/\(calls)"] : [calls]
  }
}
