import CloudFormation
import SpecReading

/// Forwards to the endpoint of a Lambda web function (`HTTP_PROXY`), with the path of the request.
///
/// Sources: Lambda's pages on web functions (the endpoint routes by the `Host` header, which is that of the URL here) and on
/// access control of their endpoints; CloudFormation's AWS::Lambda::WebFunctionEndpoint.
public struct WebFunctionTarget: KeyedIntegration {
  let name: Given<String>
  let method: Given<HttpMethod>?
  let options: IntegrationOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "webFunction", .name(of: Kind.webFunction),
      "Endpoint of a Lambda web function: an `AWS::Lambda::WebFunctionEndpoint` of `resources`, or its domain name.")
    method = fields.optional("method", .word(HttpMethod.self), "HTTP method; `ANY`, that of the client, by default.")
    options = fields.group(IntegrationOptions.self)
  }

  /// The key that selects the target.
  static let key: StaticString = "webFunction"

  /// Messages have neither method nor path.
  func serves(_ type: ApiType) -> Bool { type == .http }

  /// An endpoint is not in a section of the language.
  func plainName(in names: SpecNames) -> String? { nil }

  /// The path of the request, unless the author changes it.
  func requestParameters(in synthesis: Synthesis) -> Object? {
    var parameters = options.requestParameters?.object(in: synthesis) ?? Object()
    if parameters["overwrite:path"] == nil { parameters.add("overwrite:path", "$request.path") }
    return parameters
  }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    guard let domain = synthesis.values.reference(.webFunction, name) else { return nil }
    var properties = Object()
    properties.add("IntegrationType", "HTTP_PROXY")
    properties.add("IntegrationMethod", method, default: "ANY") { synthesis.value($0) }
    properties.add("IntegrationUri", name) { _ in .sub("https://\(domain, as: "Domain")") }
    properties.add("PayloadFormatVersion", "1.0")
    return properties
  }
}
