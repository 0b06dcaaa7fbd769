import SpecReading

/// A security group, created or imported.
public enum SecurityGroup: Alternatives {
  case created(CreatedSecurityGroup)
  case imported(ImportedSecurityGroup)

  /// The noun in messages.
  public static let subject = "a security group"
  /// `id` selects an existing one.
  public static let forms: [Form<SecurityGroup>] = [
    .when("id", ImportedSecurityGroup.self, SecurityGroup.imported),
    .otherwise(CreatedSecurityGroup.self, SecurityGroup.created),
  ]
}

/// An element of `securityGroups`.
public struct SecurityGroupElement: SpecObject {
  let form: SecurityGroup?

  /// The form for an ID in place of the keys.
  public static func help(forText text: String) -> String? {
    text.hasPrefix("sg-") ? "write `{id: \(text)}`" : nil
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(SecurityGroup.self) }
}

/// An existing security group.
public struct ImportedSecurityGroup: SpecObject {
  let id: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "ID of an existing security group.")
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
    vpc = fields.required("vpc", .name(of: Kind.vpc), "VPC of the security group.")
    description = fields.optional("description", .text(1...255), "Description.")
    ingress = fields.optional("ingress", .list(.object(IngressRule.self)), "Inbound rules; none by default.")
    egress = fields.optional("egress", .list(.object(EgressRule.self)), "Outbound rules; all traffic by default.")
    options = fields.group(ElementOptions.self)
  }
}

/// Protocols of security group rules.
public enum RuleProtocol: String, CaseIterable, Sendable {
  case tcp, udp, icmp, all
}

/// An inbound rule.
public struct IngressRule: SpecObject {
  let port: Given<String>?
  let `protocol`: Given<RuleProtocol>?
  let from: Many<Given<String>>
  let description: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .ports, "Port or range of ports (`8000-8010`); all ports by default.")
    `protocol` = fields.optional(
      "protocol", .word(RuleProtocol.self), "Protocol; `tcp` by default, `all` without a port.")
    from = fields.required(
      "from", .list(.name(of: Kind.peer)), "Sources: security groups, CIDR blocks or prefix lists.")
    description = fields.optional("description", .text(0...255), "Description.")
  }
}

/// An outbound rule.
public struct EgressRule: SpecObject {
  let port: Given<String>?
  let `protocol`: Given<RuleProtocol>?
  let to: Many<Given<String>>
  let description: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    port = fields.optional("port", .ports, "Port or range of ports (`8000-8010`); all ports by default.")
    `protocol` = fields.optional(
      "protocol", .word(RuleProtocol.self), "Protocol; `tcp` by default, `all` without a port.")
    to = fields.required(
      "to", .list(.name(of: Kind.peer)), "Destinations: security groups, CIDR blocks or prefix lists.")
    description = fields.optional("description", .text(0...255), "Description.")
  }
}
