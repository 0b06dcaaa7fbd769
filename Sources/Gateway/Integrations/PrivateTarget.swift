import CloudFormation
import SpecReading
import YAMLTree

/// What all targets behind a VPC link have.
public struct PrivateOptions: SpecObject {
  let vpcLink: Given<String>?
  let vpc: Given<String>?
  let method: Given<HttpMethod>?
  let tls: Given<String>?
  let stripStage: Given<Bool>?

  /// Whether nothing is said.
  var isEmpty: Bool { vpcLink == nil && vpc == nil && method == nil && tls == nil && stripStage == nil }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpcLink = fields.optional(
      "vpcLink", .name(of: Kind.vpcLink), "The VPC link; one for each VPC is made and shared by default.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC of the target, where it is not known otherwise.")
    method = fields.optional("method", .word(HttpMethod.self), "The method it is called with; `ANY`: the client's own.")
    tls = fields.optional("tls", .text(1...512), "Calls it by HTTPS, and verifies this server name.")
    stripStage = fields.optional("stripStage", .known(.flag), "Takes the name of the stage off the path that it gets.")
  }
}

/// A target behind a VPC link (`HTTP_PROXY` with `VPC_LINK`).
protocol PrivateTarget: KeyedIntegration {
  /// What all of them have.
  var network: PrivateOptions { get }
  /// The VPC that the target itself is known to stand in.
  func vpc(in names: SpecNames) -> Given<String>?
  /// The ARN of the listener or service.
  func uri(in synthesis: inout Synthesis) -> Value?
  /// Lets the link's traffic in.
  func admit(_ link: ResolvedLink, in synthesis: inout Synthesis)
}

extension PrivateTarget {
  var asPrivate: (any PrivateTarget)? { self }

  /// What its name refers to.
  var nameKind: Kind { self is any ListenerTarget ? .listener : .service }

  func serves(_ type: ApiType) -> Bool { type == .http }

  var replacement: String {
    "it reaches a network load balancer (`nlb`), through a VPC link of version 1; or let a function answer"
  }

  /// The path without the stage, where that was asked for and the author does not set the path themselves.
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

  /// What leads through a VPC link of version 2.
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
