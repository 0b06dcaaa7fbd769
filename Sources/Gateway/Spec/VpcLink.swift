import SpecReading

/// A VPC link: created, or one that exists.
public enum VpcLink: Alternatives {
  case created(CreatedVpcLink)
  case toBalancer(BalancerLink)
  case imported(ImportedVpcLink)

  /// For messages.
  public static let subject = "a VPC link"
  /// `id` imports, `nlb` makes one of version 1.
  public static let forms: [Form<VpcLink>] = [
    .when("id", ImportedVpcLink.self, VpcLink.imported), .when("nlb", BalancerLink.self, VpcLink.toBalancer),
    .otherwise(CreatedVpcLink.self, VpcLink.created),
  ]
}

/// An element of `vpcLinks`.
public struct VpcLinkElement: SpecObject {
  let version: Given<LinkVersion>?
  let form: VpcLink?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    version = fields.optional(
      "version", .known(.word(LinkVersion.self)),
      "`1` for WebSocket APIs, with `nlb` or an `id`; `2`, the default, for HTTP APIs.")
    form = fields.oneOf(VpcLink.self)
  }
}

/// A VPC link that exists.
public struct ImportedVpcLink: SpecObject {
  let id: Given<String>
  let vpc: Given<String>?
  let securityGroups: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of a VPC link that exists.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that it stands in, if it is to be checked.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Its security groups, so that targets can admit them.")
  }
}

/// A VPC link that the stack creates.
public struct CreatedVpcLink: SpecObject {
  let vpc: Given<String>
  let subnets: Names?
  let securityGroups: Names?
  let name: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpc = fields.required("vpc", .name(of: Kind.vpc), "The VPC that it reaches into.")
    subnets = fields.optional(
      "subnets", .list(.text), "Where it stands: a type, a group's name, or ids; the private subnets by default.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Its security groups, instead of one of its own.")
    name = fields.optional("name", .text(1...128), "Its name in AWS; the key by default.")
    options = ElementOptions(fields: &fields)
  }
}
