import CloudFormation
import Gateway

/// An OpenAPI document as API Gateway reads it: the properties of routes, integrations and authorizers.
struct DocumentReading {
  private let body: Object

  init(_ body: Object) { self.body = body }

  /// The document of an API, also of one that SAM makes.
  init?(of api: Object) {
    guard let body = (api["Body"] ?? api["DefinitionBody"])?.object else { return nil }
    self.body = body
  }

  private var components: Object? { body["components"]?.object }
  private var schemes: Object? { components?["securitySchemes"]?.object }

  /// The routes with their keys. An `AuthorizerId` is the name of the authorizer.
  var routes: [(key: String, properties: Object, integration: Object?)] {
    var routes: [(String, Object, Object?)] = []
    for path in body["paths"]?.object?.members ?? [] {
      for operation in path.value.object?.members ?? [] where DocumentWords.operations.contains(operation.key) {
        guard let parts = operation.value.object else { continue }
        let method = operation.key == DocumentWords.anyMethod ? "ANY" : operation.key.uppercased()
        let key = path.key == "/$default" ? "$default" : "\(method) \(path.key)"
        let integration = parts[DocumentWords.integrationKey]?.object.map(integration)
        routes.append((key, authorization(of: parts), integration))
      }
    }
    return routes
  }

  /// The authorizers by name.
  var authorizers: [(name: String, properties: Object)] {
    (schemes?.members ?? []).compactMap { scheme in
      guard let authorizer = scheme.value.object?[DocumentWords.authorizerKey]?.object else { return nil }
      var properties = capitalized(authorizer)
      properties["AuthorizerType"] = properties["Type"]?.text.map { .string($0.uppercased()) }
      properties["Type"] = nil
      properties["JwtConfiguration"] = (properties["JwtConfiguration"]?.object).map { .object(capitalized($0)) }
      if let sources = properties["IdentitySource"]?.text {
        properties["IdentitySource"] = .list(DocumentWords.identitySources(sources).map { .string($0) })
      }
      return (scheme.key, properties)
    }
  }

  // MARK: Parts

  private func integration(_ written: Object) -> Object {
    let name = written["$ref"]?.text?.split(separator: "/").last.map(String.init)
    let shared = name.flatMap { components?[DocumentWords.sharedIntegrationsKey]?.object?[$0]?.object }
    var properties = Object()
    for member in (shared ?? written).members {
      guard let name = DocumentWords.integration[member.key] else { continue }
      let text = member.key == "type" ? member.value.text : nil
      properties[name] = text.map { .string($0.uppercased()) } ?? member.value
    }
    return properties
  }

  private func authorization(of operation: Object) -> Object {
    var properties = Object()
    if operation["security"] == nil, let type = operation["x-amazon-apigateway-auth"]?.object?["type"] {
      properties.add("AuthorizationType", type.text.map { .string($0.uppercased()) } ?? type)
    } else {
      add(operation["security"] ?? body["security"], to: &properties)
    }
    return properties
  }

  private func add(_ security: Value?, to properties: inout Object) {
    if let choice = security?.choice, let condition = choice.condition.text {
      let arms = [choice.first, choice.second].map { arm in
        var properties = Object()
        add(arm.isNothing ? body["security"] : arm, to: &properties)
        return properties
      }
      properties = .authorization(condition, arms[0], arms[1], origin: .none)
    }
    guard case .list(let items)? = security, let scheme = items.first?.object?.members.first else { return }
    let definition = schemes?[scheme.key]?.object
    let type = DocumentWords.authorizationType(
      authtype: definition?["x-amazon-apigateway-authtype"]?.text,
      authorizer: definition?[DocumentWords.authorizerKey]?.object?["type"]?.text)
    properties.add("AuthorizationType", .string(type))
    if type == "AWS_IAM" { return }
    properties.add("AuthorizerId", .string(scheme.key))
    if case .list(let scopes) = scheme.value, !scopes.isEmpty { properties.add("AuthorizationScopes", scheme.value) }
  }

  private func capitalized(_ object: Object) -> Object {
    var result = Object()
    for member in object.members { result[DocumentWords.capitalized(member.key)] = member.value }
    return result
  }
}
