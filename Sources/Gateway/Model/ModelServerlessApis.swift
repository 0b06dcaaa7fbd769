import CloudFormation
import TextSearch

/// HTTP APIs of SAM, `AWS::Serverless::HttpApi` and the implicit `ServerlessHttpApi`, read as the resources of API
/// Gateway v2 that SAM makes of them (source: SAM's specification; aws-sam-translator 1.115).
extension Model {
  /// Adds the APIs with their stages, and the routes of the events of functions. Their documents are read like all others.
  func addServerlessApis() {
    let functions = resources("AWS::Serverless::Function")
    let written = resources("AWS::Serverless::HttpApi")
    if functions.isEmpty && written.isEmpty { return }
    let events = ServerlessEvents(functions)
    var apis = written
    if let first = events.routes[ServerlessEvents.implicitApi]?.first,
      !written.contains(where: { $0.id == ServerlessEvents.implicitApi })
    {
      let record = CloudFormation.Resource(id: ServerlessEvents.implicitApi, type: "AWS::Serverless::HttpApi")
      apis.append(Resource(record, .serverless, at: first.event.key, isWhole: true, in: self))
    }
    let globals = template.sections["Globals"]?.object?["HttpApi"]?.object ?? Object()
    var domains: [Value: String] = [:]
    for resource in apis {
      let api = ServerlessApi(
        resource, globals, events.routes[resource.id] ?? [], knowsAllEvents: events.areKnown && !hasUnseenResources)
      for part in api.parts { add(part) }
      guard let host = api.host else { continue }
      if domains[host] == nil { domains[host] = api.domainId }
      for part in api.domainParts(inDomain: domains[host] ?? api.domainId) { add(part) }
    }
  }
}

/// The events of functions that SAM makes routes of, by the logical ID of their API.
struct ServerlessEvents {
  /// An event, and the function that it is of.
  struct Route {
    let event: Model.Property
    let function: Model.Resource
  }

  private(set) var routes: [String: [Route]] = [:]
  /// Whether these are all.
  private(set) var areKnown = true

  /// The API of events without `ApiId`.
  static let implicitApi = "ServerlessHttpApi"

  init(_ functions: [Model.Resource]) {
    for function in functions {
      guard let events = function["Events"] else { continue }
      if events.isFunction { areKnown = false }
      for event in events.members {
        guard let type = event["Type"]?.text else {
          areKnown = false
          continue
        }
        guard type == "HttpApi" else { continue }
        guard let api = ServerlessEvents.api(of: event) else {
          areKnown = false
          continue
        }
        routes[api, default: []].append(Route(event: event, function: function))
      }
    }
  }

  /// The logical ID of an event's API; nil if it is not known.
  private static func api(of event: Model.Property) -> String? {
    let properties = event["Properties"]
    if properties?.isFunction ?? false { return nil }
    guard let id = properties?["ApiId"] else { return implicitApi }
    return id.target ?? id.text
  }
}

/// An HTTP API of SAM.
struct ServerlessApi {
  let resource: Model.Resource
  /// Its properties, with `Globals` merged.
  let properties: Object
  let events: [ServerlessEvents.Route]
  private let knowsAllEvents: Bool

  init(
    _ resource: Model.Resource, _ globals: Object, _ events: [ServerlessEvents.Route], knowsAllEvents: Bool
  ) {
    self.resource = resource
    self.events = events
    self.knowsAllEvents = knowsAllEvents
    var own = globals
    own.mergeAsSam(resource.record.properties)
    properties = own
  }

  /// A property with `Globals` merged.
  subscript(_ name: String) -> Model.Property? {
    guard let member = properties.member(name), !member.value.isNothing else { return nil }
    return Model.Property(member, of: resource, fallback: resource.mark)
  }

  var parts: [Model.Resource] { [api, stage] + events.flatMap(routeParts) }

  /// A resource that SAM makes, with the API's condition unless it has one of its own.
  func part(
    _ type: String, _ id: String, _ properties: Object, from origin: Model.Property? = nil, condition: String? = nil,
    isWhole: Bool = true
  ) -> Model.Resource {
    var record = Resource(id: id, type: type.mentions("::") ? type : ResourceType.prefix + type)
    record.condition = condition ?? resource.condition
    record.origin = origin?.origin ?? resource.record.origin
    if ServerlessApi.typesOfApi.contains(type) { record.properties.add("ApiId", .ref(resource.id)) }
    record.properties.append(properties)
    return Model.Resource(
      record, .serverless, at: origin?.key ?? resource.mark, isWhole: isWhole, in: resource.model)
  }

  private static let typesOfApi: Set = ["ApiMapping", "Integration", "Route", "Stage"]

  private var api: Model.Resource {
    var result = Object()
    result.add("ProtocolType", "HTTP")
    for name in ["Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Tags"] {
      if let member = properties.member(name) { result.set(member) }
    }
    if let cors = self["CorsConfiguration"] {
      // `true` allows every origin.
      let all: Value = .object(Object([.init(key: "AllowOrigins", value: .list(["*"]), origin: cors.origin)]))
      switch cors.value {
      case .bool(true): result.add("CorsConfiguration", all, origin: cors.origin)
      case .object, .ref: result.add("CorsConfiguration", cors.value, origin: cors.origin)
      default: break
      }
    }
    var isWhole = knowsAllEvents && resource.isWhole
    if let place = self["DefinitionUri"] {
      // SAM reads the parts of an address.
      result.add("BodyS3Location", place.form == .mapping ? place.value : .object(Object()), origin: place.origin)
    } else {
      let document = document
      result.add("Body", .object(document.body), origin: self["DefinitionBody"]?.origin ?? .none)
      isWhole = isWhole && document.isWhole
    }
    return part("Api", resource.id, result, isWhole: isWhole)
  }

  /// Its document, and whether nothing in it is unknown.
  private var document: (body: Object, isWhole: Bool) {
    var body = Object([.init(key: "openapi", value: "3.0.1"), .init(key: "paths", value: .object(Object()))])
    var isWhole = true
    if let given = self["DefinitionBody"] {
      if let known = given.value.object, !given.isFunction { body = known } else { isWhole = false }
    }
    let auth = ServerlessAuth(self)
    if !auth.schemes.isEmpty {
      var components = body["components"]?.object ?? Object()
      var schemes = components["securitySchemes"]?.object ?? Object()
      for scheme in auth.schemes { schemes.set(scheme) }
      components["securitySchemes"] = .object(schemes)
      body["components"] = .object(components)
    }
    if let security = auth.security { body.set(security) }
    return (body, isWhole && auth.isKnown)
  }

  private var stage: Model.Resource {
    var result = Object()
    let name = self["StageName"]
    result.add("StageName", name?.value ?? "$default", origin: name?.origin ?? .none)
    result.add("AutoDeploy", true)
    for name in ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "Tags"] {
      if let member = properties.member(name) { result.set(member) }
    }
    if let settings = routeSettings { result.set(settings) }
    return part("Stage", stageId, result)
  }

  /// The logical ID of its stage, which has a hash at the end where the name is not letters and digits only.
  var stageId: String {
    switch self["StageName"]?.text {
    case nil where self["StageName"] != nil: "\(resource.id)Stage"
    case "$default", nil: "\(resource.id)ApiGatewayDefaultStage"
    case let name?: "\(resource.id)\(name)Stage"
    }
  }

  /// The settings of single routes, those of events among them.
  private var routeSettings: Object.Member? {
    let own = properties.member("RouteSettings")
    if own?.value.isFunction ?? false { return own }
    var settings = own?.value.object ?? Object()
    for route in events {
      guard let given = route.event["Properties"]?["RouteSettings"], let key = key(of: route)?.text else { continue }
      if settings[key] == nil { settings.add(key, given.value, origin: given.origin) }
    }
    if settings.isEmpty { return own }
    return Object.Member(key: "RouteSettings", value: .object(settings), origin: own?.origin ?? .none)
  }
}

extension Object {
  /// Merges another object as SAM merges `Globals`: mappings are merged, lists are joined, all else is replaced.
  mutating func mergeAsSam(_ other: Object) {
    for member in other.members {
      switch (self[member.key], member.value) {
      case (.object(var mine)?, .object(let theirs)) where !Value.object(mine).isFunction && !member.value.isFunction:
        mine.mergeAsSam(theirs)
        set(Member(key: member.key, value: .object(mine), origin: member.origin))
      case (.list(let mine)?, .list(let theirs)):
        set(Member(key: member.key, value: .list(mine + theirs), origin: member.origin))
      default: set(member)
      }
    }
  }
}

extension Model.Resource {
  /// SAM's word for a property.
  func serverlessWord(for property: String) -> String {
    switch property {
    case "AuthorizerUri": "FunctionArn"
    case "AuthorizerCredentialsArn": "FunctionInvokeRole"
    case "AuthorizerResultTtlInSeconds": "ReauthorizeEvery"
    default: property
    }
  }
}
