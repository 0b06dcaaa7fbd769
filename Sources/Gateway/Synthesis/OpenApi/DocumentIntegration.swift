import CloudFormation

extension DocumentWords {
  /// An integration in the words of OpenAPI documents.
  static func integration(_ properties: Object) -> Object {
    let names = Dictionary(integration.map { ($0.value, $0.key) }) { first, _ in first }
    var integration = Object()
    for member in properties.members {
      guard let name = names[member.key] else { continue }
      let value: Value =
        switch member.key {
        case "IntegrationType": member.value.text.map { .string($0.lowercased()) } ?? member.value
        case "TlsConfig": member.value.withLowerKeys
        case "ResponseParameters": responses(member.value)
        default: member.value
        }
      integration.add(name, value, origin: member.origin)
    }
    return integration
  }

  /// By status a mapping, where CloudFormation has a list of changes.
  private static func responses(_ value: Value) -> Value {
    var responses = Object()
    for status in value.object?.members ?? [] {
      var changes = Object()
      if case .list(let items)? = status.value.object?["ResponseParameters"] {
        for item in items {
          guard let name = item.object?["Destination"]?.text, let source = item.object?["Source"] else { continue }
          changes.add(name, source)
        }
      }
      responses.add(status.key, .object(changes), origin: status.origin)
    }
    return .object(responses)
  }
}
