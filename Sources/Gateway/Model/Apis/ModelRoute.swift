import SpecReading
import YAMLTree

extension Model {
  /// A route, with what answers it and what authorizes it.
  final class Route {
    let resource: Resource
    /// Its API, if it is known.
    let api: Api?
    /// Its key; nil where it is not known, or not valid.
    let key: RouteKey?
    /// Where its key is written.
    let mark: Mark
    /// Its integration, if it is known.
    let integration: Integration?
    /// The authorizer that it names, if it is in the spec.
    let authorizer: Authorizer?
    /// Its `AuthorizationType`; `NONE` where there is surely none. Nil where it is not known.
    private(set) lazy var authorizationType = findAuthorizationType()
    /// The route of the language; nil for one of `resources` or of a document.
    let element: ApiRoutes.Resolved?
    private let index: Int

    init(
      _ resource: Resource, _ api: Api?, _ lowered: LoweredRoute?, _ integration: Integration?,
      _ authorizer: Authorizer?
    ) {
      self.resource = resource
      self.api = api
      self.integration = integration
      self.authorizer = authorizer
      element = lowered?.resolved
      index = lowered?.index ?? 0
      // `overrides` may give it another key.
      let property = lowered == nil || resource.isWritten ? resource["RouteKey"] : nil
      if let resolved = lowered?.resolved, property.map({ $0.text == resolved.key.text }) ?? true {
        mark = resolved.route.mark
        key = resolved.key
      } else {
        mark = property?.mark ?? resource.mark
        key = property.flatMap { RouteKey.of($0, in: api) }
      }
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    /// The place in its own target that is written like a place in its integration, where equal targets share one.
    func place(of mark: Mark) -> Mark {
      guard element != nil, let api = api?.index else { return mark }
      return resource.model.spec.equalTargets[api].place(of: mark, at: index)
    }
  }
}

extension Model.Route {
  private func findAuthorizationType() -> String? {
    guard let property = self["AuthorizationType"] else { return resource.lacks("AuthorizationType") ? "NONE" : nil }
    let known = ["NONE", "JWT", "CUSTOM", "AWS_IAM"]
    guard let text = property.text, !known.contains(text) else { return property.text }
    // Another text is reported. A type in other letters means the same.
    return known.contains(text.uppercased()) ? text.uppercased() : nil
  }

  /// Whether everyone may call it; nil where that is not known.
  var isOpen: Bool? {
    switch authorizationType {
    case "NONE": true
    case "AWS_IAM", "CUSTOM", "JWT": false
    default: nil
    }
  }

  /// The key for messages.
  var name: String { key?.text ?? self["RouteKey"]?.text ?? resource.id }
}

extension RouteKey {
  /// The key of a property, where it is known and fits the protocol of its API.
  fileprivate static func of(_ property: Model.Property, in api: Model.Api?) -> RouteKey? {
    guard let text = property.text, let isWebSocket = api?.isWebSocket else { return nil }
    if isWebSocket { return RouteKey(message: text) }
    var parser = RouteKeyParser(text, at: property.mark)
    let keys = parser.parse()
    return keys.count == 1 ? keys[0] : nil
  }
}
