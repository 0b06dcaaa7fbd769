import CloudFormation
import Gateway

extension ApiReading {
  /// Reads the routes that SAM makes of the events of a function.
  mutating func readEvents(_ function: Resource) {
    for event in function.properties["Events"]?.object?.members ?? [] {
      guard let event = event.value.object, event["Type"]?.text == "HttpApi" else { continue }
      let found = SamRoute(event["Properties"]?.object ?? Object())
      let own = found.settings["Auth"]
      let usual = template[found.api]?.properties["Auth"]
      let isKnown = own?.isFunction != true && usual?.isFunction != true
      let authorizer = (own?.object?["Authorizer"] ?? usual?.object?["DefaultAuthorizer"])?.words ?? "NONE"
      var words = ["NONE": "none", "AWS_IAM": "iam"][authorizer] ?? authorizer
      if case .list(let scopes)? = own?.object?["AuthorizationScopes"], !scopes.isEmpty {
        words += ", scopes \(scopes.map(\.words).joined(separator: " "))"
      }
      let route = ApiVersion.Route(
        authorization: isKnown ? words : "unknown", isOpen: isKnown && authorizer == "NONE",
        target: "function \(function.id)", event: found.settings["PayloadFormatVersion"]?.scalar ?? "2.0")
      open(found.api) { $0.routes[found.key] = route }
    }
  }
}

/// The route of an event.
struct SamRoute {
  /// The logical ID of its API.
  let api: String
  let key: String
  /// The properties of the event.
  let settings: Object

  init(_ settings: Object) {
    self.settings = settings
    api = settings["ApiId"]?.identity.words ?? UpdateFacts.implicitApi
    let path = settings["Path"]?.words ?? "$default"
    let method = settings["Method"]?.words.uppercased() ?? "ANY"
    key = path == "$default" || path == "/$default" ? "$default" : "\(method) \(path)"
  }
}
