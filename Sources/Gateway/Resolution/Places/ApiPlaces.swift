import CloudFormation
import SpecReading

/// Places of APIs.
extension PlaceFinder {
  func api(_ found: Section.Element, _ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let element = names.spec.apis[index]
    if let found = mapping(of: element, rest) { return found }
    if rest == "domain" || rest.hasPrefix("domain.") { return nil }
    if rest.hasPrefix("stages.") { return stage(element, String(rest.dropFirst(7))) }
    if rest.hasPrefix("routes.") {
      let key = rest.dropFirst(7)
      guard let route = values.route(key, of: index) else { return nil }
      let attribute = String(key.dropFirst(route.text.count + 1))
      if attribute == "response" || attribute.hasPrefix("response.") {
        let path = "apis.\(element.name).routes.\(route.text).response"
        return resource(
          .route(element.name, route, kind: "RouteResponse", path: path), "AWS::ApiGatewayV2::RouteResponse",
          String(attribute.dropFirst(9)))
      }
      return resource(.route(element.name, route), "AWS::ApiGatewayV2::Route", attribute)
    }
    if rest.hasPrefix("models.") {
      let (name, attribute) = Value.parts(ofReference: String(rest.dropFirst(7)))
      guard element.value.models.contains(where: { $0.name == name }) else { return nil }
      return resource(.model(element.name, name), "AWS::ApiGatewayV2::Model", attribute ?? "")
    }
    if rest.hasPrefix("authorizers.") { return authorizer(element, String(rest.dropFirst(12))) }
    if rest.hasPrefix("integrations.") {
      let (name, attribute) = Value.parts(ofReference: String(rest.dropFirst(13)))
      guard element.value.integrations.contains(where: { $0.name == name }) else { return nil }
      return resource(.integration(element.name, name), "AWS::ApiGatewayV2::Integration", attribute ?? "")
    }
    if rest == "ApiEndpoint", values.mayBeClosed(element) {
      let endpoint = Value.getAtt(names.id(.api(element.name)), "ApiEndpoint")
      return (address(of: element, stage: nil, for: .calls, otherwise: endpoint), "")
    }
    return whole(found, at: .api(element.name), rest)
  }

  func authorizer(_ api: Named<Api>, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let (name, attribute) = Value.parts(ofReference: rest)
    guard let element = api.value.authorizers.first(where: { $0.name == name }) else { return nil }
    if case .imported(let authorizer) = element.value.form {
      return (.known(value(authorizer.id), attributes: ["AuthorizerId": value(authorizer.id)]), attribute ?? "")
    }
    return resource(.authorizer(api.name, name), "AWS::ApiGatewayV2::Authorizer", attribute ?? "")
  }

  func stage(_ api: Named<Api>, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    let (name, attribute) = Value.parts(ofReference: rest)
    guard let stage = api.value.stage(named: name) else { return nil }
    let id = values.id(of: api)
    let stageName = values.name(of: stage)
    switch attribute {
    case "Url":
      return (
        address(
          of: api, stage: name, for: .calls,
          otherwise: Endpoint.url(api: id, stage: stageName, isWebSocket: api.value.isWebSocket)), ""
      )
    case "CallbackUrl" where api.value.isWebSocket:
      return (
        address(of: api, stage: name, for: .callbacks, otherwise: Endpoint.callback(api: id, stage: stageName)), ""
      )
    default:
      if stage.exists { return (.known(stageName, attributes: [:]), attribute ?? "") }
      return resource(.stage(api.name, name), "AWS::ApiGatewayV2::Stage", attribute ?? "")
    }
  }
}

extension RawValues {
  /// The id of an API, created or not.
  func id(of api: Named<Api>) -> Value {
    if case .imported(let imported) = api.value.form { return value(imported.id) }
    return .ref(names.id(.api(api.name)))
  }

  /// The name of a stage in AWS.
  func name(of stage: Api.ResolvedStage) -> Value { stage.value?.name.map { value($0) } ?? .string(stage.name) }

  /// The name of a stage; by reference where it is created, so that what names it comes after it.
  func reference(to stage: Api.ResolvedStage, of api: String) -> Value {
    stage.exists ? name(of: stage) : .ref(names.id(.stage(api, stage.name)))
  }
}

/// The addresses of a stage.
enum Endpoint {
  /// Where clients call a stage: without its name for `$default` of an HTTP API.
  static func url(api: Value, stage: Value, isWebSocket: Bool) -> Value {
    let scheme = isWebSocket ? "wss" : "https"
    let path = stage == "$default" && !isWebSocket ? "" : stage
    return .sub(
      "\(scheme)://\(api, as: "Api").execute-api.\(Value.region).\(Value.urlSuffix)/\(path, as: "Stage")")
  }

  /// Where messages to a WebSocket API's clients are posted.
  static func callback(api: Value, stage: Value) -> Value {
    .sub("https://\(api, as: "Api").execute-api.\(Value.region).\(Value.urlSuffix)/\(stage, as: "Stage")")
  }
}
