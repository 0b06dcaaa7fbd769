import SpecReading

/// A VPC, created or imported.
public enum Vpc: Alternatives {
  case created(CreatedVpc)
  case imported(ImportedVpc)

  /// The noun in messages.
  public static let subject = "a VPC"
  /// `id` selects an existing one.
  public static let forms: [Form<Vpc>] = [
    .when("id", ImportedVpc.self, Vpc.imported), .otherwise(CreatedVpc.self, Vpc.created),
  ]
}

/// An element of `vpcs`.
public struct VpcElement: SpecObject {
  let form: Vpc?

  /// The form for an ID in place of the keys.
  public static func help(forText text: String) -> String? {
    text.hasPrefix("vpc-") ? "write `{id: \(text)}`" : nil
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Vpc.self) }
}

/// The internet access of subnets.
public enum SubnetType: String, CaseIterable, Sendable {
  /// Inbound and outbound, through an internet gateway.
  case `public`
  /// Outbound only, through a NAT gateway if there is one.
  case `private`
  /// None.
  case isolated
}

/// An existing VPC.
public struct ImportedVpc: SpecObject {
  let id: Given<String>
  let privateSubnets: Names?
  let publicSubnets: Names?
  let isolatedSubnets: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    fields.rejected("subnets", help: "write the IDs in `privateSubnets`, `publicSubnets` or `isolatedSubnets`")
    id = fields.required("id", .text, "ID of an existing VPC.")
    privateSubnets = fields.optional("privateSubnets", .list(.text), "IDs of its private subnets.")
    publicSubnets = fields.optional("publicSubnets", .list(.text), "IDs of its public subnets.")
    isolatedSubnets = fields.optional("isolatedSubnets", .list(.text), "IDs of its isolated subnets.")
  }

  func subnets(_ type: SubnetType) -> Names? {
    switch type {
    case .public: publicSubnets
    case .private: privateSubnets
    case .isolated: isolatedSubnets
    }
  }
}

/// A VPC that the stack creates.
public struct CreatedVpc: SpecObject {
  let cidr: Given<String>?
  let maxAzs: Given<Int>?
  let availabilityZones: Names?
  let subnets: [Named<SubnetGroup>]?
  let natGateways: Given<Int>?
  let endpoints: Names?
  let name: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    cidr = fields.optional("cidr", .text, "CIDR block; `10.0.0.0/16` by default.")
    maxAzs = fields.optional("maxAzs", .known(.integer(1...6)), "Number of Availability Zones; 2 by default.")
    availabilityZones = fields.optional(
      "availabilityZones", .list(.text),
      "Availability Zones by name (`eu-west-1a`) or ID (`euw1-az1`); replaces `maxAzs`.")
    subnets = fields.optional(
      "subnets", .map(.object(SubnetGroup.self)),
      "Subnet groups by name, with one subnet per zone; by default one public and one private group.")
    natGateways = fields.optional(
      "natGateways", .known(.integer(0...6)),
      "Number of NAT gateways, which give private subnets internet access at a cost; 0 by default.")
    endpoints = fields.optional(
      "endpoints", .list(.known(.text)),
      "VPC endpoints for AWS services: `s3`, `dynamodb`, `sqs` ….")
    name = fields.optional("name", .text(1...256), "`Name` tag; the key by default.")
    options = fields.group(ElementOptions.self)
  }
}

/// A group of subnets, one in each Availability Zone.
public struct SubnetGroup: SpecObject {
  let type: Given<SubnetType>
  let mask: Given<Int>?
  let cidrs: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    fields.exclude(["mask"], beside: "cidrs", "remove it: `cidrs` has the prefix of each subnet")
    type = fields.required("type", .known(.word(SubnetType.self)), "Internet access of its subnets.")
    mask = fields.optional(
      "mask", .known(.integer(16...28)), "Prefix length of each subnet; an equal share by default.")
    cidrs = fields.optional("cidrs", .list(.text), "CIDR block of the subnet in each zone, in the order of the zones.")
  }
}
