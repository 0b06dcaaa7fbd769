import CloudFormation
import SpecReading
import YAMLTree

/// The VPC of a resource, as far as it can be distinguished from others.
struct VpcIdentity {
  /// How a VPC is known.
  private enum Origin: Hashable {
    /// The stack creates it, under this logical ID.
    case created(String)
    /// It exists, and has this id.
    case existing(String)
    /// It exists, and only CloudFormation knows its id.
    case given(Value)
  }

  /// As messages call it: its name in `vpcs`, its logical ID or its id.
  let words: String
  private let origin: Origin

  /// Whether the stack creates it.
  var isCreated: Bool { if case .created = origin { true } else { false } }

  /// Whether two of them cannot be one. Two ids that only CloudFormation knows may be the same.
  func surelyDiffers(from other: VpcIdentity) -> Bool {
    switch (origin, other.origin) {
    case (.created, _), (_, .created), (.existing, .existing): origin != other.origin
    default: false
    }
  }

  /// An element of `vpcs`.
  init?(_ element: Named<VpcElement>, _ values: RawValues) {
    switch element.value.form {
    case .created: origin = .created(values.names.id(.vpc(element.name)))
    case .imported(let vpc):
      guard let origin = VpcIdentity.origin(of: values.value(vpc.id), values.names) else { return nil }
      self.origin = origin
    case nil: return nil
    }
    words = element.name
  }

  /// The identity of a name.
  init?(_ given: Given<String>, _ values: RawValues) {
    let names = values.names
    switch names.find(.vpc, given) {
    case .element(let index): self.init(names.spec.vpcs[index], values)
    case .resource(let id): self.init(.ref(id), values)
    case .literal(let id): self.init(.string(id), values)
    case .intrinsic(let node): self.init(values.value(node), values)
    case nil: return nil
    }
  }

  /// The value of a resource's `VpcId`.
  init?(_ value: Value, _ values: RawValues) {
    let names = values.names
    guard let origin = VpcIdentity.origin(of: value, names) else { return nil }
    self.origin = origin
    switch origin {
    case .created(let id), .existing(let id):
      words = names.index(ofId: id, in: "vpcs").map { names.spec.vpcs[$0].name } ?? id
    case .given(.ref(let parameter)): words = parameter
    case .given: words = "imported"
    }
  }

  private static func origin(of value: Value, _ names: SpecNames) -> Origin? {
    switch value {
    // Another text is reported where it is written.
    case .string(let id): return id.hasPrefix("vpc-") ? .existing(id) : nil
    case .ref(let id) where names.parameters.contains(id): return .given(value)
    case .ref(let id), .getAtt(let id, "VpcId"): return names.isVpc(id) ? .created(id) : nil
    case .object(let object): return object.members.first?.key == "Fn::ImportValue" ? .given(value) : nil
    case .getAtt, .list, .number, .bool, .null: return nil
    }
  }
}

extension SpecNames {
  /// Whether a logical ID is that of a VPC.
  fileprivate func isVpc(_ logicalId: String) -> Bool {
    resourceTypes[logicalId] == "AWS::EC2::VPC" || index(ofId: logicalId, in: "vpcs") != nil
  }
}

extension ResolvedSpec {
  /// The VPC of a name.
  func identity(ofVpc given: Given<String>) -> VpcIdentity? { VpcIdentity(given, values) }
}
