import CloudFormation
import SpecReading

extension Synthesis {
  /// The integration responses of a target: those of its author, or one that passes the answer on. A proxy does not have
  /// any; those that are written for one are reported.
  func responses(of integration: some Integration, for route: Route?, in context: ApiContext) -> [LoweredResponse] {
    guard context.api.value.isWebSocket else { return [] }
    let isAnswered = integration.answersByResponses(in: context.api.value)
    let templates = isAnswered ? route?.details.returnResponse?.fields?.templates ?? [] : []
    let written = integration.messages?.integrationResponses ?? []
    var responses = written.flatMap { response in
      response.value.branches.map { value, branch in
        LoweredResponse(
          properties: IntegrationResponse.properties(
            response.name, response.node, value, response.name == "$default" ? templates : [], in: self),
          branch: branch.map { LoweredResponse.Condition(name: $0.name, holds: $0.holds) })
      }
    }
    let hasDefault = written.contains { $0.name == "$default" }
    if isAnswered, !hasDefault, integration.messages?.integrationResponses == nil || !templates.isEmpty {
      responses.append(
        LoweredResponse(properties: IntegrationResponse.properties("$default", nil, nil, templates, in: self)))
    }
    return responses
  }

  /// Writes what becomes of the answer of an integration.
  mutating func write(
    _ responses: [LoweredResponse], of integration: String, _ place: Place, in context: inout ApiContext
  ) {
    for response in responses {
      let key = response.properties["IntegrationResponseKey"]?.text ?? ""
      var extras = Extras.part(context.api.value.options)
      extras.condition = condition(of: response.branch.map { ($0.name, $0.holds) })
      let path = "\(place.path).responses.\(key)"
      // Both values of a condition may have one key.
      let isTaken = template[Place(hashed: path, "IntegrationResponse", context.api.name).id] != nil
      let suffix = isTaken ? extras.condition.map { ".\($0)" } ?? "" : ""
      var properties = Object()
      properties.add("ApiId", context.id)
      properties.add("IntegrationId", .ref(integration))
      properties.append(response.properties)
      let id = write(
        Place(hashed: path + suffix, "IntegrationResponse", context.api.name), .integrationResponse, properties, extras)
      context.deployed(id)
    }
  }
}

/// An integration response, with the conditions under which it exists.
struct LoweredResponse: Equatable {
  struct Condition: Equatable {
    let name: String
    let holds: Bool
  }

  let properties: Object
  var branch: [Condition] = []

  /// A value that distinguishes it.
  var value: Value {
    if branch.isEmpty { return .object(properties) }
    return [.object(properties), .list(branch.map { [.string($0.name), .bool($0.holds)] })]
  }
}
