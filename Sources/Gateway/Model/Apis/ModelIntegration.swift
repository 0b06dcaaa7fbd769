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
    /// The lines of the spec whose routes it answers.
    private(set) lazy var lines = Line.all(of: routes)
    /// The URL that is called through the internet, if the beginning of its text is known.
    private(set) lazy var internetUrl = findInternetUrl()
    /// The texts that this URL is known to have.
    private(set) lazy var internetUrls =
      internetUrl.map { url in
        url.choices.map { InternetUrl($0, $1) } + [InternetUrl(composed: url)].compactMap(\.self)
      } ?? []

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

  /// Where it is named: the target of the language, the key of the resource.
  var mark: Mark { resource.mark }

  /// The keys of its routes, as far as they are known.
  var keys: [RouteKey] { routes.compactMap(\.key) }

  /// Whether it goes through a VPC link; nil where that is not known.
  var isPrivate: Bool? {
    guard let type = self["ConnectionType"] else { return resource.properties.isFunction ? nil : false }
    return type.isFunction ? nil : type.text == "VPC_LINK"
  }

  /// Whether it passes messages and answers on as they are; nil where its type is not known.
  var isProxy: Bool? { type?.hasSuffix("_PROXY") }

  /// Whether it calls a public URL of an HTTP API's route.
  var isPublicHttpProxy: Bool { isWebSocket == false && type == "HTTP_PROXY" && isPrivate == false }

  /// The action of a service, if it is one.
  var subtype: ServiceSubtype? { self["IntegrationSubtype"]?.text.flatMap { Services.current.subtype($0) } }

  /// Its changes to the request, or the parameters of its action.
  var requestParameters: [Model.Property] { self["RequestParameters"]?.members ?? [] }

  /// Whether its URI is known to be a listener or a Cloud Map service.
  var isListener: Bool {
    if let uri = self["IntegrationUri"], uri.target != nil {
      let types = ["AWS::ElasticLoadBalancingV2::Listener", "AWS::ServiceDiscovery::Service"]
      return resource.model.resource(uri).map { types.contains($0.type) } ?? false
    }
    let arn = Arn(uri ?? "")
    return arn.service == "servicediscovery"
      || (arn.service == "elasticloadbalancing" && arn.resource.hasPrefix("listener/"))
  }

  private func findInternetUrl() -> Model.Property? {
    guard type == "HTTP_PROXY" || type == "HTTP", let uri = self["IntegrationUri"],
      let text = self.uri ?? uri.texts.first, !(resource.isRaw && text.hasPrefix("arn:")),
      self["ConnectionType"].map({ $0.text == "INTERNET" }) ?? true
    else { return nil }
    return uri
  }

  /// A line of the spec whose routes an integration answers: several methods may share one.
  struct Line {
    /// Its routes.
    fileprivate(set) var routes: [Model.Route]

    /// The keys of its routes, as far as they are known.
    var keys: [RouteKey] { routes.compactMap(\.key) }

    /// The place in this line that is written like a place in the integration.
    func place(of mark: Mark) -> Mark { routes[0].place(of: mark) }

    fileprivate static func all(of routes: [Model.Route]) -> [Line] {
      var lines: [Line] = []
      for route in routes {
        if route.element != nil, lines.last?.routes[0].mark == route.mark {
          lines[lines.count - 1].routes.append(route)
        } else {
          lines.append(Line(routes: [route]))
        }
      }
      return lines
    }
  }
}
