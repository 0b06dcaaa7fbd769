import CloudFormation
import Gateway

/// Collects the APIs of a template.
struct ApiReading {
  /// The stack, with the routes, integrations and authorizers of documents.
  private(set) var template: Template
  private(set) var apis: [String: ApiVersion] = [:]
  init(_ template: Template) { self.template = template }

  mutating func read() {
    for resource in template.resources { read(resource, isOwn: true) }
  }

  /// - Parameter isOwn: false for a part of a document.
  private mutating func read(_ resource: Resource, isOwn: Bool) {
    let properties = resource.properties
    switch resource.type {
    case "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi": readSam(resource)
    case "AWS::Serverless::Function": readEvents(resource)
    case "AWS::ApiGatewayV2::Api":
      open(resource.id) { api in
        api.settings = properties.settingsOfApi
        let title = properties["Body"]?.object?["info"]?.object?["title"]
        if let name = (properties["Name"] ?? title)?.words { api.name = name }
      }
      readDocument(of: resource)
    case "AWS::ApiGatewayV2::Route":
      guard let key = properties["RouteKey"]?.words else { return }
      let id = properties["Target"]?.reference
      let integration = id.flatMap { template[$0]?.properties }
      let route = ApiVersion.Route(
        authorization: authorization(properties), isOpen: isOpen(properties),
        keepsAuthorization: properties["AuthorizationType"] == nil,
        keepsKey: isOwn && properties["ApiKeyRequired"] == nil,
        target: integration.map { target($0) ?? id ?? "" } ?? properties["Target"]?.words ?? "nothing",
        event: integration.flatMap(event), id: isOwn ? resource.id : nil)
      open(owner(properties)) { $0.routes[key] = route }
    case "AWS::ApiGatewayV2::Stage":
      guard let name = properties["StageName"]?.words else { return }
      open(owner(properties)) { api in
        api.stages[name] = properties
        api.ids[name, default: []].append(resource.id)
      }
    case "AWS::ApiGatewayV2::Authorizer":
      guard let name = properties["Name"]?.words else { return }
      var shown = properties
      // The function in the ARN of the call.
      properties["AuthorizerUri"]?.forEachReference { id in
        if let function = template[id] { shown["AuthorizerUri"] = .string(function.words) }
      }
      open(owner(properties)) { $0.authorizers[name] = shown }
    case "AWS::ApiGatewayV2::ApiMapping":
      guard let domain = properties["DomainName"] else { return }
      let hosts = domain.guarded.flatMap { host in
        names(in: host.value, "DomainName").map { (name: $0.value.words, guards: host.guards + $0.guards) }
      }
      let paths = (properties["ApiMappingKey"] ?? "").guarded
      let stage = properties["Stage"].map { name(in: $0, "StageName") } ?? ""
      open(owner(properties)) { api in
        for host in hosts {
          for path in paths {
            let address = "\(host.name)/\(path.value.isNothing ? "" : path.value.words)"
            api.add(address, to: stage, if: resource.guards + host.guards + path.guards, by: resource.id)
          }
        }
      }
    default: return
    }
  }

  /// Reads an API that SAM makes, with its domain.
  private mutating func readSam(_ resource: Resource) {
    let properties = resource.properties
    let isWebSocket = resource.type == "AWS::Serverless::WebSocketApi"
    let stage = properties["StageName"]?.words ?? (isWebSocket ? "default" : "$default")
    let domain = properties["Domain"]?.object
    let paths: [String] = if case .list(let paths)? = domain?["BasePath"] { paths.map(\.words) } else { [""] }
    open(resource.id) { api in
      api.name = properties["Name"]?.words ?? resource.id
      api.settings = properties.settingsOfApi
      if isWebSocket { api.openingProperty = "AuthType" }
      for authorizer in properties.samAuthorizers { api.authorizers[authorizer.id] = authorizer.properties }
      guard let host = domain?["DomainName"]?.words else { return }
      for path in paths { api.addresses["\(host)/\(path.hasPrefix("/") ? String(path.dropFirst()) : path)"] = stage }
    }
    readDocument(of: resource)
  }

  /// Reads the parts of an API's document like resources of the template.
  private mutating func readDocument(of api: Resource) {
    let parts = OpenApiDocument(of: api.id, api.properties)?.parts ?? []
    for part in parts { template.add(part.resource) }
    for part in parts { read(part.resource, isOwn: false) }
  }

  /// Changes an API, which may be known from its routes before its own resource is read.
  mutating func open(_ id: String, _ change: (inout ApiVersion) -> Void) {
    let isImported = template[id] == nil
    // In place: a copy would copy all routes.
    change(&apis[id, default: ApiVersion(id: id, name: id, isImported: isImported)])
  }

  private func owner(_ properties: Object) -> String { properties["ApiId"]?.identity.words ?? "?" }

  /// A name: a text, or that of a resource of the stack.
  private func name(in value: Value, _ property: String) -> String {
    guard case .ref(let id) = value, let resource = template[id] else { return value.words }
    return resource.properties[property]?.words ?? id
  }

  /// The same, with the names that conditions choose.
  private func names(in value: Value, _ property: String) -> [Value.Guarded] {
    guard case .ref(let id) = value, let resource = template[id] else { return value.guarded }
    return (resource.properties[property] ?? value).guarded
  }

  // MARK: Routes

  /// Whether everyone can call a route, under some condition at least.
  private func isOpen(_ properties: Object) -> Bool {
    if let arms = properties.authorizationArms { return isOpen(arms.first) || isOpen(arms.second) }
    let type = properties["AuthorizationType"]
    return (type == nil || type?.text == "NONE") && properties["ApiKeyRequired"]?.scalar != "true"
  }

  private func authorization(_ properties: Object) -> String {
    if let arms = properties.authorizationArms {
      return "\(authorization(arms.first)) if \(arms.condition), otherwise \(authorization(arms.second))"
    }
    var words: [String] = []
    switch properties["AuthorizationType"]?.words ?? "NONE" {
    case "NONE": break
    case "AWS_IAM": words.append("iam")
    case let type:
      let name = properties["AuthorizerId"].map(authorizerName)
      words.append(name.map { "\(type.lowercased()) \($0)" } ?? type.lowercased())
    }
    if case .list(let scopes)? = properties["AuthorizationScopes"], !scopes.isEmpty {
      words.append("scopes \(scopes.map(\.words).joined(separator: " "))")
    }
    if properties["ApiKeyRequired"]?.scalar == "true" { words.append("API key") }
    return words.isEmpty ? "none" : words.count == 1 ? words[0] : words.joined(separator: ", ")
  }

  private func authorizerName(_ authorizer: Value) -> String {
    guard let id = authorizer.reference, let resource = template[id] else { return authorizer.words }
    return resource.properties["Name"]?.words ?? id
  }

  /// The target of an integration: its function, URL, listener or service.
  private func target(_ integration: Object) -> String? {
    if let action = integration["IntegrationSubtype"]?.words { return action }
    // A mock integration of the CDK has an empty URI.
    let uri = integration["IntegrationUri"].flatMap { $0.text == "" ? nil : $0 }
    if let uri, let id = uri.reference, let resource = template[id] { return resource.words }
    return uri?.words ?? integration["IntegrationType"]?.words
  }

  /// The payload format version of the function of an integration.
  private func event(_ integration: Object) -> String? {
    integration["IntegrationType"]?.text == "AWS_PROXY" && integration["IntegrationSubtype"] == nil
      ? integration["PayloadFormatVersion"]?.scalar : nil
  }
}

extension Resource {
  /// Its noun and its logical ID: `function Books`.
  fileprivate var words: String { "\(Resource.noun(ofType: type).lowercased()) \(id)" }
}

extension Object {
  /// The settings of an API that clients notice, its own or those of its document.
  var settingsOfApi: Object {
    var settings = OpenApiDocument(of: "", self)?.settings ?? Object()
    for name in ["CorsConfiguration", "DisableExecuteApiEndpoint", "RouteSelectionExpression"] {
      if let member = member(name) { settings.set(member) }
    }
    return settings
  }

  /// The properties of a route, by the condition that its authorization depends on; nil if it depends on none.
  fileprivate var authorizationArms: (condition: String, first: Object, second: Object)? {
    guard let choice = self["AuthorizationType"]?.choice, let condition = choice.condition.text else { return nil }
    var arms = (self, self)
    for key in Object.authorizationKeys {
      guard let value = self[key]?.choice, value.condition == choice.condition else { continue }
      arms.0[key] = value.first.isNothing ? nil : value.first
      arms.1[key] = value.second.isNothing ? nil : value.second
    }
    return (condition, arms.0, arms.1)
  }
}
