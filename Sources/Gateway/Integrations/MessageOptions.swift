import CloudFormation
import SpecReading
import YAMLTree

/// How a target of a WebSocket API turns a message into its request, and its answer into a message.
public struct MessageOptions: SpecObject {
  let requestTemplates: [Named<Given<String>>]
  let templateSelectionExpression: Given<String>?
  let passthroughBehavior: Given<PassthroughBehavior>?
  let contentHandling: Given<ContentHandling>?
  let integrationResponses: [Named<IntegrationResponse>]?

  /// Whether nothing is said.
  var isEmpty: Bool {
    requestTemplates.isEmpty && templateSelectionExpression == nil && passthroughBehavior == nil
      && contentHandling == nil && integrationResponses == nil
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    requestTemplates =
      fields.optional(
        "requestTemplates", .templates,
        "WebSocket: templates that make the request, by what `templateSelectionExpression` gives.") ?? []
    templateSelectionExpression = fields.optional(
      "templateSelectionExpression", .text,
      "WebSocket: what of a message chooses its template, such as `${request.body.kind}`, or `\\$default` for always the same."
    )
    passthroughBehavior = fields.optional(
      "passthroughBehavior", .word(PassthroughBehavior.self),
      "WebSocket: when messages without a template pass as they are.")
    contentHandling = fields.optional(
      "contentHandling", .word(ContentHandling.self), "WebSocket: whether messages are made binary (of Base64) or text."
    )
    integrationResponses = fields.optional(
      "integrationResponses", .map(.object(IntegrationResponse.self), keys: .any),
      """
      WebSocket, where the target is no proxy: what becomes of its answer, by `$default` or a pattern of its status \
      such as `/4\\d\\d/`; `$default` alone, passing it on, where none is written; `{}`: none.
      """)
  }

  /// The fields that are given.
  var keys: [GivenKey] {
    var keys: [GivenKey] = []
    if let first = requestTemplates.first { keys.append(("requestTemplates", first.mark)) }
    if let given = templateSelectionExpression { keys.append(("templateSelectionExpression", given.mark)) }
    if let given = passthroughBehavior { keys.append(("passthroughBehavior", given.mark)) }
    if let given = contentHandling { keys.append(("contentHandling", given.mark)) }
    if let first = integrationResponses?.first { keys.append(("integrationResponses", first.mark)) }
    return keys
  }

  /// Adds what it says to an integration's properties.
  func add(to properties: inout Object, in synthesis: Synthesis) {
    properties.add("RequestTemplates", synthesis.texts(requestTemplates))
    properties.add("TemplateSelectionExpression", templateSelectionExpression) { synthesis.value($0) }
    properties.add("PassthroughBehavior", passthroughBehavior) { synthesis.value($0) }
    properties.add("ContentHandlingStrategy", contentHandling) { synthesis.value($0) }
  }
}

/// When messages without a template of their own pass as they are.
public enum PassthroughBehavior: String, CaseIterable, Sendable {
  case WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER
}

/// What is done with binary messages.
public enum ContentHandling: String, CaseIterable, Sendable {
  case CONVERT_TO_BINARY, CONVERT_TO_TEXT
}

/// What becomes of a target's answer.
public struct IntegrationResponse: SpecObject {
  let templates: [Named<Given<String>>]
  let templateSelectionExpression: Given<String>?
  let parameters: [Named<Given<String>>]
  let contentHandling: Given<ContentHandling>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    templates = fields.optional("templates", .templates, "Templates that make the message of the answer.") ?? []
    templateSelectionExpression = fields.optional(
      "templateSelectionExpression", .text, "What of the answer chooses its template.")
    parameters =
      fields.optional(
        "parameters", .map(.text, keys: .any),
        "Parameters of the message, such as `route.response.header.X: integration.response.header.Y`.") ?? []
    contentHandling = fields.optional(
      "contentHandling", .word(ContentHandling.self), "Whether the answer is made binary (of Base64) or text.")
  }

  /// An integration response as CloudFormation has it; a route's own templates come before those of the target.
  static func properties(
    _ key: String, _ node: Node?, _ response: IntegrationResponse?, _ templates: [Named<Given<String>>],
    in synthesis: Synthesis
  ) -> Object {
    var properties = Object()
    properties.add("IntegrationResponseKey", .string(key), origin: Origin(of: node))
    properties.add("ResponseTemplates", synthesis.texts((response?.templates ?? []) + templates))
    properties.add("TemplateSelectionExpression", response?.templateSelectionExpression) { synthesis.value($0) }
    properties.add("ResponseParameters", synthesis.texts(response?.parameters ?? []))
    properties.add("ContentHandlingStrategy", response?.contentHandling) { synthesis.value($0) }
    return properties
  }
}

extension Synthesis {
  /// Texts by key, the last of a key winning; nil where there are none.
  func texts(_ entries: [Named<Given<String>>]) -> Value? {
    var object = Object()
    for entry in entries { object.set(entry) { value($0) } }
    return object.isEmpty ? nil : .object(object)
  }
}
