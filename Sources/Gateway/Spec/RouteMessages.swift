import SpecReading
import YAMLTree

/// What a route of a WebSocket API may say besides its target.
public struct RouteMessages: SpecObject {
  let apiKeyRequired: Given<Bool>?
  let requestModels: [Named<Given<String>>]
  let modelSelectionExpression: Given<String>?
  let routeParameters: [Named<DeclaredParameter>]
  let returnResponse: Switched<ReturnResponse>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    apiKeyRequired = fields.optional(
      "apiKeyRequired", .flag, "WebSocket, `$connect` alone: whether clients need an API key of a usage plan.")
    requestModels =
      fields.optional(
        "requestModels", .modelNames,
        "WebSocket: the `models` that messages are checked against, by what `modelSelectionExpression` gives.") ?? []
    modelSelectionExpression = fields.optional(
      "modelSelectionExpression", .text,
      "WebSocket: what of a message chooses its model, such as `$request.body.kind`; nothing is checked without it.")
    routeParameters =
      fields.optional(
        "routeParameters", .map(.object(DeclaredParameter.self), keys: .any),
        "WebSocket: parameters of the request, such as `route.request.querystring.room`, and whether they must be there."
      )
      ?? []
    returnResponse = fields.optional(
      "returnResponse", .switched(ReturnResponse.self),
      "WebSocket: whether the target's answer is sent back to the client, and in which form.")
  }

  /// Whether the target's answer goes back.
  var answers: Bool { returnResponse?.isOn ?? false }
}

/// The answer that goes back to the client.
public struct ReturnResponse: SpecObject {
  let templates: [Named<Given<String>>]
  let models: [Named<Given<String>>]
  let parameters: [Named<DeclaredParameter>]

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    templates =
      fields.optional(
        "templates", .templates, "Templates that make the answer of what a target, which is no proxy, gives.") ?? []
    models = fields.optional("models", .modelNames, "The `models` that describe the answer; `$default` for all.") ?? []
    parameters =
      fields.optional(
        "parameters", .map(.object(DeclaredParameter.self), keys: .any),
        "Parameters of the answer, such as `route.response.header.X`, and whether they must be there.") ?? []
  }
}

/// A parameter that a route declares.
public struct DeclaredParameter: SpecObject {
  let required: Given<Bool>?

  /// `route.request.header.X: true`.
  public static func shorthand(for text: String) -> StaticString? { "required" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    required = fields.optional("required", .flag, "Whether requests without it are refused; false by default.")
  }
}

/// A model of a WebSocket API: the form of messages.
public struct ModelElement: SpecObject {
  let contentType: Given<String>?
  let description: Given<String>?
  let schema: Raw
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    contentType = fields.optional(
      "contentType", .text(1...256), "The content type that it is for; `application/json` by default.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    schema = fields.required("schema", .raw, "A JSON schema (draft 4): a mapping, or its JSON text.")
    options = ElementOptions(fields: &fields)
  }
}
