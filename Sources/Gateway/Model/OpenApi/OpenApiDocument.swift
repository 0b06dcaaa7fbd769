import CloudFormation

/// An OpenAPI document, read as the resources of API Gateway v2 that AWS makes of it (source: API Gateway developer
/// guide, OpenAPI extensions for HTTP APIs). Their members keep the origins of the document's.
package struct OpenApiDocument {
  /// The logical ID of its API.
  let api: String
  let body: Object
  /// SAM's default authorizer is not for preflight requests, and `NONE` is its word for open routes.
  let isOfSam: Bool
  /// The path in front of its paths.
  private let base: String
  package private(set) var parts: [Part] = []
  /// The route keys of operations that conditions choose between.
  private var chosen: Set<String> = []

  /// An authorizer, an integration or a route. Its ID begins with that of the API, and is in no template.
  package struct Part {
    package let resource: Resource
    /// Whether no function gives its properties.
    let isWhole: Bool
  }

  init(_ body: Object, of api: String, isOfSam: Bool, basePath: Value?) {
    self.api = api
    self.body = body
    self.isOfSam = isOfSam
    base = body.basePath(basePath)
    read()
  }

  /// The document of an API, also of one that SAM makes; nil if it has none.
  package init?(of api: String, _ properties: Object) {
    let isOfSam = properties["Body"] == nil
    guard let body = (properties["Body"] ?? properties["DefinitionBody"])?.mapping else { return nil }
    self.init(body, of: api, isOfSam: isOfSam, basePath: properties["BasePath"])
  }

  /// The properties of the API that the document sets.
  package var settings: Object {
    var settings = Object()
    if let cors = body.member(DocumentWords.corsKey) {
      settings.add("CorsConfiguration", cors.value.capitalized, origin: cors.origin)
    }
    if case .list(let servers)? = body["servers"] {
      let key = "disableExecuteApiEndpoint"
      let closed = servers.lazy.compactMap { $0.mapping?[DocumentWords.endpointKey]?.mapping?.member(key) }.first
      settings.add("DisableExecuteApiEndpoint", closed?.value, origin: closed?.origin ?? .none)
    }
    return settings
  }

  var components: Object? { body["components"]?.joinedMapping }

  func id(of part: String) -> String { "\(api).\(part)" }

  /// Adds a resource for a member of the document.
  mutating func add(
    _ type: String, _ id: String, for member: Object.Member, _ properties: Object, under condition: String? = nil
  ) {
    var resource = Resource(id: id, type: ResourceType.prefix + type)
    resource.condition = condition ?? member.value.onlyCondition
    resource.origin = member.origin
    resource.properties.add("ApiId", .ref(api))
    resource.properties.append(properties)
    parts.append(Part(resource: resource, isWhole: !member.value.isFunction))
  }

  private mutating func read() {
    addAuthorizers()
    // Operations share these by `$ref`.
    let shared = components?[DocumentWords.sharedIntegrationsKey]?.joinedMapping
    for integration in shared?.members ?? [] { add(integration, id: id(of: integration.key)) }
    let paths = body["paths"]
    paths?.forEachMember { path in
      guard path.key.hasPrefix("/") || path.key == "$default" else { return }
      let isChosen = paths?.choice != nil || path.value.choice != nil
      let condition = paths?.onlyCondition ?? path.value.onlyCondition
      path.value.forEachMember { operation in
        guard DocumentWords.operations.contains(operation.key.lowercased()) else { return }
        operation.value.forEachMapping { parts in
          add(operation, parts, at: path, isChosen: isChosen || operation.value.choice != nil, under: condition)
        }
      }
    }
  }

  /// Adds an operation. Of those that conditions choose between, the first one is the route; the others have targets.
  private mutating func add(
    _ operation: Object.Member, _ parts: Object, at path: Object.Member, isChosen: Bool, under condition: String?
  ) {
    let method = operation.key.lowercased() == DocumentWords.anyMethod ? "ANY" : operation.key.uppercased()
    let key = path.key == "$default" || path.key == "/$default" ? "$default" : "\(method) \(base)\(path.key)"
    if isChosen, !chosen.insert(key).inserted {
      if let other = parts.member(DocumentWords.integrationKey) { add(other, id: id(of: "\(key).other")) }
      return
    }
    var properties = Object()
    let place = HttpMethod(rawValue: method) == nil ? operation.origin.key : path.origin.key
    properties.add("RouteKey", .string(key), origin: Origin(key: place, value: place))
    if let integration = parts.member(DocumentWords.integrationKey), !integration.value.isNothing {
      var target = id(of: "\(key).integration")
      if let name = integration.value.mapping?["$ref"]?.scalar?.split(separator: "/").last {
        target = id(of: String(name))
      } else {
        add(integration, id: target, under: condition ?? operation.value.onlyCondition)
      }
      properties.add("Target", .target(target), origin: integration.origin)
    }
    properties.append(
      authorization(ofOperation: operation.value, origin: operation.origin, isOpen: isOfSam && method == "OPTIONS"))
    add("Route", id(of: key), for: operation, properties, under: condition)
  }

  private mutating func add(_ integration: Object.Member, id: String, under condition: String? = nil) {
    var properties = Object()
    for member in integration.value.mapping?.members ?? [] {
      guard let name = DocumentWords.integration[member.key] else { continue }
      properties.add(name, value(of: member), origin: member.origin)
    }
    add("Integration", id, for: integration, properties, under: condition)
  }

  private func value(of member: Object.Member) -> Value {
    switch member.key {
    case "type", "connectionType": member.value.inCapitals
    case "tlsConfig": member.value.capitalized
    case "responseParameters": responseParameters(member.value)
    default: member.value
    }
  }

  /// By status a list of changes, where a document has a mapping.
  private func responseParameters(_ value: Value) -> Value {
    guard let written = value.mapping else { return value }
    var object = Object()
    for status in written.members {
      guard let parameters = status.value.mapping else {
        object.add(status.key, status.value, origin: status.origin)
        continue
      }
      let changes = parameters.members.map { change -> Value in
        var pair = Object()
        pair.add("Destination", .string(change.key), origin: Origin(key: change.origin.key, value: change.origin.key))
        pair.add("Source", change.value, origin: change.origin)
        return .object(pair)
      }
      object.add(status.key, ["ResponseParameters": .list(changes)], origin: status.origin)
    }
    return .object(object)
  }
}

extension Value {
  /// A word in capitals, as properties have it.
  var inCapitals: Value { scalar.map { .string($0.uppercased()) } ?? self }

  /// A mapping whose keys are properties.
  package var capitalized: Value { convertingKeys { DocumentWords.capitalized($0) } }
}
