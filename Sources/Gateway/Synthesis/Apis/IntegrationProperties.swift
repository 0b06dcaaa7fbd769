import CloudFormation
import SpecReading

extension Synthesis {
  /// The properties of the integration of a target.
  mutating func integrationProperties(of target: Target, in context: ApiContext) -> Object? {
    var properties = properties(of: target.integration, in: context)
    if case .lambda = target, let function = properties?["IntegrationUri"] {
      properties?["IntegrationUri"] = Callee.invocation(of: function)
      // As API Gateway exports it.
      properties?["IntegrationMethod"] = "POST"
    }
    return properties
  }

  mutating func properties(of integration: some Integration, in context: ApiContext) -> Object? {
    guard let own = integration.properties(for: context.api, in: &self) else { return nil }
    let options = integration.options
    var properties = Object()
    properties.add("ApiId", context.id)
    properties.add("Description", options.description) { value($0) }
    properties.append(own)
    properties.add("CredentialsArn", options.credentials) { values.reference(.role, $0) }
    if let parameters = integration.requestParameters(in: self), !parameters.isEmpty {
      properties.add("RequestParameters", .object(parameters))
    }
    properties.add("ResponseParameters", options.responseParameters.flatMap { responseParameters($0) })
    properties.add("TimeoutInMillis", options.timeout) { milliseconds($0) }
    return properties
  }
}
