/// Hosts that only a private network leads to.
enum PrivateHost {
  /// The host of a URL, and what it is, if it is private. A host with a variable in it is not known.
  static func inUrl(_ text: String) -> (host: String, what: String)? {
    guard let scheme = TargetUrl.scheme(of: text) else { return nil }
    let authority = text.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    if authority.contains(where: { "{}$@".utf8.contains($0) }) { return nil }
    if authority.first == UInt8(ascii: "[") {
      let address = Substring(authority.dropFirst().prefix { $0 != UInt8(ascii: "]") }).lowercased()
      return isPrivate(ipv6: address) ? ("[\(address)]", "a private address") : nil
    }
    let name = authority.prefix { $0 != UInt8(ascii: ":") }
    let host = Substring(name).lowercased()
    if let address = CidrBlock.address(of: name) { return kind(of: address).map { (host, $0) } }
    return kind(ofName: host.hasSuffix(".") ? String(host.dropLast()) : host).map { (host, $0) }
  }

  /// The same for a URL with references in it, whose host ends in a known name.
  static func inComposedUrl(_ text: String) -> (host: String, what: String)? {
    guard let scheme = TargetUrl.scheme(of: text) else { return nil }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard let last = host.lastIndex(of: "}") else { return nil }
    let name = host[host.index(after: last)...].prefix { $0 != ":" }
    let start = host.prefix { $0 != "$" }.lowercased()
    guard name.first == ".", let what = kind(ofName: "\(start)x\(name.lowercased())") else { return nil }
    return (String(host[...last]) + name, what)
  }

  /// Whether an address is in a range that Elastic Load Balancing accepts for targets outside of the VPC.
  static func isOfPrivateNetwork(_ address: Int) -> Bool { privateBlocks.contains { $0.contains(address) } }

  /// Of RFC 1918 and RFC 6598.
  private static let privateBlocks = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"]
    .compactMap { CidrBlock($0) }

  private static func kind(of address: Int) -> String? {
    blocks.first { $0.block.contains(address) }?.what
  }

  private static let blocks: [(block: CidrBlock, what: String)] =
    privateBlocks.map { ($0, "a private address") }
    + [
      ("0.0.0.0/8", "no host's address"), ("127.0.0.0/8", "an address of the machine itself"),
      ("169.254.0.0/16", "a link-local address"),
    ].compactMap { text, what in CidrBlock(text).map { ($0, what) } }

  private static func isPrivate(ipv6 address: String) -> Bool {
    if address == "::1" || address == "::" { return true }
    guard let first = Int(address.prefix { $0 != ":" }, radix: 16) else { return false }
    // fc00::/7 and fe80::/10.
    return first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
  }

  /// Reserved for private networks, or used in them: ICANN on `.internal`, RFC 6761, and RFC 6762 with its appendix G.
  private static let privateEnds: Set<Substring> = [
    "internal", "local", "intranet", "private", "corp", "home", "lan", "localdomain",
  ]

  private static func kind(ofName host: String) -> String? {
    let labels = host.utf8.split(separator: UInt8(ascii: ".")).map(Substring.init)
    guard let last = labels.last else { return nil }
    if last == "localhost" { return "the machine itself" }
    if labels.count == 1 { return "a name without a domain" }
    if privateEnds.contains(last) || host.hasSuffix(".home.arpa") { return "a name of a private network" }
    if last == "svc" { return "a name of a Kubernetes cluster" }
    guard host.hasSuffix(".amazonaws.com") || host.hasSuffix(".amazonaws.com.cn") else { return nil }
    if labels[0].hasPrefix("internal-"), labels.contains("elb") { return "an internal load balancer" }
    return labels.contains("vpce") ? "an endpoint inside a VPC" : nil
  }
}
