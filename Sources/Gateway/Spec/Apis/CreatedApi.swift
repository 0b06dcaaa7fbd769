import SpecReading

/// An API that the stack creates.
public struct CreatedApi: SpecObject {
  let name: Given<String>?
  let description: Given<String>?
  let apiVersion: Given<String>?
  let openapi: OpenApi?
  let cors: Conditional<Switched<Cors>>?
  let disableExecuteApiEndpoint: Given<Bool>?
  let ipAddressType: Given<IpAddressType>?
  let routeSelectionExpression: Given<String>?
  let apiKeySelectionExpression: Given<String>?
  let disableSchemaValidation: Given<Bool>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional(
      "name", .text(1...128), "Name in AWS; by default the key, or the title of the OpenAPI document.")
    description = fields.optional("description", .text(0...1_024), "Description.")
    apiVersion = fields.optional("apiVersion", .text(1...64), "Version of the API.")
    openapi = fields.optional(
      "openapi", OpenApiSchema(),
      """
      HTTP: an OpenAPI 3.0 document that defines the API, inline or as the path of a file. `cors`, `authorizers`, \
      `defaultAuth`, `disableExecuteApiEndpoint` and further `routes` are merged into it. \
      `name`, `description`, `apiVersion` and tags are written into the document, since AWS ignores them elsewhere.
      """)
    cors = fields.optional(
      "cors", .block(.switched(Cors.self)),
      "HTTP: CORS settings; `true` allows all origins, a string is the only origin.")
    disableExecuteApiEndpoint = fields.optional(
      "disableExecuteApiEndpoint", .flag, "Whether to disable the default endpoint, leaving only custom domains.")
    ipAddressType = fields.optional(
      "ipAddressType", .word(IpAddressType.self), "IP address type: IPv4, or IPv4 and IPv6; `ipv4` by default.")
    routeSelectionExpression = fields.optional(
      "routeSelectionExpression", .matching(#"\$"#, .text),
      "WebSocket: route selection expression; `$request.body.action` by default.")
    apiKeySelectionExpression = fields.optional(
      "apiKeySelectionExpression", .text,
      "WebSocket: API key selection expression; `$request.header.x-api-key` by default.")
    disableSchemaValidation = fields.optional(
      "disableSchemaValidation", .flag, "WebSocket: whether to skip validating messages against `requestModels`.")
    options = fields.group(ElementOptions.self)
  }
}

/// The IP address type of an API or a domain.
public enum IpAddressType: String, CaseIterable, Sendable {
  case ipv4, dualstack
}

/// An existing API, to which routes and stages are added.
public struct ImportedApi: SpecObject {
  let id: Given<String>
  let endpoint: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "ID of an existing API.")
    endpoint = fields.optional("endpoint", .text, "URL of the API, for references to it.")
  }
}
