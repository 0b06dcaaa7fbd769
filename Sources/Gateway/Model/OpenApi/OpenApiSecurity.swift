import CloudFormation

extension OpenApiDocument {
  /// The definitions of security schemes.
  var schemes: Model.Property? { body["components"]?["securitySchemes"] }

  /// The definition of a security scheme, which may be that of another one: its name there, and what it is, unless it is
  /// not defined.
  private func scheme(_ name: String) -> (name: String, definition: Model.Property?) {
    var (name, steps) = (name, 0)
    while let pointer = schemes?[name]?["$ref"]?.text, steps < 8 {
      steps += 1
      guard pointer.hasPrefix(OpenApiDocument.schemePrefix) else { return (name, schemes?[name]) }
      name = String(pointer.dropFirst(OpenApiDocument.schemePrefix.count))
    }
    return (name, schemes?[name])
  }

  private static let schemePrefix = "#/components/securitySchemes/"

  /// The authorization of a route, with an `Fn::If` for one that depends on a condition.
  func authorization(_ security: Model.Property?, of operation: Model.Property) -> Object {
    if let security, let choice = security.value.choice, let condition = choice.condition.text {
      var branches = security.branches[...]
      let arms = [choice.first, choice.second].map { arm in
        authorization(arm.isNothing ? body["security"] : branches.popFirst(), of: operation)
      }
      return .authorization(condition, arms[0], arms[1], origin: security.origin)
    }
    var properties = Object()
    // The words of this extension are of any case (API Gateway's page on it).
    if operation["security"] == nil, let type = operation["x-amazon-apigateway-auth"]?["type"] {
      properties.add("AuthorizationType", type.text.map { .string($0.uppercased()) } ?? type.value, origin: type.origin)
    } else {
      addAuthorization(security, of: operation, &properties)
    }
    return properties
  }

  private func addAuthorization(
    _ security: Model.Property?, of operation: Model.Property, _ properties: inout Object
  ) {
    guard let scheme = security?.items?.first?.members.first else {
      return properties.add("AuthorizationType", "NONE", origin: operation["security"]?.origin ?? .none)
    }
    let origin = Origin(key: scheme.origin.key, value: scheme.origin.key)
    let (name, definition) = self.scheme(scheme.name)
    // SAM's word for an open route, which it leaves in the documents that it writes.
    if definition == nil, scheme.name == "NONE" {
      return properties.add("AuthorizationType", "NONE", origin: origin)
    }
    let authorizer = definition?[DocumentWords.authorizerKey]?["type"]?.text
    let type = DocumentWords.authorizationType(
      authtype: definition?["x-amazon-apigateway-authtype"]?.text, authorizer: authorizer)
    properties.add("AuthorizationType", .string(type), origin: origin)
    if type == "AWS_IAM" { return }
    if authorizer != nil { properties.add("AuthorizerId", .ref(id(of: name)), origin: origin) }
    if let scopes = scheme.items, !scopes.isEmpty {
      properties.add("AuthorizationScopes", scheme.value, origin: scheme.origin)
    }
  }

  /// The authorizer of a security scheme, if it has one.
  mutating func add(authorizer scheme: Model.Property) {
    guard let authorizer = scheme[DocumentWords.authorizerKey], authorizer.form == .mapping else { return }
    var properties = Object()
    properties.add("Name", .string(scheme.name), origin: Origin(key: scheme.origin.key, value: scheme.origin.key))
    for member in authorizer.members {
      switch member.name {
      case "type": properties.add("AuthorizerType", value(of: member), origin: member.origin)
      case "identitySource": properties.add("IdentitySource", sources(member), origin: member.origin)
      case "authorizerCredentials":
        properties.add("AuthorizerCredentialsArn", member.value, origin: member.origin)
      case "jwtConfiguration" where member.form == .mapping:
        properties.add("JwtConfiguration", capitalized(member), origin: member.origin)
      default: properties.add(DocumentWords.capitalized(member.name), member.value, origin: member.origin)
      }
    }
    add("Authorizer", id(of: scheme.name), properties, at: scheme.key)
  }

  private func sources(_ property: Model.Property) -> Value {
    guard let text = property.text else { return property.value }
    return .list(DocumentWords.identitySources(text).map { .string($0) })
  }
}
