import CloudFormation
import SpecReading
import YAMLTree

/// API Gateway answers by itself (`MOCK`).
public struct MockTarget: KeyedIntegration {
  let isOn: Given<Bool>
  let messages: MessageOptions?
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "mock"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    isOn = fields.required("mock", .alwaysTrue, "WebSocket: API Gateway answers by itself, with templates.")
    messages = MessageOptions(fields: &fields)
    options = IntegrationOptions(fields: &fields)
  }

  /// It leads nowhere; this is where it stands.
  var name: Given<String> { Given("", at: isOn.mark) }

  func serves(_ type: ApiType) -> Bool { type == .websocket }

  var replacement: String { "let a function answer (`lambda: NAME`); a WebSocket API says `type: websocket`" }

  func plainName(in names: SpecNames) -> String? { nil }

  func answersByResponses(in api: Api) -> Bool { true }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    var properties = Object()
    properties.add("IntegrationType", "MOCK")
    properties.add("IntegrationUri", "")
    messages?.add(to: &properties, in: synthesis)
    return properties
  }
}

/// `true`, and nothing else: what is not wanted is left out.
private struct AlwaysTrue: Schema {
  var placeholder: Given<Bool> { Given(true, at: .nowhere) }
  var shape: Shape { .flag }
  var expectation: String { "`true`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Bool>? {
    guard let flag = reader.read(node, as: .known(.flag), key: key) else { return nil }
    if flag.literal == true { return flag }
    reader.report(
      .notAllowed, at: flag.mark, "expected `true`, found `false`", help: "leave it out, and write another target")
    return nil
  }
}

extension Schema where Self == AlwaysTrue {
  fileprivate static var alwaysTrue: AlwaysTrue { AlwaysTrue() }
}
