import CloudFormation
import SpecReading

/// HTTP methods of routes and integrations.
public enum HttpMethod: String, CaseIterable, Sendable {
  case ANY, GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS

  /// Their names: a search in them is faster than `init(rawValue:)`.
  static let names = allCases.map(\.rawValue)
}

/// Forwards to a public HTTP endpoint (`HTTP_PROXY`).
public struct HttpTarget: KeyedIntegration {
  let name: Given<String>
  let method: Given<HttpMethod>?
  let proxy: Given<Bool>?
  let messages: MessageOptions?
  let options: IntegrationOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "http", .matching(HttpTarget.form, .text(1...2_048)), "URL; `{variable}` is replaced by a path variable.")
    method = fields.optional(
      "method", .word(HttpMethod.self),
      "HTTP method; `ANY`, that of the client, by default (WebSocket: `POST`).")
    proxy = fields.optional(
      "proxy", .known(.flag), "WebSocket: `false` to use request templates and integration responses.")
    messages = fields.group(MessageOptions.self)
    options = fields.group(IntegrationOptions.self)
  }

  /// The form of URLs that API Gateway can call, apart from those in a stage variable.
  static var form: StaticString { #"^https?://|\$\{"# }

  /// The key that selects the target.
  static let key: StaticString = "http"

  /// A URL is not a name.
  func plainName(in names: SpecNames) -> String? { nil }

  var messageKeys: [GivenKey] { (messages?.keys ?? []) + (proxy.map { [("proxy", $0.mark)] } ?? []) }

  func answersByResponses(in api: Api) -> Bool { proxy?.literal == false }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    var properties = Object()
    if api.value.isWebSocket {
      properties.add("IntegrationType", answersByResponses(in: api.value) ? "HTTP" : "HTTP_PROXY")
      // Messages have no method.
      properties.add("IntegrationMethod", method, default: "POST") { synthesis.value($0) }
      properties.add("IntegrationUri", name) { synthesis.value($0) }
      messages?.add(to: &properties, in: synthesis)
      return properties
    }
    properties.add("IntegrationType", "HTTP_PROXY")
    properties.add("IntegrationMethod", method, default: "ANY") { synthesis.value($0) }
    properties.add("IntegrationUri", name) { synthesis.value($0) }
    properties.add("PayloadFormatVersion", "1.0")
    return properties
  }
}
