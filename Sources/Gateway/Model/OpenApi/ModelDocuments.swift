import CloudFormation

extension Model {
  /// Adds what AWS makes of the OpenAPI documents: their routes, integrations and authorizers, each with its place in
  /// the document (source: API Gateway developer guide, OpenAPI extensions for HTTP APIs).
  func addDocuments() {
    for api in resources("Api") {
      guard let body = api["Body"], !body.isFunction, body.form == .mapping else { continue }
      var document = OpenApiDocument(api, body)
      for resource in document.resources(in: self) { add(resource) }
      let settings = document.settings.filter { api[$0.key] == nil }
      if settings.isEmpty { continue }
      var record = api.record
      for setting in settings { record.properties.set(setting) }
      replace(api, with: Resource(record, api.source, at: api.mark, isWhole: api.isWhole, in: self))
    }
  }
}

extension Model.Resource {
  /// The word of OpenAPI documents for a property.
  func documentWord(for property: String) -> String {
    if type == ResourceType.prefix + "Integration",
      let entry = DocumentWords.integration.first(where: { $0.value == property })
    {
      return entry.key
    }
    if property == "AuthorizerType" { return "type" }
    return property.prefix(1).lowercased() + property.dropFirst()
  }
}
