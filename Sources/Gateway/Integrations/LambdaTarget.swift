import CloudFormation
import SpecReading

/// Invokes a Lambda function (`AWS_PROXY`).
public struct LambdaTarget: KeyedIntegration {
  let name: Given<String>
  let payloadFormatVersion: Given<PayloadFormat>?
  let contentHandling: Given<ContentHandling>?
  let options: IntegrationOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required("lambda", .name(of: Kind.function), "Lambda function.")
    payloadFormatVersion = fields.optional(
      "payloadFormatVersion", .word(PayloadFormat.self), "HTTP: payload format version; `2.0` by default.")
    contentHandling = fields.optional(
      "contentHandling", .word(ContentHandling.self), "WebSocket: converts messages to binary (from Base64) or text."
    )
    options = fields.group(IntegrationOptions.self)
  }

  /// Payload format versions.
  public enum PayloadFormat: String, CaseIterable, Sendable {
    case first = "1.0"
    case second = "2.0"
  }

  /// The key that selects the target.
  static let key: StaticString = "lambda"

  var messageKeys: [GivenKey] { contentHandling.map { [("contentHandling", $0.mark)] } ?? [] }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, payloadFormatVersion == nil || payloadFormatVersion?.literal == .second,
      contentHandling == nil,
      case .element = names.find(.function, name)
    else { return nil }
    return name.literal
  }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    guard let function = synthesis.callee(name) else { return nil }
    var properties = Object()
    properties.add("IntegrationType", "AWS_PROXY")
    if api.value.isWebSocket {
      // A WebSocket API needs the invocation URI instead of the function's ARN, and accepts only POST.
      properties.add("IntegrationMethod", "POST")
      properties.add("IntegrationUri", name) { _ in Callee.invocation(of: function.arn) }
      properties.add("ContentHandlingStrategy", contentHandling) { synthesis.value($0) }
      properties.add("PayloadFormatVersion", payloadFormatVersion) { synthesis.value($0) }
    } else {
      properties.add("IntegrationUri", name) { _ in function.arn }
      properties.add("PayloadFormatVersion", payloadFormatVersion, default: "2.0") { synthesis.value($0) }
    }
    return properties
  }
}
