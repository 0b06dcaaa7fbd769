import SpecReading

/// A domain: created, or one that exists.
public enum Domain: Alternatives {
  case created(CreatedDomain)
  case existing(ExistingDomain)

  /// For messages.
  public static let subject = "a domain"
  /// `exists` says that it is there already: a domain has no id that could tell it.
  public static let forms: [Form<Domain>] = [
    .when("exists", ExistingDomain.self, Domain.existing), .otherwise(CreatedDomain.self, Domain.created),
  ]
}

/// An element of `domains`: its key is its host, unless it has a `name`.
public struct DomainElement: SpecObject {
  let name: Given<String>?
  let hostedZone: Given<String>?
  let form: Domain?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text, "Its host, such as `api.example.com`; the key by default.")
    hostedZone = fields.optional(
      "hostedZone", .name(of: Kind.hostedZone),
      "Id of the Route 53 zone that gets its A and AAAA records, and the record that proves a new certificate.")
    form = fields.oneOf(Domain.self)
  }

  /// Where it is created, all that is said of that.
  var created: CreatedDomain? {
    if case .created(let domain) = form { domain } else { nil }
  }

  /// Where it exists, all that is said of that.
  var existing: ExistingDomain? {
    if case .existing(let domain) = form { domain } else { nil }
  }
}

extension Named<DomainElement> {
  /// Its host.
  var host: Given<String> { value.name ?? Given(name, at: mark, node: node) }
}

/// A domain that exists.
public struct ExistingDomain: SpecObject {
  let exists: Given<Existence>
  let regionalDomainName: Given<String>?
  let regionalHostedZoneId: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    exists = fields.required("exists", .known(.word(Existence.self)), "It is there already: nothing is created for it.")
    regionalDomainName = fields.optional(
      "regionalDomainName", .text, "API Gateway's own name for it, which its records lead to.")
    regionalHostedZoneId = fields.optional(
      "regionalHostedZoneId", .text, "The zone of API Gateway's name for it, which its records need, too.")
  }
}

/// That something exists already.
public enum Existence: String, CaseIterable, Sendable {
  case yes = "true"
}

/// A domain that the stack creates.
public struct CreatedDomain: SpecObject {
  let certificate: CertificateSource?
  let certificateName: Given<String>?
  let ipAddressType: Given<IpAddressType>?
  let mutualTls: MutualTls?
  let ownershipCertificate: Given<String>?
  let securityPolicy: Given<SecurityPolicy>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    certificate = fields.optional(
      "certificate", .certificateSource,
      "The certificate that it shows, by ARN or logical id; `true` for one that is made, and proved in `hostedZone`.")
    certificateName = fields.optional("certificateName", .text, "A name for the certificate.")
    ipAddressType = fields.optional(
      "ipAddressType", .word(IpAddressType.self), "`ipv4`, the default, or `dualstack` for IPv6 as well.")
    mutualTls = fields.optional(
      "mutualTls", .object(MutualTls.self), "Only clients that show a certificate of their own are let in.")
    ownershipCertificate = fields.optional(
      "ownershipCertificate", .name(of: Kind.certificate),
      "With mutual TLS: a public certificate of ACM's that proves the host is yours, where `certificate` is none.")
    securityPolicy = fields.optional(
      "securityPolicy", .word(SecurityPolicy.self), "The oldest TLS that it speaks; these APIs have just the one.")
    options = ElementOptions(fields: &fields)
  }
}

/// The oldest TLS that a domain speaks.
public enum SecurityPolicy: String, CaseIterable, Sendable {
  case tls12 = "TLS_1_2"
}

/// Clients show certificates, too.
public struct MutualTls: SpecObject {
  let truststore: Given<String>
  let version: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    truststore = fields.required(
      "truststore", .text, "Where the certificates stand that clients' are checked against: `s3://BUCKET/KEY.pem`.")
    version = fields.optional("version", .text(1...64), "Which version of that object in S3.")
  }
}
