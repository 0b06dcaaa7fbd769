import SpecReading

/// A protocol whose rules have ports.
enum IpProtocol {
  /// TCP or UDP.
  case transport
  case icmp
  /// Its types are optional.
  case icmpv6

  static let names: [String: IpProtocol] = ["tcp": .transport, "udp": .transport, "icmp": .icmp, "icmpv6": .icmpv6]
  private static let numbers: [String: IpProtocol] = ["6": .transport, "17": .transport, "1": .icmp, "58": .icmpv6]

  /// The help for a name that EC2 does not know.
  static func suggestion(for text: String) -> String {
    if ["all", "any", "*"].contains(text.lowercased()) { return "write `\"-1\"` for all protocols" }
    return Suggestion.nearest(to: text, among: names.keys).map { "did you mean `\($0)`?" }
      ?? "write `tcp`, `udp`, `icmp`, `icmpv6`, `\"-1\"` for all protocols, or a number"
  }

  static func named(_ text: String) -> IpProtocol? { names[text.lowercased()] ?? numbers[text] }

  var word: String { self == .transport ? "TCP or UDP" : "ICMP" }

  var help: String {
    self == .transport
      ? "add both, for example `FromPort: 443, ToPort: 443`" : "add both; `-1` is for all types and codes"
  }
}
