import SpecReading

/// A VPC link, created or imported.
public enum VpcLink: Alternatives {
  case created(CreatedVpcLink)
  case toBalancer(BalancerLink)
  case imported(ImportedVpcLink)

  /// The noun in messages.
  public static let subject = "a VPC link"
  /// `id` selects an existing one, `nlb` one of version 1.
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
      "Version: `1` for WebSocket APIs, with `nlb` or `id`, `2` for HTTP APIs; `2` by default.")
    form = fields.oneOf(VpcLink.self)
  }
}

/// An existing VPC link.
public struct ImportedVpcLink: SpecObject {
  let id: Given<String>
  let vpc: Given<String>?
  let securityGroups: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "ID of an existing VPC link.")
    vpc = fields.optional(
      "vpc", .name(of: Kind.vpc), "VPC of the link; IDs of its subnets and security groups do not need one.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Security groups, so that targets can allow them.")
  }
}

/// A VPC link that the stack creates.
public struct CreatedVpcLink: SpecObject {
  let vpc: Given<String>?
  let subnets: Names?
  let securityGroups: Names?
  let name: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpc = fields.optional(
      "vpc", .name(of: Kind.vpc), "VPC of the link; IDs of its subnets and security groups do not need one.")
    subnets = fields.optional(
      "subnets", .list(.text), "Subnets: a type, the name of a subnet group, or IDs; private subnets by default.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Security groups; one is created by default.")
    name = fields.optional("name", .text(1...128), "Name in AWS; the key by default.")
    options = fields.group(ElementOptions.self)
  }
}
