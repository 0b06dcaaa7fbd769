import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// Adds what AWS makes of an API's `Target`: an integration, a route and the stage `$default`, with what
  /// `AWS::ApiGatewayV2::ApiGatewayManagedOverrides` changes in them (source: CloudFormation's page of
  /// AWS::ApiGatewayV2::Api).
  func addQuickCreations() {
    for api in resources("Api") {
      guard let target = api["Target"], api["ProtocolType"]?.text != "WEBSOCKET" else { continue }
      let changes = resources("ApiGatewayManagedOverrides").filter { $0.apiKey == .ref(api.id) }
      for part in QuickCreate(api, target, changes).parts { add(part) }
    }
  }
}

/// An API's `Target`, read as resources of API Gateway v2.
private struct QuickCreate {
  let api: Model.Resource
  let target: Model.Property
  /// The resources that change its parts.
  let changes: [Model.Resource]

  init(_ api: Model.Resource, _ target: Model.Property, _ changes: [Model.Resource]) {
    (self.api, self.target, self.changes) = (api, target, changes)
  }

  var parts: [Model.Resource] { [integration, route, stage] }

  private var integration: Model.Resource {
    var properties = Object()
    let type = integrationType
    if let type {
      properties.add("IntegrationType", .string(type))
      properties.add("IntegrationMethod", "ANY")
      // Functions get version 2.0 (source: apig-wsgi#149); everything else supports 1.0 only.
      properties.add("PayloadFormatVersion", type == "AWS_PROXY" ? "2.0" : "1.0")
    }
    properties.add("IntegrationUri", target)
    properties.add("CredentialsArn", api["CredentialsArn"])
    return part("Integration", properties, isWhole: type != nil)
  }

  private var route: Model.Resource {
    var properties = Object()
    let key = api["RouteKey"]
    properties.add("RouteKey", key?.value ?? "$default", origin: key?.origin ?? target.origin)
    properties.add("Target", .target(id(of: "Integration")))
    return part("Route", properties)
  }

  private var stage: Model.Resource {
    var properties = Object()
    properties.add("StageName", "$default")
    properties.add("AutoDeploy", true)
    return part("Stage", properties)
  }

  private func id(of type: String) -> String { "\(api.id).\(type)" }

  /// A part, with what others change in it. It exists as the API does.
  private func part(_ type: String, _ properties: Object, isWhole: Bool = true) -> Model.Resource {
    var record = Resource(id: id(of: type), type: ResourceType.prefix + type)
    record.condition = api.condition
    record.properties.add("ApiId", .ref(api.id))
    record.properties.append(properties)
    var isWhole = isWhole && api.isWhole
    for change in changes {
      let part = change[type]
      // What conditions and functions change is not known.
      let isKnown = change.condition == api.condition && change.isWhole && !(part?.isFunction ?? false)
      isWhole = isWhole && isKnown
      for member in isKnown ? part?.members ?? [] : [] {
        record.properties.set(Object.Member(key: member.name, value: member.value, origin: member.origin))
      }
    }
    return Model.Resource(record, .quickCreate, at: target.key, isWhole: isWhole, in: api.model)
  }

  /// `AWS_PROXY` for the ARN of a function, `HTTP_PROXY` for a URL; nil where that is not known.
  private var integrationType: String? {
    let types = Set(target.branches.map(type))
    return types.count == 1 ? types.first ?? nil : nil
  }

  private func type(of branch: Model.Property) -> String? {
    if let id = branch.target {
      return FunctionTable.isCallable(api.model.resource(id)?.type ?? "") ? "AWS_PROXY" : nil
    }
    guard let text = AwsUri.beginning(of: branch.value), !text.isEmpty, !text.hasPrefix("$") else { return nil }
    return text.hasPrefix("arn:") ? "AWS_PROXY" : "HTTP_PROXY"
  }
}
