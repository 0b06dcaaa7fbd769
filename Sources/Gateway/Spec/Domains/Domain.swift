import SpecReading

/// A custom domain, created or imported.
public enum Domain: Alternatives {
  case created(CreatedDomain)
  case existing(ExistingDomain)

  /// The noun in messages.
  public static let subject = "a domain"
  /// `exists` selects an existing one, which has no ID.
  public static let forms: [Form<Domain>] = [
    .when("exists", ExistingDomain.self, Domain.existing), .otherwise(CreatedDomain.self, Domain.created),
  ]
}

/// An element of `domains`. Its key is the host, unless `name` is set.
public struct DomainElement: SpecObject {
  let name: Given<String>?
  let hostedZone: Given<String>?
  let setIdentifier: Given<String>?
  let region: Given<String>?
  let form: Domain?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text, "Host, such as `api.example.com`; the key by default.")
    hostedZone = fields.optional(
      "hostedZone", .name(of: Kind.hostedZone),
      "ID of the Route 53 hosted zone for its A and AAAA records, and for the validation record of a new certificate.")
    setIdentifier = fields.optional(
      "setIdentifier", .text(1...128), "Name of its records among those of other regions, with latency-based routing.")
    region = fields.optional(
      "region", .text, "Region of its records, with latency-based routing; that of the stack by default.")
    form = fields.oneOf(Domain.self)
  }

  /// The key for a certificate's ARN or `true`.
  public static func help(forText text: String) -> String? {
    text.hasPrefix("arn:") || text == "true" ? "write `{certificate: \(text)}`, or `{exists: true}`" : nil
  }

  /// The domain to create, if it does not exist.
  var created: CreatedDomain? {
    if case .created(let domain) = form { domain } else { nil }
  }

  /// The existing domain, if it exists.
  var existing: ExistingDomain? {
    if case .existing(let domain) = form { domain } else { nil }
  }
}

extension Named<DomainElement> {
  /// The host.
  var host: Given<String> { value.name ?? Given(name, at: mark, node: node) }
}

/// An existing domain.
public struct ExistingDomain: SpecObject {
  let exists: Given<Existence>
  let regionalDomainName: Given<String>?
  let regionalHostedZoneId: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    exists = fields.required("exists", .known(.word(Existence.self)), "`true`: the domain exists and is not created.")
    regionalDomainName = fields.optional(
      "regionalDomainName", .text, "Regional domain name of API Gateway, the target of DNS records.")
    regionalHostedZoneId = fields.optional(
      "regionalHostedZoneId", .text, "Hosted zone ID of the regional domain name, which DNS records also need.")
  }
}

/// The value of `exists`.
public enum Existence: String, CaseIterable, Sendable {
  case yes = "true"
}

/// A domain that the stack creates.
public struct CreatedDomain: SpecObject {
  let certificate: CertificateSource?
  let certificateName: Given<String>?
  let ipAddressType: Given<IpAddressType>?
  let mutualTls: Conditional<MutualTls>?
  let ownershipCertificate: Given<String>?
  let securityPolicy: Given<SecurityPolicy>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    certificate = fields.optional(
      "certificate", .certificateSource,
      "Certificate, by ARN or logical ID; `true` creates one that is validated in `hostedZone`.")
    certificateName = fields.optional("certificateName", .text, "Name of the certificate.")
    ipAddressType = fields.optional(
      "ipAddressType", .word(IpAddressType.self), "IP address type: IPv4, or IPv4 and IPv6; `ipv4` by default.")
    mutualTls = fields.optional(
      "mutualTls", .block(.object(MutualTls.self)), "Mutual TLS: clients must present a certificate.")
    ownershipCertificate = fields.optional(
      "ownershipCertificate", .name(of: Kind.certificate),
      "With mutual TLS: a public ACM certificate that proves ownership of the host, if `certificate` does not.")
    securityPolicy = fields.optional(
      "securityPolicy", .word(SecurityPolicy.self), "Minimum TLS version; these APIs support only this one.")
    options = fields.group(ElementOptions.self)
  }
}

/// The minimum TLS version of a domain.
public enum SecurityPolicy: String, CaseIterable, Sendable {
  case tls12 = "TLS_1_2"
}

/// Mutual TLS.
public struct MutualTls: SpecObject {
  let truststore: Given<String>
  let version: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    truststore = fields.required(
      "truststore", .text, "Certificates of trusted clients: `s3://BUCKET/KEY.pem`.")
    version = fields.optional("version", .text(1...64), "Version of the truststore object.")
  }
}
