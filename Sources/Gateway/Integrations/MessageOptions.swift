import CloudFormation
import SpecReading
import YAMLTree

/// Request and response options of a WebSocket API's integration.
public final class MessageOptions: FieldGroup {
  let requestTemplates: [Named<Given<String>>]
  let templateSelectionExpression: Given<String>?
  let passthroughBehavior: Given<PassthroughBehavior>?
  let contentHandling: Given<ContentHandling>?
  let integrationResponses: [Named<Conditional<IntegrationResponse>>]?

  /// Whether no option is set.
  var isEmpty: Bool {
    requestTemplates.isEmpty && templateSelectionExpression == nil && passthroughBehavior == nil
      && contentHandling == nil && integrationResponses == nil
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    requestTemplates =
      fields.optional(
        "requestTemplates", .templates,
        "WebSocket: request templates, by the result of `templateSelectionExpression`.") ?? []
    templateSelectionExpression = fields.optional(
      "templateSelectionExpression", .text,
      "WebSocket: template selection expression, such as `${request.body.kind}`, or `\\$default` for a constant."
    )
    passthroughBehavior = fields.optional(
      "passthroughBehavior", .word(PassthroughBehavior.self),
      "WebSocket: when to pass messages through that have no template.")
    contentHandling = fields.optional(
      "contentHandling", .word(ContentHandling.self), "WebSocket: converts messages to binary (from Base64) or text."
    )
    integrationResponses = fields.optional(
      "integrationResponses", .conditionalMap(.map(.block(.object(IntegrationResponse.self)), keys: .any)),
      """
      WebSocket, for a target that is not a proxy: integration responses by `$default` or a pattern of the status code \
      such as `/4\\d\\d/`; by default `$default`, which passes the response on; `{}` for none.
      """)
  }

  /// The options that are set, by key.
  var keys: [GivenKey] {
    var keys: [GivenKey] = []
    if let first = requestTemplates.first { keys.append(("requestTemplates", first.mark)) }
    if let given = templateSelectionExpression { keys.append(("templateSelectionExpression", given.mark)) }
    if let given = passthroughBehavior { keys.append(("passthroughBehavior", given.mark)) }
    if let given = contentHandling { keys.append(("contentHandling", given.mark)) }
    if let first = integrationResponses?.first { keys.append(("integrationResponses", first.mark)) }
    return keys
  }

  /// Adds the options to an integration's properties.
  func add(to properties: inout Object, in synthesis: Synthesis) {
    properties.add("RequestTemplates", synthesis.texts(requestTemplates))
    properties.add("TemplateSelectionExpression", templateSelectionExpression) { synthesis.value($0) }
    properties.add("PassthroughBehavior", passthroughBehavior) { synthesis.value($0) }
    properties.add("ContentHandlingStrategy", contentHandling) { synthesis.value($0) }
  }
}

/// When to pass messages through that have no template.
public enum PassthroughBehavior: String, CaseIterable, Sendable {
  case WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER
}

/// The conversion of binary messages.
public enum ContentHandling: String, CaseIterable, Sendable {
  case CONVERT_TO_BINARY, CONVERT_TO_TEXT
}

/// An integration response.
public struct IntegrationResponse: SpecObject {
  let templates: [Named<Given<String>>]
  let templateSelectionExpression: Given<String>?
  let parameters: [Named<Given<String>>]
  let contentHandling: Given<ContentHandling>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    templates = fields.optional("templates", .templates, "Response templates.") ?? []
    templateSelectionExpression = fields.optional(
      "templateSelectionExpression", .text, "Template selection expression.")
    parameters =
      fields.optional(
        "parameters", .conditionalTexts,
        "Response parameters, such as `route.response.header.X: integration.response.header.Y`.") ?? []
    contentHandling = fields.optional(
      "contentHandling", .word(ContentHandling.self), "Converts the response to binary (from Base64) or text.")
  }

  /// An integration response in CloudFormation's format; templates of the route override those of the target.
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
  /// Strings by key; the last entry of a key is used. Nil if there are none.
  func texts(_ entries: [Named<Given<String>>]) -> Value? {
    var object = Object()
    for entry in entries { object.set(entry) { value($0) } }
    return object.isEmpty ? nil : .object(object)
  }
}
