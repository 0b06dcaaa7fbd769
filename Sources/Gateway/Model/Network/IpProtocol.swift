/// A protocol whose security group rules have ports.
enum IpProtocol {
  /// TCP or UDP.
  case transport
  case icmp
  /// Its types are optional.
  case icmpv6

  static let names: [String: IpProtocol] = ["tcp": .transport, "udp": .transport, "icmp": .icmp, "icmpv6": .icmpv6]
  private static let numbers: [String: IpProtocol] = ["6": .transport, "17": .transport, "1": .icmp, "58": .icmpv6]

  /// The protocol of a name or number; nil for another one.
  static func named(_ text: String) -> IpProtocol? { names[text.lowercased()] ?? numbers[text] }
}
