import CloudFormation
import Gateway
import TextSearch

extension WholeStack {
  /// The same with what SAM makes of functions beside them, so that a version without SAM can have it, or get in its way: the
  /// alias, the function URL, event source mappings, named schedules, and the API of events that name none (source: AWS SAM
  /// developer guide, Generated CloudFormation resources).
  var withSamParts: WholeStack {
    let functions = template.resources.filter { $0.type == "AWS::Serverless::Function" }
    if functions.isEmpty { return self }
    let globals = template.sections["Globals"]?.object
    var whole = template
    func add(_ part: Resource) {
      if whole[part.id] == nil { whole.add(part) }
    }
    for function in functions {
      let parts = SamParts(function, globals?["Function"]?.object)
      for part in parts.all { add(part) }
      if parts.needsApi {
        let settings = globals?["HttpApi"]?.object ?? Object()
        add(Resource(id: UpdateFacts.implicitApi, type: "AWS::Serverless::HttpApi", properties: settings))
      }
    }
    return replacing(whole)
  }
}

/// The resources that SAM makes of a function beside the function itself.
private struct SamParts {
  private let function: Resource
  private let globals: Object?
  private(set) var all: [Resource] = []
  /// Whether an event of the function has no API of its own.
  private(set) var needsApi = false

  private static let sources = ["SQS": "Queue", "Kinesis": "Stream", "DynamoDB": "Stream", "MSK": "Stream"]
  /// The types that SAM makes of an event with a name, and the property of the event that has it.
  private static let named = [
    "Schedule": ("AWS::Events::Rule", "Name"), "EventBridgeRule": ("AWS::Events::Rule", "RuleName"),
    "ScheduleV2": ("AWS::Scheduler::Schedule", "Name"),
  ]

  init(_ function: Resource, _ globals: Object?) {
    self.function = function
    self.globals = globals
    var called = Value.ref(function.id)
    if let name = self["AutoPublishAlias"], let text = name.text {
      let id = "Alias" + text.replacing("-", with: "D").replacing("_", with: "U")
      add(id, "AWS::Lambda::Alias", ["FunctionName": called, "Name": name])
      called = .ref(function.id + id)
    }
    if let url = self["FunctionUrlConfig"]?.object {
      let type = url["AuthType"] ?? "NONE"
      add("Url", "AWS::Lambda::Url", ["TargetFunctionArn": called, "AuthType": type])
    }
    for event in function.properties["Events"]?.object?.members ?? [] {
      let (type, settings) = (event.value.object?["Type"]?.text ?? "", event.value.object?["Properties"]?.object)
      if type == "HttpApi", settings?["ApiId"] == nil { needsApi = true }
      if let key = SamParts.sources[type], let source = settings?[key] {
        add(event.key, "AWS::Lambda::EventSourceMapping", ["FunctionName": called, "EventSourceArn": source])
      }
      if let (type, key) = SamParts.named[type], let name = settings?[key] { add(event.key, type, ["Name": name]) }
    }
  }

  private subscript(_ name: String) -> Value? { function.properties[name] ?? globals?[name] }

  /// Adds a part, which has the condition and the policy of its function.
  private mutating func add(_ suffix: String, _ type: String, _ properties: Value) {
    var part = Resource(id: function.id + suffix, type: type, properties: properties.object ?? Object())
    part.condition = function.condition
    part.deletionPolicy = function.deletionPolicy
    all.append(part)
  }
}
