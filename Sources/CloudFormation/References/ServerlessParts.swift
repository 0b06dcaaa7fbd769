/// The properties of SAM's resources that become other resources: stages, domains, permissions, aliases, deployment groups (source:
/// SAM's specification, "Generated CloudFormation resources").
enum ServerlessParts {
  /// Those of a type; none of a type that is not SAM's.
  static func generating(of type: String) -> [String] {
    guard type.hasPrefix("AWS::Serverless::") else { return [] }
    return switch type.dropFirst("AWS::Serverless::".count) {
    case "Function": ofFunctions
    case "HttpApi": ofStages
    case "WebSocketApi": ofWebSockets
    case "Api": ofRestStages
    default: ["Events"]
    }
  }

  static let function = "AWS::Serverless::Function"

  /// The functions that SAM names in a bucket, a user pool or the document of an API, because their events come from it;
  /// by its logical ID.
  static func callers(in template: Template) -> [String: [Int]] {
    var callers: [String: [Int]] = [:]
    for index in template.resources.indices where template.resources[index].type == function {
      for event in template.resources[index].properties["Events"]?.object?.members ?? [] {
        guard let type = event.value.object?["Type"]?.text, let source = sources[type] else { continue }
        switch (event.value.object?["Properties"]?.object?[source.key], source.implicit) {
        case (.ref(let id)?, _) where !source.documents.contains { template[id]?.properties[$0] != nil }:
          callers[id, default: []].append(index)
        case (nil, let id?): callers[id, default: []].append(index)
        default: break
        }
      }
    }
    return callers
  }

  /// The property of an event that names where it comes from, the API that SAM creates for events without it, and the
  /// properties of an API with a document that SAM leaves as it is.
  private static let sources: [String: (key: String, implicit: String?, documents: [String])] = [
    "Api": ("RestApiId", "ServerlessRestApi", ["DefinitionBody", "DefinitionUri"]),
    "Cognito": ("UserPool", nil, []),
    "HttpApi": ("ApiId", "ServerlessHttpApi", ["DefinitionUri"]),
    "S3": ("Bucket", nil, []),
  ]
  private static let ofFunctions = [
    "Events", "DeploymentPreference", "FunctionUrlConfig", "ProvisionedConcurrencyConfig",
  ]
  private static let ofStages = [
    "AccessLogSettings", "DefaultRouteSettings", "Domain", "RouteSettings", "StageVariables",
  ]
  private static let ofWebSockets = ["Auth", "Routes"] + ofStages
  private static let ofRestStages = ["AccessLogSetting", "CanarySetting", "Domain", "MethodSettings", "Variables"]
}
