import CloudFormation
import TextSearch

extension Value {
  /// Whether the whole text is a dynamic reference, `{{resolve:SERVICE:NAME}}`.
  var isDynamicReference: Bool {
    guard case .string(let text) = self, text.utf8.first == UInt8(ascii: "{") else { return false }
    return text.utf8.starts(with: "{{resolve:".utf8) && text.utf8.suffix(2).elementsEqual("}}".utf8)
  }

  /// The string, if it is known before the deployment.
  var knownText: String? { isDynamicReference ? nil : text }
}

extension String {
  /// Whether a dynamic reference is in the text, `{{resolve:SERVICE:NAME}}`.
  var hasDynamicReference: Bool { mentions("{{resolve:") }
}
