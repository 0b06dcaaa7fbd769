import CloudFormation
import SpecReading

/// A load balancer's listener as target.
protocol ListenerTarget: PrivateTarget {
  /// The type of its load balancer.
  static var type: LoadBalancerType { get }
}

extension ListenerTarget {
  var asListener: (any ListenerTarget)? { self }
  func vpc(in names: SpecNames) -> Given<String>? { names.listener(name)?.balancer?.vpc }

  func plainName(in names: SpecNames) -> String? { plainListener(in: names) }

  /// `LB.LISTENER`, even if only `LB` is written.
  func plainListener(in names: SpecNames) -> String? {
    guard options.isEmpty, network.isEmpty, let resolved = names.listener(name), let listener = resolved.listener
    else { return nil }
    return "\(resolved.balancerName).\(listener.name)"
  }

  func uri(in synthesis: inout Synthesis) -> Value? { synthesis.listenerArn(name) }

  func admit(_ link: ResolvedLink, in synthesis: inout Synthesis) {
    synthesis.admit(link, at: name)
  }
}

/// Forwards to a listener of an application load balancer.
public struct AlbTarget: ListenerTarget {
  let name: Given<String>
  let network: PrivateOptions
  let options: IntegrationOptions

  static let type = LoadBalancerType.application
  /// The key that selects this target.
  static let key: StaticString = "alb"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required("alb", .name(of: Kind.listener), "Listener: `LB.LISTENER`, `LB`, or its ARN.")
    network = fields.group(PrivateOptions.self)
    options = fields.group(IntegrationOptions.self)
  }
}

/// Forwards to a listener of a network load balancer.
public struct NlbTarget: ListenerTarget {
  let name: Given<String>
  let network: PrivateOptions
  let path: Given<String>?
  let proxy: Given<Bool>?
  let messages: MessageOptions?
  let options: IntegrationOptions

  static let type = LoadBalancerType.network
  /// The key that selects this target.
  static let key: StaticString = "nlb"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required("nlb", .name(of: Kind.listener), "Listener: `LB.LISTENER`, `LB`, or its ARN.")
    network = fields.group(PrivateOptions.self)
    path = fields.optional("path", .text(1...1_024), "WebSocket: path of requests; `/` by default.")
    proxy = fields.optional(
      "proxy", .known(.flag), "WebSocket: `false` to use request templates and integration responses.")
    messages = fields.group(MessageOptions.self)
    options = fields.group(IntegrationOptions.self)
  }

  func serves(_ type: ApiType) -> Bool { true }

  var messageKeys: [GivenKey] {
    (messages?.keys ?? []) + (proxy.map { [("proxy", $0.mark)] } ?? []) + (path.map { [("path", $0.mark)] } ?? [])
  }

  func answersByResponses(in api: Api) -> Bool { proxy?.literal == false }

  func plainName(in names: SpecNames) -> String? {
    path == nil && proxy == nil && messages?.isEmpty ?? true ? plainListener(in: names) : nil
  }

  /// An HTTP API connects to the listener itself; a WebSocket API calls a URL through a link to the load balancer.
  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    guard api.value.isWebSocket else { return linkedProperties(in: &synthesis) }
    guard let link = synthesis.linkToBalancer(of: self), let url = synthesis.url(of: self) else { return nil }
    var properties = Object()
    properties.add("IntegrationType", answersByResponses(in: api.value) ? "HTTP" : "HTTP_PROXY")
    properties.add("IntegrationMethod", network.method, default: "POST") { synthesis.value($0) }
    properties.add("IntegrationUri", name) { _ in url }
    properties.add("ConnectionType", "VPC_LINK", origin: Origin(of: network.vpcLink?.node))
    properties.add("ConnectionId", link, origin: Origin(of: network.vpcLink?.node))
    messages?.add(to: &properties, in: synthesis)
    return properties
  }
}
