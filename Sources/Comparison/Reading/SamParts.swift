import CloudFormation
import Gateway
import TextSearch

extension WholeStack {
  /// The same with `Globals` in each resource, and with what SAM makes beside functions and APIs, so that a version without
  /// SAM can have it, or get in its way: the alias, the function URL, event source mappings, named schedules, the API of events
  /// that name none, the stage (source: AWS SAM developer guide, Globals; Generated CloudFormation resources).
  var withSamParts: WholeStack {
    let prefix = "AWS::Serverless::"
    guard template.resources.contains(where: { $0.type.hasPrefix(prefix) }) else { return self }
    let globals = template.section("Globals")
    var whole = template
    whole.changeResources { resource in
      guard resource.type.hasPrefix(prefix) else { return }
      resource.properties = globals.shared(with: resource.type, resource.properties)
    }
    func add(_ part: Resource) {
      if whole[part.id] == nil { whole.add(part) }
    }
    var routeSettings: [String: Object] = [:]
    for function in whole.resources where function.type == "AWS::Serverless::Function" {
      let parts = SamParts(function)
      for part in parts.all { add(part) }
      for route in parts.routes {
        let api = "AWS::Serverless::HttpApi"
        if route.api == UpdateFacts.implicitApi {
          add(Resource(id: route.api, type: api, properties: globals.shared(with: api, Object())))
        }
        guard let settings = route.settings["RouteSettings"] else { continue }
        routeSettings[route.api, default: Object()].mergeAsSam(Object([.init(key: route.key, value: settings)]))
      }
    }
    for api in whole.resources {
      switch api.type {
      case "AWS::Serverless::HttpApi": add(api.samStage("$default", "ApiGatewayDefault", routeSettings[api.id]))
      case "AWS::Serverless::WebSocketApi":
        add(api.samStage("default", "Default"))
        for part in api.samRoutes { add(part) }
      default: break
      }
    }
    return replacing(whole)
  }

  /// The resources of SAM by the logical IDs of what SAM makes of them, which begin with theirs, and which a template does not
  /// have.
  func samOwners(notIn written: WholeStack) -> [String: String] {
    let ids = template.resources.filter { $0.type.hasPrefix("AWS::Serverless::") }.map(\.id)
    if ids.isEmpty { return [:] }
    var owners: [String: String] = [:]
    for part in template.resources where written.template[part.id] == nil {
      owners[part.id] = ids.filter(part.id.hasPrefix).max { $0.utf8.count < $1.utf8.count }
    }
    return owners
  }
}

extension Object {
  /// The properties of a resource with what `Globals` have for its type.
  fileprivate func shared(with type: String, _ own: Object) -> Object {
    guard var all = self[Resource.noun(ofType: type)]?.object else { return own }
    all.mergeAsSam(own)
    return all
  }
}

extension Resource {
  /// The stage that SAM makes of an API, and the word in its logical ID if it has the usual name.
  fileprivate func samStage(_ usual: Value, _ word: String, _ routeSettings: Object? = nil) -> Resource {
    let name = properties["StageName"] ?? usual
    let given = ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"].map {
      ($0, properties[$0])
    }
    var stage = samPart(
      "\(name == usual ? word : name.text ?? "")Stage", "Stage", [("StageName", name), ("AutoDeploy", true)] + given)
    if let routeSettings {
      stage.properties.mergeAsSam(Object([.init(key: "RouteSettings", value: .object(routeSettings))]))
    }
    return stage
  }
}

/// The resources that SAM makes of a function beside the function itself.
private struct SamParts {
  private let function: Resource
  private(set) var all: [Resource] = []
  /// The routes of its events.
  private(set) var routes: [SamRoute] = []

  private static let sources = ["SQS": "Queue", "Kinesis": "Stream", "DynamoDB": "Stream", "MSK": "Stream"]
  /// The types that SAM makes of an event with a name, and the property of the event that has it.
  private static let named = [
    "Schedule": ("AWS::Events::Rule", "Name"), "EventBridgeRule": ("AWS::Events::Rule", "RuleName"),
    "ScheduleV2": ("AWS::Scheduler::Schedule", "Name"),
  ]

  init(_ function: Resource) {
    self.function = function
    var called = Value.ref(function.id)
    if let name = function.properties["AutoPublishAlias"], let text = name.text {
      let id = "Alias" + text.replacing("-", with: "D").replacing("_", with: "U")
      add(id, "AWS::Lambda::Alias", ["FunctionName": called, "Name": name])
      called = .ref(function.id + id)
    }
    if let url = function.properties["FunctionUrlConfig"]?.object {
      let type = url["AuthType"] ?? "NONE"
      add("Url", "AWS::Lambda::Url", ["TargetFunctionArn": called, "AuthType": type])
    }
    for event in function.properties["Events"]?.object?.members ?? [] {
      let (type, settings) = (event.value.object?["Type"]?.text ?? "", event.value.object?["Properties"]?.object)
      if type == "HttpApi" { routes.append(SamRoute(settings ?? Object())) }
      if let key = SamParts.sources[type], let source = settings?[key] {
        add(event.key, "AWS::Lambda::EventSourceMapping", ["FunctionName": called, "EventSourceArn": source])
      }
      if let (type, key) = SamParts.named[type], let name = settings?[key] { add(event.key, type, ["Name": name]) }
    }
  }

  /// Adds a part, which has the condition and the policy of its function.
  private mutating func add(_ suffix: String, _ type: String, _ properties: Value) {
    var part = Resource(id: function.id + suffix, type: type, properties: properties.object ?? Object())
    part.condition = function.condition
    part.deletionPolicy = function.deletionPolicy
    all.append(part)
  }
}
