import SpecReading
import YAMLTree

/// The APIs of a spec as their clients see them: routes with authorization and target, stages, addresses.
///
/// It is made from the model, so that `resources`, `properties` and OpenAPI documents are included.
public struct Overview: Sendable {
  /// An API.
  public struct Api: Sendable {
    /// Its key, or its logical ID.
    public let name: String
    /// Whether it is a WebSocket API.
    public let isWebSocket: Bool
    /// Whether other routes may exist: the API is imported, or its document is not known.
    public let hasOtherRoutes: Bool
    /// Its stages.
    public let stages: [Stage]
    /// Its addresses at custom domains.
    public let addresses: [Address]
    /// Its routes, in the order of the template.
    public let routes: [Route]
  }

  /// A stage.
  public struct Stage: Sendable {
    /// Its name; `$default` has no path.
    public let name: String
    /// The throttle of all routes, in words.
    public let throttle: String?
  }

  /// An address at a custom domain.
  public struct Address: Sendable {
    /// The host; nil if it is only known at deployment.
    public let host: String?
    /// The base path, without a slash at the beginning; empty for the root.
    public let path: String
    /// The stage that it leads to.
    public let stage: String?
  }

  /// A route.
  public struct Route: Sendable {
    /// `GET`, `ANY`; empty for `$default` and for the routes of WebSocket APIs.
    public let method: String
    /// The path, or the whole key if it has no method.
    public let path: String
    /// The authorization in words: `none`, `iam`, `jwt readers`.
    public let authorization: String
    /// The source of the authorization: `defaultAuth`, or nil if the route has its own.
    public let authorizationSource: String?
    /// Whether everyone can call it; nil if that is not known.
    public let isOpen: Bool?
    /// The throttle of this route, in words.
    public let throttle: String?
    /// Its target.
    public let target: Target
    /// Where it is written.
    public let mark: Mark
  }

  /// The target of a route.
  public struct Target: Hashable, Sendable {
    /// The kinds of targets.
    public enum Kind: String, Sendable {
      case function, url, balancer, cloudMap, service, mock, unknown
    }

    /// Its kind.
    public let kind: Kind
    /// Its name: a key of the spec, a URL, an action.
    public let name: String
    /// The VPC link through which it is reached.
    public let link: String?

    /// A target.
    public init(kind: Kind, name: String, link: String?) {
      self.kind = kind
      self.name = name
      self.link = link
    }
  }

  /// The APIs, in the order of the spec.
  public let apis: [Api]
}

extension Overview {
  /// The overview of a model.
  public init(_ model: Model) {
    apis = model.apis.all.map { Api($0, in: model) }
  }

  /// The overview of several specs.
  public init(joining overviews: [Overview]) { apis = overviews.flatMap(\.apis) }
}

extension Overview.Api {
  fileprivate init(_ api: Model.Api, in model: Model) {
    name = api.name
    isWebSocket = api.isWebSocket == true
    hasOtherRoutes = !api.isComplete
    stages = api.stages.map { stage in
      Overview.Stage(name: stage["StageName"]?.text ?? stage.name, throttle: stage["DefaultRouteSettings"]?.throttle)
    }
    addresses = model.domains.mappings(of: api).map { mapping in
      Overview.Address(
        host: mapping.hostText, path: mapping.pathText ?? "…",
        stage: mapping.stageName)
    }
    let throttles = api.routeThrottles
    routes = api.routes.map { Overview.Route($0, throttles) }
  }
}

extension Model.Api {
  /// The throttles of single routes by their key, in words.
  fileprivate var routeThrottles: [String: String] {
    var throttles: [String: String] = [:]
    for stage in stages {
      for settings in stage["RouteSettings"]?.members ?? [] {
        guard let throttle = settings.throttle else { continue }
        let words = stages.count > 1 ? "\(throttle) in \(stage.name)" : throttle
        throttles[settings.name] = throttles[settings.name].map { "\($0), \(words)" } ?? words
      }
    }
    return throttles
  }
}

extension Model.ApiMapping {
  /// The name of the stage that it leads to, if it is known.
  var stageName: String? { element?.stage?.name ?? resource?["Stage"]?.stageName }
}

extension Model.Property {
  /// Rate and burst of route settings, in words.
  var throttle: String? {
    let words = [("ThrottlingRateLimit", "/s"), ("ThrottlingBurstLimit", " at once")].compactMap { name, unit in
      self[name]?.text.map { $0 + unit }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The name of the stage that it refers to.
  var stageName: String? {
    text ?? target.flatMap { resource.model.resource($0) }?["StageName"]?.text
  }
}
