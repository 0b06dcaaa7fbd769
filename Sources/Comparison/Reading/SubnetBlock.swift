import CloudFormation
import Gateway

/// The addresses of a subnet, which no other subnet of its VPC may have.
struct SubnetBlock {
  /// The logical ID of the subnet.
  let id: String
  let vpc: Value
  let guards: [ConditionLogic.Literal]
  /// As `10.0.0.0/24`; `of block 0 …` where that is unknown.
  let text: String
  /// The start of the addresses: `null` for known ones, otherwise the argument of `Fn::Cidr`, or all of the value.
  private let base: Value
  private let addresses: Range<UInt128>

  /// Whether it has addresses of another one, as far as that is known.
  func overlaps(_ other: SubnetBlock) -> Bool {
    vpc == other.vpc && base == other.base && addresses.overlaps(other.addresses)
  }

  /// The blocks of a subnet: of IPv4 addresses, and of IPv6 addresses.
  static func all(of subnet: Resource, in template: Template) -> [SubnetBlock] {
    guard subnet.type == SubnetAddresses.type, let vpc = subnet.properties["VpcId"]?.identity else { return [] }
    return ["CidrBlock", "Ipv6CidrBlock"].flatMap { property in
      (subnet.properties[property]?.guarded ?? []).compactMap { choice in
        let guards = subnet.guards + choice.guards
        return SubnetBlock(choice.value, of: subnet.id, vpc, guards, property == "CidrBlock" ? 32 : 128, template)
      }
    }
  }

  private init?(
    _ value: Value, of id: String, _ vpc: Value, _ guards: [ConditionLogic.Literal], _ width: Int, _ template: Template
  ) {
    (self.id, self.vpc, self.guards) = (id, vpc, guards)
    if let block = value.text.flatMap(CidrBlock.init(rounding:)) {
      (base, text) = (.null, block.text)
      addresses = UInt128(block.addresses.lowerBound)..<UInt128(block.addresses.upperBound)
    } else if let part = value.partOfBlock, (1..<width).contains(part.bits) {
      let start = UInt128(part.index) << UInt128(part.bits)
      let end = start + (UInt128(1) << UInt128(part.bits))
      if width == 32, let block = part.block.knownBlock(in: template) {
        let first = UInt128(block.addresses.lowerBound)
        (base, addresses) = (.null, first + start..<first + end)
        text = CidrBlock(address: Int(first + start), prefix: 32 - part.bits).text
      } else {
        (base, addresses, text) = (part.block, start..<end, "of block \(part.index) of its `Fn::Cidr`")
      }
    } else if !value.isNothing {
      (base, addresses, text) = (value, 0..<1, value.text ?? "of its `\(width == 32 ? "CidrBlock" : "Ipv6CidrBlock")`")
    } else {
      return nil
    }
  }
}

extension Value {
  /// The block, the index and the size of what `Fn::Select` takes of `Fn::Cidr`.
  fileprivate var partOfBlock: (block: Value, index: Int, bits: Int)? {
    guard case .object(let select) = self, case .list(let choice)? = select["Fn::Select"], choice.count == 2,
      let index = choice[0].scalar.flatMap({ Int($0) }), (0..<256).contains(index),
      case .object(let cidr) = choice[1], case .list(let arguments)? = cidr["Fn::Cidr"], arguments.count == 3,
      let bits = arguments[2].scalar.flatMap({ Int($0) })
    else { return nil }
    return (arguments[0], index, bits)
  }

  /// The block of a text, or of a VPC of the template.
  fileprivate func knownBlock(in template: Template) -> CidrBlock? {
    if case .getAtt(let id, "CidrBlock") = self, let block = template[id]?.properties["CidrBlock"] {
      return block.text.flatMap(CidrBlock.init(rounding:))
    }
    return text.flatMap(CidrBlock.init(rounding:))
  }
}
