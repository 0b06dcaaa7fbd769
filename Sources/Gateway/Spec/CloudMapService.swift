import SpecReading
import YAMLTree

/// A Cloud Map service: created, or one that exists.
public enum Service: Alternatives {
  case created(CreatedService)
  case imported(ImportedService)

  /// For messages.
  public static let subject = "a service"
  /// `arn` imports.
  public static let forms: [Form<Service>] = [
    .when("arn", ImportedService.self, Service.imported), .otherwise(CreatedService.self, Service.created),
  ]
}

/// An element of `cloudMapServices`.
public struct ServiceElement: SpecObject {
  let form: Service?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Service.self) }
}

/// A service that exists.
public struct ImportedService: SpecObject {
  let arn: Given<String>
  let vpc: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of a service that exists; `?key=value` behind it chooses instances.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that its instances stand in: a link is made there.")
  }
}

/// Records by which a service is found.
public enum DnsRecord: String, CaseIterable, Sendable {
  case SRV, A, AAAA, A_AAAA, CNAME
}

/// How DNS answers for a service.
public enum RoutingPolicy: String, CaseIterable, Sendable {
  case MULTIVALUE, WEIGHTED
}

/// A service that the stack creates.
public struct CreatedService: SpecObject {
  let namespace: Given<String>
  let name: Given<String>?
  let dnsRecord: Given<DnsRecord>?
  let ttl: Given<Duration>?
  let routingPolicy: Given<RoutingPolicy>?
  let healthCheck: ServiceHealthCheck?
  let customHealthCheck: CustomHealthCheck?
  let instances: Many<ServiceInstance>?
  let description: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    namespace = fields.required("namespace", .name(of: Kind.namespace), "The namespace that it belongs to.")
    name = fields.optional("name", .text(1...127), "Its name in the namespace, instead of a generated one.")
    dnsRecord = fields.optional(
      "dnsRecord", .known(.word(DnsRecord.self)), "How it is found; `SRV` by default, so that the port is found too.")
    ttl = fields.optional("ttl", .seconds(0...2_147_483_647), "How long DNS answers may be kept; 60s by default.")
    routingPolicy = fields.optional(
      "routingPolicy", .word(RoutingPolicy.self), "How DNS answers; `MULTIVALUE` by default, `WEIGHTED` with CNAME.")
    healthCheck = fields.optional(
      "healthCheck", .object(ServiceHealthCheck.self), "How Route 53 checks its instances (public namespaces).")
    customHealthCheck = fields.optional(
      "customHealthCheck", .object(CustomHealthCheck.self), "Instances whose health something else reports.")
    instances = fields.optional("instances", .list(.object(ServiceInstance.self)), "Instances that are known now.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    options = ElementOptions(fields: &fields)
  }

  /// The first of its keys about DNS records that is written.
  var dnsNode: Node? { dnsRecord?.node ?? ttl?.node ?? routingPolicy?.node }
}

/// How Route 53 checks the instances of a service.
public struct ServiceHealthCheck: SpecObject {
  let node: Node?
  let type: Given<ServiceCheckType>?
  let resourcePath: Given<String>?
  let failureThreshold: Given<Int>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    node = fields.node
    type = fields.optional("type", .word(ServiceCheckType.self), "What is spoken; `HTTP` by default.")
    resourcePath = fields.optional("resourcePath", .text(1...255), "The path that is asked for.")
    failureThreshold = fields.optional("failureThreshold", .integer(1...10), "Failures until it counts as down.")
  }
}

/// What Route 53 speaks to check an instance.
public enum ServiceCheckType: String, CaseIterable, Sendable {
  case HTTP, HTTPS, TCP
}

/// Instances whose health something else reports.
public struct CustomHealthCheck: SpecObject {
  let node: Node?
  let isOn: Given<Bool>?
  let failureThreshold: Given<Int>?

  /// `customHealthCheck: true`.
  public static func shorthand(for text: String) -> StaticString? { "enabled" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    node = fields.node
    isOn = fields.optional("enabled", .known(.flag), "Whether there is one; what a lone `true` says.")
    failureThreshold = fields.optional("failureThreshold", .integer(1...10), "Always 1 in AWS; 1 by default.")
  }
}

/// An instance of a service.
public struct ServiceInstance: SpecObject {
  let id: Given<String>?
  let ipv4: Given<String>?
  let port: Given<Int>?
  let attributes: [Named<Given<String>>]

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.optional("id", .text(1...64), "Its id; a generated one by default.")
    ipv4 = fields.optional("ipv4", .text, "Its address.")
    port = fields.optional("port", .integer(0...65_535), "Its port.")
    attributes = fields.optional("attributes", .map(.text, keys: .any), "Attributes by Cloud Map's own keys.") ?? []
  }
}
