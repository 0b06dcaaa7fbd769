import CloudFormation
import TextSearch

/// An HTTP or WebSocket API of SAM.
struct ServerlessApi {
  let resource: Model.Resource
  /// Its properties, with `Globals` merged.
  let properties: Object
  let events: [ServerlessRoutes.Route]
  private let knowsAllEvents: Bool

  init(
    _ resource: Model.Resource, _ globals: Object, _ events: [ServerlessRoutes.Route], knowsAllEvents: Bool
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

  var isWebSocket: Bool { resource.type == ServerlessApi.webSocketType }

  static let webSocketType = "AWS::Serverless::WebSocketApi"

  var parts: [Model.Resource] {
    isWebSocket ? [webSocketApi, stage] + webSocketRouteParts : [api, stage] + events.flatMap(routeParts)
  }

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

  private static let typesOfApi: Set = ["ApiMapping", "Authorizer", "Integration", "Route", "Stage"]

  private var api: Model.Resource {
    var result = Object()
    result.add("ProtocolType", "HTTP")
    for name in ["Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Tags"] {
      if let member = properties.member(name) { result.set(member) }
    }
    var isWhole = knowsAllEvents && resource.isWhole
    if let cors = self["CorsConfiguration"] {
      // `true` allows every origin.
      let all: Value = .object(Object([.init(key: "AllowOrigins", value: .list(["*"]), origin: cors.origin)]))
      switch cors.value {
      case .object: result.add("CorsConfiguration", cors)
      case .ref: isWhole = false
      default: if cors.text?.lowercased() == "true" { result.add("CorsConfiguration", all, origin: cors.origin) }
      }
    }
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

  private var stage: Model.Resource {
    var result = Object()
    let usual: Value = isWebSocket ? .string(ServerlessApi.stageOfWebSockets) : "$default"
    result.add("StageName", self["StageName"], default: usual)
    result.add("AutoDeploy", true)
    for name in ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "Tags"] {
      if let member = properties.member(name) { result.set(member) }
    }
    if let settings = routeSettings { result.set(settings) }
    return part("Stage", stageId, result)
  }

  /// The name of the stage of a WebSocket API without `StageName`.
  static let stageOfWebSockets = "default"

  /// The logical ID of its stage, which has a hash at the end where the name is not letters and digits only.
  var stageId: String {
    switch self["StageName"]?.text {
    case nil where self["StageName"] != nil: "\(resource.id)Stage"
    case ServerlessApi.stageOfWebSockets where isWebSocket, nil where isWebSocket: "\(resource.id)DefaultStage"
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
      settings.mergeAsSam(Object([.init(key: key, value: given.value, origin: given.origin)]))
    }
    if settings.isEmpty { return own }
    return Object.Member(key: "RouteSettings", value: .object(settings), origin: own?.origin ?? .none)
  }
}
