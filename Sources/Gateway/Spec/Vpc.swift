import SpecReading

/// A VPC: created, or one that exists.
public enum Vpc: Alternatives {
  case created(CreatedVpc)
  case imported(ImportedVpc)

  /// For messages.
  public static let subject = "a VPC"
  /// `id` imports.
  public static let forms: [Form<Vpc>] = [
    .when("id", ImportedVpc.self, Vpc.imported), .otherwise(CreatedVpc.self, Vpc.created),
  ]
}

/// An element of `vpcs`.
public struct VpcElement: SpecObject {
  let form: Vpc?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(Vpc.self) }
}

/// How subnets reach the internet.
public enum SubnetType: String, CaseIterable, Sendable {
  /// In and out through an internet gateway.
  case `public`
  /// Out only, through a NAT gateway where there is one.
  case `private`
  /// Not at all.
  case isolated
}

/// A VPC that exists.
public struct ImportedVpc: SpecObject {
  let id: Given<String>
  let privateSubnets: Names?
  let publicSubnets: Names?
  let isolatedSubnets: Names?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of a VPC that exists.")
    privateSubnets = fields.optional("privateSubnets", .list(.text), "Ids of its private subnets.")
    publicSubnets = fields.optional("publicSubnets", .list(.text), "Ids of its public subnets.")
    isolatedSubnets = fields.optional("isolatedSubnets", .list(.text), "Ids of its isolated subnets.")
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
    cidr = fields.optional("cidr", .text, "Its addresses; `10.0.0.0/16` by default.")
    maxAzs = fields.optional("maxAzs", .known(.integer(1...6)), "In how many availability zones; 2 by default.")
    availabilityZones = fields.optional(
      "availabilityZones", .list(.text), "The zones by name (`eu-west-1a`) or id (`euw1-az1`), instead of `maxAzs`.")
    subnets = fields.optional(
      "subnets", .map(.object(SubnetGroup.self)),
      "Groups of subnets by name, one subnet a zone; one public and one private group by default.")
    natGateways = fields.optional(
      "natGateways", .known(.integer(0...6)),
      "NAT gateways, each a way out for private subnets and a cost; 0 by default.")
    endpoints = fields.optional(
      "endpoints", .list(.known(.text)),
      "AWS services that are reached without leaving the VPC: `s3`, `dynamodb`, `sqs` ….")
    name = fields.optional("name", .text(1...256), "Its `Name` tag; the key by default.")
    options = ElementOptions(fields: &fields)
  }
}

/// A group of subnets, one in each zone.
public struct SubnetGroup: SpecObject {
  let type: Given<SubnetType>
  let mask: Given<Int>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.required("type", .known(.word(SubnetType.self)), "How its subnets reach the internet.")
    mask = fields.optional(
      "mask", .known(.integer(16...28)), "Prefix length of each subnet; an equal share by default.")
  }
}
