import SpecReading

/// The kinds of load balancers that a VPC link reaches.
public enum LoadBalancerType: String, CaseIterable, Sendable {
  case application, network
}

/// A load balancer: created, or one that exists.
public enum LoadBalancer: Alternatives {
  case created(CreatedLoadBalancer)
  case imported(ImportedLoadBalancer)

  /// For messages.
  public static let subject = "a load balancer"
  /// `arn` imports.
  public static let forms: [Form<LoadBalancer>] = [
    .when("arn", ImportedLoadBalancer.self, LoadBalancer.imported),
    .otherwise(CreatedLoadBalancer.self, LoadBalancer.created),
  ]
}

/// An element of `loadBalancers`.
public struct LoadBalancerElement: SpecObject {
  let type: Given<LoadBalancerType>
  let form: LoadBalancer?
  let listeners: [Named<ListenerElement>]
  let openTo: Given<OpenTo>?

  /// Which kind it is, where that could be read.
  var knownType: LoadBalancerType? { type.mark.isNowhere ? nil : type.literal }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.required("type", .known(.word(LoadBalancerType.self)), "Which kind it is.")
    form = fields.oneOf(LoadBalancer.self)
    listeners =
      fields.optional("listeners", .map(.object(ListenerElement.self)), "Ports that it listens on, by name.") ?? []
    openTo = fields.optional(
      "openTo", .known(.word(OpenTo.self)), "`none`: no rule that admits VPC links is written for its security groups.")
  }
}

/// Whom the program opens a load balancer's security groups to.
public enum OpenTo: String, CaseIterable, Sendable {
  /// The VPC links that integrations come through.
  case links
  /// Nobody: somebody else writes the rules.
  case none
}

/// A load balancer that exists.
public struct ImportedLoadBalancer: SpecObject {
  let arn: Given<String>
  let vpc: Given<String>?
  let securityGroups: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of a load balancer that exists.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that it stands in: a link is made there.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)),
      "Its security groups: a rule is added to them that admits the VPC link.")
  }
}

/// Where a load balancer can be reached from.
public enum Scheme: String, CaseIterable, Sendable {
  case `internal`
  case internetFacing = "internet-facing"
}

/// A load balancer that the stack creates.
public struct CreatedLoadBalancer: SpecObject {
  let vpc: Given<String>
  let scheme: Given<Scheme>?
  let subnets: Names?
  let securityGroups: Names?
  let deletionProtection: Given<Bool>?
  let idleTimeout: Given<Duration>?
  let http2: Given<Bool>?
  let crossZone: Given<Bool>?
  let dropInvalidHeaderFields: Given<Bool>?
  let name: Given<String>?
  let attributes: [Named<Given<String>>]
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpc = fields.required("vpc", .name(of: Kind.vpc), "The VPC that it stands in.")
    scheme = fields.optional("scheme", .word(Scheme.self), "Where it can be reached from; `internal` by default.")
    subnets = fields.optional(
      "subnets", .list(.text), "Where it stands: a type, a group's name, or ids; private ones for an internal one.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Its security groups, instead of one of its own.")
    deletionProtection = fields.optional("deletionProtection", .flag, "Whether it refuses to be deleted.")
    idleTimeout = fields.optional(
      "idleTimeout", .seconds(1...4_000), "How long a silent connection is kept (application).")
    http2 = fields.optional("http2", .flag, "Whether HTTP/2 is spoken (application).")
    crossZone = fields.optional("crossZone", .flag, "Whether every node serves the targets of every zone.")
    dropInvalidHeaderFields = fields.optional(
      "dropInvalidHeaderFields", .flag, "Whether headers with invalid names are dropped (application).")
    name = fields.optional("name", .text(1...32), "Its name in AWS, instead of a generated one.")
    attributes =
      fields.optional("attributes", .map(.text, keys: .any), "Other attributes by AWS's own keys.") ?? []
    options = ElementOptions(fields: &fields)
  }
}
