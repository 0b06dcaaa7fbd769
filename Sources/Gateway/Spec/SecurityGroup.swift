import SpecReading

/// A security group: created, or one that exists.
public enum SecurityGroup: Alternatives {
  case created(CreatedSecurityGroup)
  case imported(ImportedSecurityGroup)

  /// For messages.
  public static let subject = "a security group"
  /// `id` imports.
  public static let forms: [Form<SecurityGroup>] = [
    .when("id", ImportedSecurityGroup.self, SecurityGroup.imported),
    .otherwise(CreatedSecurityGroup.self, SecurityGroup.created),
  ]
}

/// An element of `securityGroups`.
public struct SecurityGroupElement: SpecObject {
  let form: SecurityGroup?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(SecurityGroup.self) }
}

/// A security group that exists.
public struct ImportedSecurityGroup: SpecObject {
  let id: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of a security group that exists.")
  }
}

/// A security group that the stack creates.
public struct CreatedSecurityGroup: SpecObject {
  let vpc: Given<String>
  let description: Given<String>?
  let ingress: Many<IngressRule>?
  let egress: Many<EgressRule>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    vpc = fields.required("vpc", .name(of: Kind.vpc), "The VPC that it belongs to.")
    description = fields.optional("description", .text(1...255), "What it is for.")
    ingress = fields.optional("ingress", .list(.object(IngressRule.self)), "What is let in; nothing by default.")
    egress = fields.optional("egress", .list(.object(EgressRule.self)), "What is let out; everything by default.")
    options = ElementOptions(fields: &fields)
  }
}

/// Protocols of a security group's rules.
public enum RuleProtocol: String, CaseIterable, Sendable {
  case tcp, udp, icmp, all
}

/// Something that a security group lets in.
public struct IngressRule: SpecObject {
  let port: Given<String>?
  let `protocol`: Given<RuleProtocol>?
  let from: Many<Given<String>>
  let description: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .ports, "A port or a range (`8000-8010`); every port by default.")
    `protocol` = fields.optional("protocol", .word(RuleProtocol.self), "`tcp` by default; `all` without a port.")
    from = fields.required("from", .list(.name(of: Kind.peer)), "Who: a security group, a CIDR block, a prefix list.")
    description = fields.optional("description", .text(0...255), "Why.")
  }
}

/// Something that a security group lets out.
public struct EgressRule: SpecObject {
  let port: Given<String>?
  let `protocol`: Given<RuleProtocol>?
  let to: Many<Given<String>>
  let description: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .ports, "A port or a range (`8000-8010`); every port by default.")
    `protocol` = fields.optional("protocol", .word(RuleProtocol.self), "`tcp` by default; `all` without a port.")
    to = fields.required("to", .list(.name(of: Kind.peer)), "Whereto: a security group, a CIDR block, a prefix list.")
    description = fields.optional("description", .text(0...255), "Why.")
  }
}
