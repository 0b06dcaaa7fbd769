import CloudFormation
import SpecReading
import YAMLTree

/// Options of all targets behind a VPC link.
public final class PrivateOptions: FieldGroup {
  let vpcLink: Given<String>?
  let vpc: Given<String>?
  let method: Given<HttpMethod>?
  let tls: Given<String>?
  let stripStage: Given<Bool>?

  /// Whether no option is set.
  var isEmpty: Bool { vpcLink == nil && vpc == nil && method == nil && tls == nil && stripStage == nil }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpcLink = fields.optional(
      "vpcLink", .name(of: Kind.vpcLink), "VPC link; by default one is created for each VPC and shared.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "VPC of the target, if it is not known otherwise.")
    method = fields.optional("method", .word(HttpMethod.self), "HTTP method; `ANY`, that of the client, by default.")
    tls = fields.optional("tls", .text(1...512), "Uses HTTPS and verifies this server name.")
    stripStage = fields.optional("stripStage", .known(.flag), "Whether to remove the stage name from the path.")
  }
}

/// A target behind a VPC link (`HTTP_PROXY` with `VPC_LINK`).
protocol PrivateTarget: KeyedIntegration {
  /// Options that all of them have.
  var network: PrivateOptions { get }
  /// The VPC of the target, if it is known.
  func vpc(in names: SpecNames) -> Given<String>?
  /// It, if it is a load balancer's listener.
  var asListener: (any ListenerTarget)? { get }
  /// The ARN of the listener or service.
  func uri(in synthesis: inout Synthesis) -> Value?
  /// Allows the link's traffic to the target.
  func admit(_ link: ResolvedLink, in synthesis: inout Synthesis)
}

extension PrivateTarget {
  var asPrivate: (any PrivateTarget)? { self }
  var asListener: (any ListenerTarget)? { nil }

  /// The kind of element that `name` refers to.
  var nameKind: Kind { asListener != nil ? .listener : .service }

  func serves(_ type: ApiType) -> Bool { type == .http }

  var replacement: String {
    "use a network load balancer (`nlb`) with a VPC link of version 1, or a function (`lambda: NAME`)"
  }

  /// The path without the stage, if `stripStage` is set and the author does not set the path.
  func requestParameters(in synthesis: Synthesis) -> Object? {
    var object = options.requestParameters?.object(in: synthesis) ?? Object()
    if network.stripStage?.literal == true, object["overwrite:path"] == nil {
      object.add("overwrite:path", "$request.path")
    }
    return object
  }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    linkedProperties(in: &synthesis)
  }

  /// The properties of an integration with a VPC link of version 2.
  func linkedProperties(in synthesis: inout Synthesis) -> Object? {
    guard let uri = uri(in: &synthesis), let link = synthesis.link(for: self) else { return nil }
    admit(link, in: &synthesis)
    var properties = Object()
    properties.add("IntegrationType", "HTTP_PROXY")
    properties.add("IntegrationMethod", network.method, default: "ANY") { synthesis.value($0) }
    properties.add("IntegrationUri", name) { _ in uri }
    properties.add("ConnectionType", "VPC_LINK", origin: Origin(of: network.vpcLink?.node))
    properties.add("ConnectionId", link.id, origin: Origin(of: network.vpcLink?.node ?? network.vpc?.node))
    properties.add("PayloadFormatVersion", "1.0")
    if let tls = network.tls {
      var config = Object()
      config.add("ServerNameToVerify", tls) { synthesis.value($0) }
      properties.add("TlsConfig", .object(config), origin: Origin(of: tls.node))
    }
    return properties
  }
}
