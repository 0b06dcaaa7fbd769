import SpecReading

/// An API that the stack creates.
public struct CreatedApi: SpecObject {
  let name: Given<String>?
  let description: Given<String>?
  let apiVersion: Given<String>?
  let openapi: OpenApi?
  let cors: Switched<Cors>?
  let disableExecuteApiEndpoint: Given<Bool>?
  let ipAddressType: Given<IpAddressType>?
  let routeSelectionExpression: Given<String>?
  let apiKeySelectionExpression: Given<String>?
  let disableSchemaValidation: Given<Bool>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional(
      "name", .text(1...128), "Its name in AWS; the key by default, or an OpenAPI document's title.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    apiVersion = fields.optional("apiVersion", .text(1...64), "Which version of the API this is.")
    openapi = fields.optional(
      "openapi", OpenApiSchema(),
      """
      HTTP: an OpenAPI 3 document that defines the API, here or as a file's path; no routes beside it. `name`, \
      `description`, `apiVersion` and tags are written into the document, the only place where AWS takes them then.
      """)
    cors = fields.optional(
      "cors", .switched(Cors.self), "HTTP: which pages of other origins may call it; `true` for every one.")
    disableExecuteApiEndpoint = fields.optional(
      "disableExecuteApiEndpoint", .flag, "Whether it can be called through its own domains alone.")
    ipAddressType = fields.optional(
      "ipAddressType", .word(IpAddressType.self), "`ipv4`, the default, or `dualstack` for IPv6 as well.")
    routeSelectionExpression = fields.optional(
      "routeSelectionExpression", .text,
      "WebSocket: where a message says which route it takes; `$request.body.action` by default.")
    apiKeySelectionExpression = fields.optional(
      "apiKeySelectionExpression", .text,
      "WebSocket: where a request shows its API key; `$request.header.x-api-key` by default.")
    disableSchemaValidation = fields.optional(
      "disableSchemaValidation", .flag, "WebSocket: whether messages are taken without a look at `requestModels`.")
    options = ElementOptions(fields: &fields)
  }
}

/// Which addresses an API or a domain answers on.
public enum IpAddressType: String, CaseIterable, Sendable {
  case ipv4, dualstack
}

/// An API that exists: routes and stages are added to it.
public struct ImportedApi: SpecObject {
  let id: Given<String>
  let endpoint: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of an API that exists.")
    endpoint = fields.optional("endpoint", .text, "Its URL, for references to it.")
  }
}
