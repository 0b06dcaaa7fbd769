import CloudFormation
import SpecReading
import YAMLTree

/// A route of `resources` whose key is known.
struct CallableRoute {
  let key: RouteKey
  let resource: RawResource
  /// Where its key stands.
  let mark: Mark

  /// Whether anybody may call it, where that is known.
  var isOpen: Bool? {
    guard let type = resource["AuthorizationType"] else { return resource.lacks("AuthorizationType") ? true : nil }
    return type.text.map { $0 == "NONE" }
  }
}

extension ResolvedSpec {
  /// A route of `resources`, where its key is known and fits the protocol of its API.
  func callableRoute(_ resource: RawResource) -> CallableRoute? {
    guard let property = resource["RouteKey"], let text = property.text,
      let isWebSocket = rawApis[resource]?.isWebSocket
    else { return nil }
    if isWebSocket { return CallableRoute(key: RouteKey(message: text), resource: resource, mark: property.mark) }
    var parser = RouteKeyParser(text, at: property.mark)
    let keys = parser.parse()
    return keys.count == 1 ? CallableRoute(key: keys[0], resource: resource, mark: property.mark) : nil
  }
}
