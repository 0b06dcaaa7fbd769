import CloudFormation
import YAMLTree

/// An OpenAPI document, read as resources of API Gateway v2.
struct OpenApiDocument {
  let api: Model.Resource
  let body: Model.Property
  private var found: [(record: Resource, mark: Mark, isWhole: Bool)] = []

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
    return found.map { record, mark, isWhole in
      // SAM writes authorizers of `Auth` into the document.
      let isOfSam = api.source == .serverless && record.type == ResourceType.prefix + "Authorizer"
      return Model.Resource(record, isOfSam ? .serverless : .document, at: mark, isWhole: isWhole, in: model)
    }
  }

  /// The properties of the API that the document sets.
  var settings: [Object.Member] {
    let cors = body[DocumentWords.corsKey].map { cors in
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

  /// Integrations that operations share by `$ref`.
  private var shared: Model.Property? { body["components"]?[DocumentWords.sharedIntegrationsKey] }

  func id(of part: String) -> String { "\(api.id).\(part)" }

  mutating func add(_ type: String, _ id: String, _ properties: Object, at mark: Mark, isWhole: Bool = true) {
    var record = Resource(id: id, type: ResourceType.prefix + type)
    record.properties.add("ApiId", .ref(api.id))
    record.properties.append(properties)
    found.append((record, mark, isWhole))
  }

  private mutating func add(_ operation: Model.Property, at path: Model.Property) {
    let method = operation.name.lowercased() == DocumentWords.anyMethod ? "ANY" : operation.name.uppercased()
    let key = path.name == "$default" || path.name == "/$default" ? "$default" : "\(method) \(path.name)"
    var properties = Object()
    let place = HttpMethod(rawValue: method) == nil ? operation.origin.key : path.origin.key
    properties.add("RouteKey", .string(key), origin: Origin(key: place, value: place))
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
    // SAM's default authorizer is not for preflight requests.
    let isOpen = api.source == .serverless && method == "OPTIONS"
    properties.append(authorization(operation["security"] ?? (isOpen ? nil : body["security"]), of: operation))
    add("Route", id(of: key), properties, at: operation.key)
  }

  private mutating func add(_ integration: Model.Property, id: String) {
    var properties = Object()
    for member in integration.members {
      guard let name = DocumentWords.integration[member.name] else { continue }
      properties.add(name, value(of: member), origin: member.origin)
    }
    add("Integration", id, properties, at: integration.key, isWhole: !integration.isFunction)
  }

  func value(of member: Model.Property) -> Value {
    switch member.name {
    case "type", "connectionType": member.text.map { .string($0.uppercased()) } ?? member.value
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

  func capitalized(_ property: Model.Property) -> Value {
    var object = Object()
    for member in property.members {
      object.add(DocumentWords.capitalized(member.name), member.value, origin: member.origin)
    }
    return .object(object)
  }
}
