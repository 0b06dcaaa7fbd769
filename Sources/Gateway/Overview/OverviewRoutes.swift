import CloudFormation
import SpecReading
import TextSearch

extension Overview.Route {
  init(_ route: Model.Route, _ throttles: [String: String]) {
    switch route.key?.form {
    case .http(let method, let segments): (self.method, path) = (method, "/" + segments.joined(separator: "/"))
    default: (method, path) = ("", route.name)
    }
    // A WebSocket connection is checked once, when it is made.
    let connect = route.api?.isWebSocket == true ? route.api?.routes.first { $0.name == "$connect" } : nil
    let deciding = connect ?? route
    isOpen = deciding.isOpen.map { $0 && deciding["ApiKeyRequired"]?.bool != true }
    authorization = deciding.authorizationWords
    authorizationSource =
      deciding !== route ? "$connect" : route.inheritsAuthorization ? "defaultAuth" : nil
    throttle = throttles[route.name]
    target = route.integration.map(Overview.Target.init) ?? Overview.Target(kind: .unknown, name: "nothing", link: nil)
    mark = route.mark
  }
}

extension Model.Route {
  /// The authorization in words.
  var authorizationWords: String {
    var words: [String] = []
    switch authorizationType {
    case nil: words.append(self["AuthorizationType"].flatMap { $0.value.authorizationWords } ?? "?")
    case "NONE"?: break
    case "AWS_IAM"?: words.append("iam")
    case "JWT"?: words.append("jwt \(authorizer?.name ?? "?")")
    default: words.append("lambda \(authorizer?.name ?? "?")")
    }
    let scopes = self["AuthorizationScopes"]?.list.compactMap(\.text) ?? []
    if !scopes.isEmpty { words.append("scopes \(scopes.joined(separator: " "))") }
    if self["ApiKeyRequired"]?.bool == true { words.append("API key") }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  /// Whether the API's `defaultAuth` decides it.
  var inheritsAuthorization: Bool {
    guard let element, isOpen == false else { return false }
    return element.route.value.auth?.values.allSatisfy { $0.authorizer == nil } ?? true
  }
}

extension Value {
  /// The `AuthorizationType` of a route in words, by the conditions that it depends on; nil if it is not known.
  fileprivate var authorizationWords: String? {
    if let (condition, first, second) = choice {
      guard let condition = condition.text, let one = first.authorizationWords, let two = second.authorizationWords
      else { return nil }
      return "\(one) if \(condition), otherwise \(two)"
    }
    return text.flatMap { ["NONE": "none", "AWS_IAM": "iam", "JWT": "jwt", "CUSTOM": "lambda"][$0] }
  }
}

extension Overview.Target {
  init(_ integration: Model.Integration) {
    let model = integration.resource.model
    let connection = integration.isPrivate == true ? integration["ConnectionId"] : nil
    link = connection.map { model.resource($0)?.name ?? $0.text ?? "VPC link" }
    if let subtype = integration["IntegrationSubtype"]?.text {
      (kind, name) = (.service, subtype)
    } else if integration.type == "MOCK" {
      (kind, name) = (.mock, "mock")
    } else if let listener = integration.isPrivate == true
      ? model.privateListeners.first(where: { $0.integration === integration }) : nil
    {
      (kind, name) = (.balancer, "\(listener.balancerName).\(listener.name)")
    } else {
      (kind, name) = Overview.Target.described(integration, in: model)
    }
  }

  private static func described(_ integration: Model.Integration, in model: Model) -> (Kind, String) {
    guard let uri = integration["IntegrationUri"] else { return (.unknown, integration.type ?? "?") }
    if let resource = uri.resources.first {
      switch resource.type {
      case "AWS::Lambda::Function", "AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::Serverless::Function":
        return (.function, resource.name)
      case "AWS::ServiceDiscovery::Service": return (.cloudMap, resource.name)
      case "AWS::ElasticLoadBalancingV2::Listener": return (.balancer, resource.name)
      default: break
      }
    }
    // An action of a service, such as `dynamodb:action/PutItem`, is behind the region of its URI.
    if let action = uri.value.spelled.map({ Arn($0) }), action.service == "apigateway", action.account != "lambda" {
      return (.service, model.names.inPlaces("\(action.account):\(action.resource)"))
    }
    let text = uri.text ?? integration.uri ?? uri.value.spelled ?? "?"
    if text.mentions(":lambda:") {
      let name = text.split(separator: ":").drop { $0 != "function" }.dropFirst().first
      // Its ARN may be a parameter.
      let call = text.firstRange(of: "/functions/").map { text[$0.upperBound...] }
      return (.function, (name ?? call).map { String($0.prefix { $0 != "/" }) } ?? text)
    }
    if text.hasPrefix("arn:") {
      let arn = Arn(text)
      let name = arn.resource.split(separator: "/")
      if arn.service == "servicediscovery" { return (.cloudMap, name.last.map(String.init) ?? text) }
      if arn.service == "elasticloadbalancing" { return (.balancer, name.dropFirst(2).first.map(String.init) ?? text) }
      return (.service, text)
    }
    return (.url, text.prefixBefore("?"))
  }
}

extension Model.Property {
  /// The resources that it refers to.
  fileprivate var resources: [Model.Resource] {
    var found: [Model.Resource] = []
    value.forEachReference { id in if let resource = resource.model.resource(id) { found.append(resource) } }
    return found
  }
}

extension String {
  /// The text before a mark: the query of a URL may contain a secret.
  fileprivate func prefixBefore(_ mark: Character) -> String { String(prefix { $0 != mark }) }
}
