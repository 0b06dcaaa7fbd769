import SpecReading
import YAMLTree

extension Model {
  /// An integration, with the routes that it answers. Each target of the language is one, with its own places, though
  /// equal targets share a resource.
  final class Integration {
    let resource: Resource
    /// Its API, if it is known.
    let api: Api?
    /// The target of the language; nil for one of `resources` or of a document.
    let target: Target?
    /// The routes that it answers.
    var routes: [Route] = []
    /// Its `IntegrationType`, if it is known.
    let type: String?
    /// The text that `IntegrationUri` begins with, as far as it is known.
    let uri: String?

    init(_ resource: Resource, _ api: Api?, target: Target?) {
      self.resource = resource
      self.api = api
      self.target = target
      type = resource["IntegrationType"]?.text
      uri = resource["IntegrationUri"].flatMap { AwsUri.beginning(of: $0.value) }
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }
}

extension Model.Integration {
  /// Whether it belongs to a WebSocket API; nil where that is not known.
  var isWebSocket: Bool? { api?.isWebSocket }

  /// The lines of the spec whose routes it answers: several methods may share one.
  var lines: [[Model.Route]] {
    var lines: [[Model.Route]] = []
    for route in routes {
      if route.element != nil, let last = lines.last?.first, last.mark == route.mark {
        lines[lines.count - 1].append(route)
      } else {
        lines.append([route])
      }
    }
    return lines
  }

  /// The keys of its routes, as far as they are known.
  var keys: [RouteKey] { routes.compactMap(\.key) }

  /// Whether it goes through a VPC link; nil where that is not known.
  var isPrivate: Bool? {
    guard let type = self["ConnectionType"] else { return resource.properties.isFunction ? nil : false }
    return type.isFunction ? nil : type.text == "VPC_LINK"
  }

  /// Whether it calls a public URL of an HTTP API's route.
  var isPublicHttpProxy: Bool { isWebSocket == false && type == "HTTP_PROXY" && isPrivate == false }

  /// The action of a service, if it is one.
  var subtype: ServiceSubtype? { self["IntegrationSubtype"]?.text.flatMap { Services.current.subtype($0) } }

  /// Where it is named: the target of the language, the key of the resource.
  var mark: Mark { resource.mark }
}
