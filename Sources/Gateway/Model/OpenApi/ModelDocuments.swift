import CloudFormation

extension Model {
  /// Adds what AWS makes of the OpenAPI documents: their routes, integrations and authorizers, each with its place in
  /// the document.
  func addDocuments() {
    for api in resources("Api") {
      guard let body = api["Body"]?.value.mapping else { continue }
      let document = OpenApiDocument(
        body, of: api.id, isOfSam: api.source == .serverless, basePath: api["BasePath"]?.value)
      for part in document.parts { add(resource(of: part, api)) }
      let settings = document.settings.members.filter { api[$0.key] == nil }
      if settings.isEmpty { continue }
      var record = api.record
      for setting in settings { record.properties.set(setting) }
      replace(api, with: Resource(record, api.source, at: api.mark, isWhole: api.isWhole, in: self))
    }
  }

  private func resource(of part: OpenApiDocument.Part, _ api: Resource) -> Resource {
    let record = part.resource
    // SAM writes authorizers of `Auth` into the document.
    let isOfSam = api.source == .serverless && record.type == ResourceType.prefix + "Authorizer"
    let place = Property(name: "", value: .null, origin: record.origin, of: api, fallback: api.mark)
    return Resource(record, isOfSam ? .serverless : .document, at: place.key, isWhole: part.isWhole, in: self)
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
    return DocumentWords.key(property)
  }
}
