import SpecReading
import YAMLTree

/// Options that few routes have: a name, and those of a WebSocket API.
public final class RouteDetails: FieldGroup {
  let operationName: Given<String>?
  let apiKeyRequired: Given<Bool>?
  let requestModels: [Named<Given<String>>]
  let modelSelectionExpression: Given<String>?
  let routeParameters: [Named<DeclaredParameter>]
  let returnResponse: Switched<ReturnResponse>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    operationName = fields.optional("operationName", .text(1...64), "Operation name.")
    apiKeyRequired = fields.optional(
      "apiKeyRequired", .flag, "WebSocket, `$connect` only: whether clients need an API key with a usage plan.")
    requestModels =
      fields.optional(
        "requestModels", .modelNames,
        "WebSocket: `models` to validate messages against, by the result of `modelSelectionExpression`.") ?? []
    modelSelectionExpression = fields.optional(
      "modelSelectionExpression", .text,
      "WebSocket: model selection expression, such as `$request.body.kind`; without it messages are not validated.")
    routeParameters =
      fields.optional(
        "routeParameters", .map(.object(DeclaredParameter.self), keys: .any),
        "WebSocket: request parameters, such as `route.request.querystring.room`, and whether they are required."
      )
      ?? []
    returnResponse = fields.optional(
      "returnResponse", .switched(ReturnResponse.self),
      "WebSocket: whether and how the response of the target is sent to the client.")
  }

  /// Whether the response of the target is sent to the client.
  var answers: Bool { returnResponse?.isOn ?? false }
}

/// The route response.
public struct ReturnResponse: SpecObject {
  let templates: [Named<Given<String>>]
  let models: [Named<Given<String>>]
  let parameters: [Named<DeclaredParameter>]

  /// The route response selection expression, whose only value is `$default`.
  public static func help(forText text: String) -> String? { text == "$default" ? "write `true`" : nil }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    templates =
      fields.optional(
        "templates", .templates, "Response templates, for a target that is not a proxy.") ?? []
    models = fields.optional("models", .modelNames, "The `models` of the response; `$default` for all.") ?? []
    parameters =
      fields.optional(
        "parameters", .map(.object(DeclaredParameter.self), keys: .any),
        "Response parameters, such as `route.response.header.X`, and whether they are required.") ?? []
  }
}

/// A request or response parameter of a route.
public struct DeclaredParameter: SpecObject {
  let required: Given<Bool>?

  /// `route.request.header.X: true`.
  public static func shorthand(for text: String) -> StaticString? { "required" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    required = fields.optional("required", .flag, "Whether requests without it are rejected; `false` by default.")
  }
}

/// A model of a WebSocket API: the schema of messages.
public struct ModelElement: SpecObject {
  let contentType: Given<String>?
  let description: Given<String>?
  let schema: Raw
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    contentType = fields.optional(
      "contentType", .text(1...256), "Content type; `application/json` by default.")
    description = fields.optional("description", .text(0...1_024), "Description.")
    schema = fields.required("schema", .raw, "JSON schema (draft 4), as a mapping or a JSON string.")
    options = fields.group(ElementOptions.self)
  }
}
