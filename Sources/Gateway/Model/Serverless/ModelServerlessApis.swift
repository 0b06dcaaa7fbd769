import CloudFormation

/// APIs of SAM, `AWS::Serverless::HttpApi`, the implicit `ServerlessHttpApi` and `AWS::Serverless::WebSocketApi`, read as
/// the resources of API Gateway v2 that SAM makes of them (source: SAM's specification; aws-sam-translator 1.115).
extension Model {
  /// Adds the APIs with their stages, and the routes of the events of functions. Their documents are read like all others.
  func addServerlessApis() {
    let functions = resources("AWS::Serverless::Function")
    let written = resources("AWS::Serverless::HttpApi")
    let webSockets = resources(ServerlessApi.webSocketType)
    if functions.isEmpty && written.isEmpty && webSockets.isEmpty { return }
    let events = ServerlessRoutes(functions)
    var apis = written
    if let first = events.routes[UpdateFacts.implicitApi]?.first,
      !written.contains(where: { $0.id == UpdateFacts.implicitApi })
    {
      let record = CloudFormation.Resource(id: UpdateFacts.implicitApi, type: "AWS::Serverless::HttpApi")
      apis.append(Resource(record, .serverless, at: first.event.key, isWhole: true, in: self))
    }
    func globals(_ section: String) -> Object { template.section("Globals")[section]?.object ?? Object() }
    let (ofHttp, ofWebSockets) = (globals("HttpApi"), globals("WebSocketApi"))
    var domains: [Value: String] = [:]
    for resource in apis + webSockets {
      let api = ServerlessApi(
        resource, resource.type == ServerlessApi.webSocketType ? ofWebSockets : ofHttp,
        events.routes[resource.id] ?? [], knowsAllEvents: events.areKnown && !hasUnseenResources)
      serverlessApis.append(api)
      for part in api.parts { add(part) }
      guard let host = api.host else { continue }
      if domains[host] == nil { domains[host] = api.domainId }
      for part in api.domainParts(inDomain: domains[host] ?? api.domainId) { add(part) }
    }
  }
}

extension Object {
  /// Merges another object as SAM merges `Globals`: mappings are merged, lists are joined, all else is replaced.
  package mutating func mergeAsSam(_ other: Object) {
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
    case "ApiMappingKey": "BasePath"
    case "AuthorizerUri": "FunctionArn"
    case "AuthorizerCredentialsArn": "FunctionInvokeRole"
    case "AuthorizerResultTtlInSeconds": "ReauthorizeEvery"
    default: property
    }
  }
}
