import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// A call of a function by an API, as permissions see it.
struct FunctionCall {
  /// For messages: a route's key, or an authorizer.
  let name: String
  /// The API, as `ApiId` names it.
  let api: Value
  let function: FunctionReference
  /// The ARN of the call behind the API, whatever the stage. That of `$default` has no method: `STAGE/$default`.
  let pattern: String
  /// The stages of the API, if all are known.
  let stages: [String]
  let isAuthorizer: Bool
  /// Whether it is made with a role, which needs no permission on the function.
  let isByRole: Bool
  /// The integration or the authorizer.
  let resource: Model.Resource
  let mark: Mark
}

/// The calls of functions, and the permissions for them.
struct CallPermissions {
  private(set) var calls: [FunctionCall] = []
  let permissions: [CallPermission]
  /// APIs of which not every call is known.
  private(set) var unclear: Set<Value> = []
  let functions: FunctionTable

  /// Nil where all of them are the language's, which fit.
  init?(_ model: Model) {
    let types = [ResourceType.permission.name, "Integration", "Authorizer"]
    let hasDocument = model.resources("Api").contains { $0.source == .resources && $0["Body"] != nil }
    guard
      hasDocument || !model.names.spec.overrides.isEmpty
        || types.contains(where: {
          model.resources($0).contains { $0.source == .resources || $0.source == .quickCreate }
        })
    else {
      return nil
    }
    functions = model.functionTable
    permissions = model.permissions.compactMap { [functions] in
      CallPermission($0, functions)
    }
    unclear = Set(model.apis.all.filter { !$0.isComplete }.map(\.key))
    for route in model.apis.routes { add(route) }
    for authorizer in model.apis.authorizers { add(authorizer) }
  }

  private mutating func add(_ route: Model.Route) {
    guard let integration = route.integration else {
      unclear.insert(route.resource.apiKey ?? .null)
      return
    }
    guard let api = integration.api?.key, integration.type == "AWS_PROXY" || integration.type == "AWS",
      let uri = integration["IntegrationUri"]
    else { return }
    guard let function = functions.reference(uri.value), let key = route.key else {
      // Another service than Lambda.
      if integration.type == "AWS", !(uri.value.spelled?.mentions(":lambda:") ?? true) { return }
      unclear.insert(api)
      return
    }
    calls.append(
      FunctionCall(
        name: "`\(key.text)`", api: api, function: function,
        pattern: Permission.calls(of: key).replacing("*", with: String(WildcardText.part)),
        stages: CallPermissions.stages(of: integration.api), isAuthorizer: false,
        isByRole: integration["CredentialsArn"] != nil, resource: integration.resource,
        mark: uri.mark))
  }

  private mutating func add(_ authorizer: Model.Authorizer) {
    guard let uri = authorizer["AuthorizerUri"], uri.value.spelled?.mentions("/invocations") ?? false,
      let function = functions.reference(uri.value), let api = authorizer.resource.apiKey
    else { return }
    calls.append(
      FunctionCall(
        name: "the authorizer `\(authorizer.name)`", api: api, function: function,
        pattern: "authorizers/\(WildcardText.part)", stages: [], isAuthorizer: true,
        isByRole: authorizer["AuthorizerCredentialsArn"] != nil, resource: authorizer.resource, mark: uri.mark))
  }

  /// The names of the stages of an API that is created; empty where not all are known.
  private static func stages(of api: Model.Api?) -> [String] {
    guard let api, api.resource != nil else { return [] }
    let names = api.stages.map { $0["StageName"]?.text }
    return names.contains(nil) ? [] : names.compactMap { $0 }
  }
}
