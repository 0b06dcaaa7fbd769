import CloudFormation

extension OpenApiDocument {
  /// The definitions of security schemes.
  private var schemes: Object? { components?["securitySchemes"]?.joinedMapping }

  /// The authorization of a route that is not open by default, with an `Fn::If` for one that depends on a condition.
  func authorization(ofOperation value: Value, origin: Origin, isOpen: Bool) -> Object {
    if let (condition, first, second) = value.choice, let name = condition.text, !first.isNothing, !second.isNothing {
      let arms = [first, second].map { authorization(ofOperation: $0, origin: origin, isOpen: isOpen) }
      return .authorization(name, arms[0], arms[1], origin: origin)
    }
    return authorization(of: value.firstMapping ?? Object(), isOpen: isOpen)
  }

  private func authorization(of operation: Object, isOpen: Bool) -> Object {
    let own = operation.member("security").flatMap { $0.value.isNothing ? nil : $0 }
    // The words of this extension are of any case (API Gateway's page on it).
    let type = operation["x-amazon-apigateway-auth"]?.mapping?.member("type")
    if own == nil, let type {
      return Object([.init(key: "AuthorizationType", value: type.value.inCapitals, origin: type.origin)])
    }
    return authorization(own ?? (isOpen ? nil : body.member("security")), isOwn: own != nil)
  }

  private func authorization(_ security: Object.Member?, isOwn: Bool) -> Object {
    if let security, let choice = security.value.choice, let condition = choice.condition.text {
      let arms = [choice.first, choice.second].map { arm in
        let own = Object.Member(key: security.key, value: arm, origin: security.origin)
        return arm.isNothing ? authorization(body.member("security"), isOwn: false) : authorization(own, isOwn: isOwn)
      }
      return .authorization(condition, arms[0], arms[1], origin: security.origin)
    }
    if case .list(let items)? = security?.value, let choice = items.first?.choice,
      let condition = choice.condition.text
    {
      let arms = [choice.first, choice.second].map { arm in
        let list = arm.isNothing ? Array(items.dropFirst()) : [arm]
        let own = Object.Member(key: "security", value: .list(list), origin: security?.origin ?? .none)
        return authorization(own, isOwn: isOwn)
      }
      return .authorization(condition, arms[0], arms[1], origin: security?.origin ?? .none)
    }
    var properties = Object()
    guard case .list(let items)? = security?.value, let scheme = items.first?.mapping?.members.first else {
      properties.add("AuthorizationType", "NONE", origin: isOwn ? security?.origin ?? .none : .none)
      return properties
    }
    let origin = Origin(key: scheme.origin.key, value: scheme.origin.key)
    let (name, definition) = self.scheme(scheme.key)
    // SAM leaves its word for an open route in the documents that it writes.
    if definition == nil, scheme.key == "NONE" {
      properties.add("AuthorizationType", "NONE", origin: origin)
      return properties
    }
    let authorizer = definition?[DocumentWords.authorizerKey]?.firstMapping?["type"]?.scalar
    let type = authorizationType(authtype: definition?["x-amazon-apigateway-authtype"]?.scalar, authorizer: authorizer)
    properties.add("AuthorizationType", .string(type), origin: origin)
    if type == "AWS_IAM" { return properties }
    if authorizer != nil { properties.add("AuthorizerId", .ref(id(of: name)), origin: origin) }
    if case .list(let scopes) = scheme.value, !scopes.isEmpty {
      properties.add("AuthorizationScopes", scheme.value, origin: scheme.origin)
    }
    return properties
  }

  /// The definition of a security scheme, which may be that of another one: its name there, and what it is, unless it is
  /// not defined.
  private func scheme(_ name: String) -> (name: String, definition: Object?) {
    let prefix = "#/components/securitySchemes/"
    var (name, steps) = (name, 0)
    while let pointer = schemes?[name]?.mapping?["$ref"]?.scalar, steps < 8, pointer.hasPrefix(prefix) {
      steps += 1
      name = String(pointer.dropFirst(prefix.count))
    }
    return (name, schemes?[name]?.firstMapping)
  }

  /// The `AuthorizationType` of routes with a security scheme: by its `x-amazon-apigateway-authtype`, and by the `type` of
  /// its authorizer.
  private func authorizationType(authtype: String?, authorizer: String?) -> String {
    if authtype?.lowercased() == "awssigv4" { return "AWS_IAM" }
    return authorizer?.lowercased() == "request" ? "CUSTOM" : "JWT"
  }

  /// Adds the authorizers of security schemes.
  mutating func addAuthorizers() {
    for scheme in schemes?.members ?? [] {
      guard let definition = scheme.value.firstMapping, definition["$ref"] == nil,
        let authorizer = definition[DocumentWords.authorizerKey]?.firstMapping
      else { continue }
      var properties = Object()
      properties.add("Name", .string(scheme.key), origin: Origin(key: scheme.origin.key, value: scheme.origin.key))
      for member in authorizer.members {
        switch member.key {
        case "type": properties.add("AuthorizerType", member.value.inCapitals, origin: member.origin)
        case "identitySource": properties.add("IdentitySource", sources(member.value), origin: member.origin)
        case "authorizerCredentials":
          properties.add("AuthorizerCredentialsArn", member.value, origin: member.origin)
        case "jwtConfiguration":
          properties.add("JwtConfiguration", member.value.capitalized, origin: member.origin)
        default: properties.add(DocumentWords.capitalized(member.key), member.value, origin: member.origin)
        }
      }
      add("Authorizer", id(of: scheme.key), for: scheme, properties)
    }
  }

  /// A document lists identity sources in one text, with commas between them.
  private func sources(_ value: Value) -> Value {
    guard let text = value.scalar else { return value }
    return .list(text.split(separator: ",").map { .string(String($0.drop { $0 == " " })) })
  }
}
