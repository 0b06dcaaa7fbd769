import CloudFormation
import Gateway

extension ApiReading {
  /// Reads the routes that SAM makes of the events of a function.
  mutating func readEvents(_ function: Resource) {
    let globals = template.sections["Globals"]?.object?["HttpApi"]?.object
    for event in function.properties["Events"]?.object?.members ?? [] {
      guard let event = event.value.object, event["Type"]?.text == "HttpApi" else { continue }
      let settings = event["Properties"]?.object ?? Object()
      let api = settings["ApiId"]?.identity.words ?? UpdateFacts.implicitApi
      let path = settings["Path"]?.words ?? "$default"
      let method = settings["Method"]?.words.uppercased() ?? "ANY"
      let key = path == "$default" || path == "/$default" ? "$default" : "\(method) \(path)"
      let own = settings["Auth"]
      let usual = template[api]?.properties["Auth"] ?? globals?["Auth"]
      let isKnown = own?.isFunction != true && usual?.isFunction != true
      let authorizer = (own?.object?["Authorizer"] ?? usual?.object?["DefaultAuthorizer"])?.words ?? "NONE"
      var words = ["NONE": "none", "AWS_IAM": "iam"][authorizer] ?? authorizer
      if case .list(let scopes)? = own?.object?["AuthorizationScopes"], !scopes.isEmpty {
        words += ", scopes \(scopes.map(\.words).joined(separator: " "))"
      }
      let route = ApiVersion.Route(
        authorization: isKnown ? words : "unknown", isOpen: isKnown && authorizer == "NONE",
        target: "function \(function.id)")
      open(api) { $0.routes[key] = route }
    }
  }
}
