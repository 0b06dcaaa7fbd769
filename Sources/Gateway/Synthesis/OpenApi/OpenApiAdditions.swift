import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// Settings beside an OpenAPI document become a part of it: AWS accepts no other properties or resources, since each
/// import replaces them (source: API Gateway developer guide, OpenAPI extensions).
extension Synthesis {
  /// Merges CORS, authorizers, the default authorization, the endpoint setting and routes into the document of an API.
  mutating func mergeIntoDocument(_ routes: [ApiRoutes.Resolved], in context: inout ApiContext) {
    let element = context.api
    guard case .created(let api) = element.value.form, hasAdditions(element.value, api) else { return }
    let id = names.id(.api(element.name))
    guard case .object(let document)? = template[id]?.properties["Body"],
      document["openapi"] != nil || document["paths"] != nil
    else {
      return fail(
        .onlyInDocument, at: element.value.openapiMark ?? element.mark,
        "settings beside a document that is not in the spec cannot be merged into it",
        help: "write the document in a file and name it in `openapi`, or move the settings into the document")
    }
    var additions = DocumentAdditions(document, basePath: template[id]?.properties["BasePath"], tree: names.tree)
    if let cors = element.value.cors, let value = corsConfiguration(of: element.value, routes, also: additions.methods)
    {
      additions.set(
        DocumentWords.corsKey, value.withLowerKeys, at: cors.only?.mark ?? element.mark, word: "cors")
    }
    if let closed = api.disableExecuteApiEndpoint { additions.close(value(closed), at: closed.mark) }
    for authorizer in element.value.authorizers {
      write(authorizer.node) { $0.add(authorizer, to: &additions, in: context) }
    }
    if let auth = element.value.defaultAuth { add(auth, to: &additions, in: context) }
    for route in routes { write(route.route.node) { $0.add(route, to: &additions, in: &context) } }
    for conflict in additions.conflicts {
      fail(
        .conflict, at: conflict.mark, "\(conflict.what) is also in the OpenAPI document",
        related: .one("in the document", at: conflict.other),
        help: "remove one of the two")
    }
    template[id]?.properties["Body"] = .object(additions.document)
  }

  private func hasAdditions(_ element: Api, _ api: CreatedApi) -> Bool {
    api.cors != nil || api.disableExecuteApiEndpoint != nil || !element.authorizers.isEmpty
      || element.defaultAuth != nil || !element.routes.isEmpty
  }

  // MARK: Authorizers

  private mutating func add(
    _ element: Named<AuthorizerElement>, to additions: inout DocumentAdditions, in context: ApiContext
  ) {
    guard let properties = authorizerProperties(of: element.value, in: context) else { return }
    var authorizer = Object()
    for member in properties.members {
      let key = DocumentWords.key(member.key)
      switch member.key {
      case "AuthorizerType": authorizer.add("type", member.value.text.map { .string($0.lowercased()) } ?? member.value)
      case "IdentitySource":
        let sources: [String]? = if case .list(let items) = member.value { items.compactMap(\.text) } else { nil }
        authorizer.add(key, sources.map { .string($0.joined(separator: ", ")) } ?? member.value, origin: member.origin)
      case "JwtConfiguration": authorizer.add(key, member.value.withLowerKeys, origin: member.origin)
      case "AuthorizerCredentialsArn": authorizer.add("authorizerCredentials", member.value, origin: member.origin)
      default: authorizer.add(key, member.value, origin: member.origin)
      }
    }
    let isJwt = authorizer["type"] == "jwt"
    var scheme: Object = Object()
    scheme.add("type", isJwt ? "oauth2" : "apiKey")
    if !isJwt {
      scheme.add("name", "Authorization")
      scheme.add("in", "header")
    }
    scheme.add(DocumentWords.authorizerKey, .object(authorizer))
    additions.add(scheme: element.name, .object(scheme), at: element.mark, node: element.node)
  }

  private mutating func add(_ auth: Auth, to additions: inout DocumentAdditions, in context: ApiContext) {
    let checker = context.authorization.checker(auth.authorizer)
    guard let (name, scopes) = requirement(checker, auth.scopes, &additions) else { return }
    additions.require(name, scopes)
  }

  /// The security requirement of an authorization; nil for none.
  private func requirement(
    _ checker: Authorization.Checker, _ scopes: Names?, _ additions: inout DocumentAdditions
  ) -> (name: String, scopes: Value)? {
    switch checker {
    case .authorizer(let element):
      return (element.name, (scopes ?? element.value.scopes).map { list($0) { value($0) } } ?? [])
    case .iam:
      additions.addSignatures()
      return (DocumentAdditions.signatures, [])
    case .open, .resource, .unknown, .either: return nil
    }
  }

  /// The `security` of an operation, with an `Fn::If` for an authorization that depends on a condition.
  private func security(_ authorization: Authorization, _ additions: inout DocumentAdditions) -> Value? {
    if case .either(let condition, let first, let second) = authorization.checker {
      return .choice(condition, security(first, &additions), security(second, &additions))
    }
    return requirement(authorization.checker, authorization.scopes, &additions).map { name, scopes in
      [.object(Object([.init(key: name, value: scopes)]))]
    }
  }

  // MARK: Routes

  private mutating func add(
    _ resolved: ApiRoutes.Resolved, to additions: inout DocumentAdditions, in context: inout ApiContext
  ) {
    let route = resolved.route.value
    guard let target = target(of: route, in: context), let integration = integrationProperties(of: target, in: context)
    else { return }
    if let path = resolved.key.path, !path.hasPrefix("\(additions.base)/") {
      return fail(
        .onlyInDocument, at: resolved.route.mark,
        "`\(resolved.key.text)` cannot be written: all paths of the document begin with `\(additions.base)`",
        help: "write `\(additions.base)` in front of its path, or remove `basePath`")
    }
    var operation = Object()
    operation.add("operationId", route.details.operationName) { value($0) }
    let variables = resolved.key.variables
    if !variables.isEmpty {
      operation.add(
        "parameters",
        .list(
          variables.map {
            ["name": .string($0), "in": "path", "required": true, "schema": ["type": "string"]]
          }))
    }
    operation.add("responses", ["default": ["description": "response of the integration"]])
    let authorization = context.authorization.authorization(of: resolved)
    operation.add("security", security(authorization, &additions))
    operation.add(DocumentWords.integrationKey, .object(DocumentWords.integration(integration)))
    if resolved.key == .fallback { operation.add("isDefaultRoute", true) }
    let auth = route.auth.map { $0.values.first?.authorizer?.mark ?? resolved.route.mark }
    additions.add(
      operation, at: resolved.key, mark: resolved.route.mark, node: resolved.route.node, auth: auth)
  }

  private func target(of route: Route, in context: ApiContext) -> Target? {
    switch route.answer {
    case .integration(let shared): shared.name.literal.flatMap { context.shared[$0]?.target }
    case .target(let target): target
    case nil: nil
    }
  }
}

extension Value {
  /// `allowOrigins` of `AllowOrigins`, in the branches of an `Fn::If` as well.
  var withLowerKeys: Value { convertingKeys { DocumentWords.key($0) } }
}
