import CloudFormation
import SpecReading

extension Synthesis {
  /// The integration responses of a target: those of its author, or one that passes the answer on. A proxy does not have
  /// any; those that are written for one are reported.
  func responses(of integration: some Integration, for route: Route?, in context: ApiContext) -> [Object] {
    guard context.api.value.isWebSocket else { return [] }
    let isAnswered = integration.answersByResponses(in: context.api.value)
    let templates = isAnswered ? route?.messages.returnResponse?.fields?.templates ?? [] : []
    var responses = (integration.messages?.integrationResponses ?? []).map { response in
      IntegrationResponse.properties(
        response.name, response.node, response.value, response.name == "$default" ? templates : [], in: self)
    }
    let hasDefault = responses.contains { $0["IntegrationResponseKey"] == "$default" }
    if isAnswered, !hasDefault, integration.messages?.integrationResponses == nil || !templates.isEmpty {
      responses.append(IntegrationResponse.properties("$default", nil, nil, templates, in: self))
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
