import CloudFormation
import SpecReading

extension Synthesis {
  /// What becomes of a target's answer on its way to a route: what its author says, or that it is passed on as it is.
  /// Empty for a proxy, whose answer goes back by itself.
  func responses(of integration: some Integration, for route: Route?, in context: ApiContext) -> [Object] {
    guard context.api.value.isWebSocket, integration.answersByResponses(in: context.api.value) else { return [] }
    let templates = route?.messages.returnResponse?.fields?.templates ?? []
    var responses = (integration.messages?.integrationResponses ?? []).map { response in
      IntegrationResponse.properties(
        response.name, response.value, response.name == "$default" ? templates : [], in: self)
    }
    let hasDefault = responses.contains { $0["IntegrationResponseKey"] == "$default" }
    if !hasDefault, integration.messages?.integrationResponses == nil || !templates.isEmpty {
      responses.append(IntegrationResponse.properties("$default", nil, templates, in: self))
    }
    return responses
  }

  /// Writes what becomes of the answer of an integration.
  mutating func write(_ responses: [Object], of integration: String, _ place: Place, in context: inout ApiContext) {
    for response in responses {
      let key = response["IntegrationResponseKey"]?.text ?? ""
      var properties = Object()
      properties.add("ApiId", context.id)
      properties.add("IntegrationId", .ref(integration))
      properties.append(response)
      let id = write(
        Place(hashed: "\(place.path).responses.\(key)", "IntegrationResponse", context.api.name),
        .integrationResponse, properties, .part(context.api.value.options))
      context.deployed(id)
    }
  }
}
