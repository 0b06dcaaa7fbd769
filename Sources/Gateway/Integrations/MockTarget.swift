import CloudFormation
import SpecReading
import YAMLTree

/// Returns a response without a backend (`MOCK`).
public struct MockTarget: KeyedIntegration {
  let isOn: Given<Bool>
  let messages: MessageOptions?
  let options: IntegrationOptions

  /// The key that selects the target.
  static let key: StaticString = "mock"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    isOn = fields.required("mock", .alwaysTrue, "WebSocket: API Gateway responds without a backend, from templates.")
    messages = fields.group(MessageOptions.self)
    options = fields.group(IntegrationOptions.self)
  }

  /// A mock has no name; the mark is that of its key.
  var name: Given<String> { Given("", at: isOn.mark) }

  func serves(_ type: ApiType) -> Bool { type == .websocket }

  var replacement: String { "use a function (`lambda: NAME`), or set `type: websocket` in the API" }

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

/// Only `true` is accepted.
private struct AlwaysTrue: Schema {
  var placeholder: Given<Bool> { Given(true, at: .nowhere) }
  var shape: Shape { .flag }
  var expectation: String { "`true`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<Bool>? {
    let tree = reader.tree
    if tree.kind(node) != .scalar || !["true", "false"].contains(where: { tree.equals(node, $0) }) {
      reader.mismatch(
        node, expected: expectation,
        help: "write `mock: true`, and the status in `requestTemplates`: `'{\"statusCode\": 200}'`")
      return nil
    }
    guard let flag = reader.read(node, as: .known(.flag), key: key) else { return nil }
    if flag.literal == true { return flag }
    reader.report(
      .notAllowed, at: flag.mark, "expected `true`, found `false`", help: "remove it and specify another target")
    return nil
  }
}

extension Schema where Self == AlwaysTrue {
  fileprivate static var alwaysTrue: AlwaysTrue { AlwaysTrue() }
}
