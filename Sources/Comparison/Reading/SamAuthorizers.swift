import CloudFormation
import Gateway

extension Object {
  /// The authorizers that SAM adds to the document of an API, as resources (source: AWS SAM translator,
  /// `ApiGatewayV2Authorizer.generate_openapi`).
  var samAuthorizers: [Resource] {
    (self["Auth"]?.object?["Authorizers"]?.object?.members ?? []).map { member in
      let settings = member.value.object ?? Object()
      var authorizer = Resource(id: member.key, type: "AWS::ApiGatewayV2::Authorizer")
      authorizer.properties.add("Name", .string(member.key))
      authorizer.properties.add("JwtConfiguration", settings["JwtConfiguration"]?.capitalized)
      authorizer.properties.add("IdentitySource", settings.samIdentitySource)
      return authorizer
    }
  }

  private var samIdentitySource: Value? {
    if let source = self["IdentitySource"] { return .list([source]) }
    let identity = self["Identity"]?.object
    let sources = [("Headers", "header"), ("QueryStrings", "querystring")].flatMap { key, place -> [Value] in
      guard case .list(let names)? = identity?[key] else { return [] }
      return names.compactMap { name in name.text.map { .string("$request.\(place).\($0)") } }
    }
    return sources.isEmpty ? nil : .list(sources)
  }
}
