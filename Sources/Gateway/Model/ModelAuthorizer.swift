import SpecReading
import YAMLTree

extension Model {
  /// An authorizer that is created.
  final class Authorizer {
    let resource: Resource
    /// Its API, if it is known.
    let api: Api?
    /// Whether it checks tokens (`JWT`); false for a Lambda function (`REQUEST`), nil where its type is not known.
    let isJwt: Bool?

    init(_ resource: Resource, _ api: Api?) {
      self.resource = resource
      self.api = api
      isJwt =
        switch resource["AuthorizerType"]?.text {
        case "JWT": true
        case "REQUEST": false
        default: nil
        }
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }
}

extension Model.Authorizer {
  /// Whether it belongs to a WebSocket API; nil where that is not known.
  var isWebSocket: Bool? { api?.isWebSocket }

  /// Its key, or its logical ID, for messages.
  var name: String { resource.elementName ?? resource.id }

  /// Where it is written.
  var mark: Mark { resource.mark }
}

extension Model.Resource {
  /// The key of the element of the language that it is made for; nil for one of `resources`.
  var elementName: String? {
    guard source == .language, let node = record.origin.valueNode else { return nil }
    return tree.string(node)
  }
}
