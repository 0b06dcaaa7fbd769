import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// Adds what AWS makes of the OpenAPI documents: their routes, integrations and authorizers, each with its place in
  /// the document (source: API Gateway developer guide, OpenAPI extensions for HTTP APIs).
  func addDocuments() {
    for api in resources("Api") {
      guard let body = api["Body"], !body.isFunction, body.form == .mapping else { continue }
      var document = Document(api, body)
      for resource in document.resources(in: self) { add(resource) }
      let settings = document.settings.filter { api[$0.key] == nil }
      if settings.isEmpty { continue }
      var record = api.record
      for setting in settings { record.properties.set(setting) }
      replace(api, with: Resource(record, api.source, at: api.mark, isWhole: api.isWhole, in: self))
    }
  }
}

/// An OpenAPI document, read as resources of API Gateway v2.
private struct Document {
  let api: Model.Resource
  let body: Model.Property
  private var found: [(record: Resource, mark: Mark)] = []

  init(_ api: Model.Resource, _ body: Model.Property) {
    self.api = api
    self.body = body
  }

  mutating func resources(in model: Model) -> [Model.Resource] {
    for scheme in schemes?.members ?? [] where scheme["$ref"] == nil { add(authorizer: scheme) }
    for integration in shared?.members ?? [] { add(integration, id: id(of: integration.name)) }
    for path in body["paths"]?.members ?? [] where path.name.hasPrefix("/") || path.name == "$default" {
      for operation in path.members
      where operation.form == .mapping && DocumentWords.operations.contains(operation.name.lowercased()) {
        add(operation, at: path)
      }
    }
    return found.map { record, mark in
      Model.Resource(record, .document, at: mark, isWhole: true, in: model)
    }
  }

  /// The properties of the API that the document sets.
  var settings: [Object.Member] {
    let cors = body["x-amazon-apigateway-cors"].map { cors in
      let value = cors.form == .mapping ? capitalized(cors) : cors.value
      return Object.Member(key: "CorsConfiguration", value: value, origin: cors.origin)
    }
    let endpoints = (body["servers"]?.items ?? []).compactMap { server in
      server[DocumentWords.endpointKey]?["disableExecuteApiEndpoint"]
    }
    let closed = endpoints.first.map {
      Object.Member(key: "DisableExecuteApiEndpoint", value: $0.value, origin: $0.origin)
    }
    return [cors, closed].compactMap(\.self)
  }

  private var schemes: Model.Property? { body["components"]?["securitySchemes"] }

  /// The definition of a security scheme, which may be that of another one: its name there, and what it is, unless it is
  /// not defined.
  private func scheme(_ name: String) -> (name: String, definition: Model.Property?) {
    var (name, steps) = (name, 0)
    while let pointer = schemes?[name]?["$ref"]?.text, steps < 8 {
      steps += 1
      guard pointer.hasPrefix(Document.schemePrefix) else { return (name, schemes?[name]) }
      name = String(pointer.dropFirst(Document.schemePrefix.count))
    }
    return (name, schemes?[name])
  }

  private static let schemePrefix = "#/components/securitySchemes/"

  /// Integrations that operations share by `$ref`.
  private var shared: Model.Property? { body["components"]?["x-amazon-apigateway-integrations"] }

  private func id(of part: String) -> String { "\(api.id).\(part)" }

  private mutating func add(_ type: String, _ id: String, _ properties: Object, at mark: Mark) {
    var record = Resource(id: id, type: ResourceType.prefix + type)
    record.properties.add("ApiId", .ref(api.id))
    record.properties.append(properties)
    found.append((record, mark))
  }

  // MARK: Operations

  private mutating func add(_ operation: Model.Property, at path: Model.Property) {
    let method = operation.name.lowercased() == DocumentWords.anyMethod ? "ANY" : operation.name.uppercased()
    let key = path.name == "$default" || path.name == "/$default" ? "$default" : "\(method) \(path.name)"
    var properties = Object()
    properties.add("RouteKey", .string(key), origin: Origin(key: path.origin.key, value: path.origin.key))
    if let integration = operation[DocumentWords.integrationKey] {
      var target = id(of: "\(key).integration")
      if let name = integration["$ref"]?.text?.split(separator: "/").last {
        target = id(of: String(name))
      } else {
        add(integration, id: target)
      }
      properties.add(
        "Target", ["Fn::Join": ["/", .list(["integrations", .ref(target)])]], origin: integration.origin)
    }
    authorize(operation, &properties)
    add("Route", id(of: key), properties, at: operation.key)
  }

  private mutating func authorize(_ operation: Model.Property, _ properties: inout Object) {
    properties.append(authorization(operation["security"] ?? body["security"], of: operation))
  }

  /// The authorization of a route, with an `Fn::If` for one that depends on a condition.
  private mutating func authorization(_ security: Model.Property?, of operation: Model.Property) -> Object {
    if let security, let choice = security.value.choice, let condition = choice.condition.text {
      var branches = security.branches[...]
      let arms = [choice.first, choice.second].map { arm in
        authorization(arm.isNothing ? body["security"] : branches.popFirst(), of: operation)
      }
      return .authorization(condition, arms[0], arms[1], origin: security.origin)
    }
    var properties = Object()
    addAuthorization(security, of: operation, &properties)
    return properties
  }

  private mutating func addAuthorization(
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
    let type = definition?["x-amazon-apigateway-authorizer"]?["type"]?.text?.lowercased()
    if definition?["x-amazon-apigateway-authtype"]?.text?.lowercased() == "awssigv4" {
      return properties.add("AuthorizationType", "AWS_IAM", origin: origin)
    }
    properties.add("AuthorizationType", type == "request" ? "CUSTOM" : "JWT", origin: origin)
    if type != nil { properties.add("AuthorizerId", .ref(id(of: name)), origin: origin) }
    if let scopes = scheme.items, !scopes.isEmpty {
      properties.add("AuthorizationScopes", scheme.value, origin: scheme.origin)
    }
  }

  // MARK: Integrations and authorizers

  private mutating func add(_ integration: Model.Property, id: String) {
    var properties = Object()
    for member in integration.members {
      guard let name = DocumentWords.integration[member.name] else { continue }
      properties.add(name, value(of: member), origin: member.origin)
    }
    add("Integration", id, properties, at: integration.key)
  }

  private func value(of member: Model.Property) -> Value {
    switch member.name {
    case "type": member.text.map { .string($0.uppercased()) } ?? member.value
    case "tlsConfig" where member.form == .mapping: capitalized(member)
    case "responseParameters" where member.form == .mapping: responseParameters(member)
    default: member.value
    }
  }

  /// By status a list of changes, where a document has a mapping.
  private func responseParameters(_ property: Model.Property) -> Value {
    var object = Object()
    for status in property.members {
      guard status.form == .mapping else {
        object.add(status.name, status.value, origin: status.origin)
        continue
      }
      let changes = status.members.map { change -> Value in
        var pair = Object()
        pair.add(
          "Destination", .string(change.name), origin: Origin(key: change.origin.key, value: change.origin.key))
        pair.add("Source", change.value, origin: change.origin)
        return .object(pair)
      }
      object.add(status.name, ["ResponseParameters": .list(changes)], origin: status.origin)
    }
    return .object(object)
  }

  private mutating func add(authorizer scheme: Model.Property) {
    guard let authorizer = scheme["x-amazon-apigateway-authorizer"], authorizer.form == .mapping else { return }
    var properties = Object()
    properties.add("Name", .string(scheme.name), origin: Origin(key: scheme.origin.key, value: scheme.origin.key))
    for member in authorizer.members {
      switch member.name {
      case "type": properties.add("AuthorizerType", value(of: member), origin: member.origin)
      case "identitySource": properties.add("IdentitySource", sources(member), origin: member.origin)
      case "jwtConfiguration" where member.form == .mapping:
        properties.add("JwtConfiguration", capitalized(member), origin: member.origin)
      default: properties.add(Document.capitalized(member.name), member.value, origin: member.origin)
      }
    }
    add("Authorizer", id(of: scheme.name), properties, at: scheme.key)
  }

  /// A document lists identity sources in one text, with commas between them.
  private func sources(_ property: Model.Property) -> Value {
    guard let text = property.text else { return property.value }
    return .list(text.split(separator: ",").map { .string(String($0.drop { $0 == " " })) })
  }

  private func capitalized(_ property: Model.Property) -> Value {
    var object = Object()
    for member in property.members {
      object.add(Document.capitalized(member.name), member.value, origin: member.origin)
    }
    return .object(object)
  }

  /// `Issuer` of `issuer`.
  private static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}

extension Model.Resource {
  /// The word of OpenAPI documents for a property.
  func documentWord(for property: String) -> String {
    if type == ResourceType.prefix + "Integration",
      let entry = DocumentWords.integration.first(where: { $0.value == property })
    {
      return entry.key
    }
    if property == "AuthorizerType" { return "type" }
    return property.prefix(1).lowercased() + property.dropFirst()
  }
}
