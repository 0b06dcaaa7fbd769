import TextSearch

/// A block of IPv4 addresses.
package struct CidrBlock: Equatable {
  let address: Int
  let prefix: Int

  /// How large a VPC may be.
  static let vpcPrefixes = 16...28
  /// The default of a VPC.
  static let vpcDefault = CidrBlock(address: 0x0a00_0000, prefix: 16)

  /// How many addresses it has.
  var size: Int { 1 << (32 - prefix) }

  /// The numbers of its addresses.
  package var addresses: Range<Int> { address..<address + size }

  /// Whether an address is in the block.
  func contains(_ other: Int) -> Bool { addresses.contains(other) }

  /// As `10.0.0.0/16`.
  package var text: String {
    "\(address >> 24 & 255).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)/\(prefix)"
  }

  package init(address: Int, prefix: Int) {
    self.address = address
    self.prefix = prefix
  }

  /// Reads `10.0.0.0/16`; nil where the text is not a block or has bits set behind its prefix.
  init?(_ text: String) {
    self.init(rounding: text)
    if CidrBlock.address(of: text.utf8.prefix { $0 != UInt8(ascii: "/") }) != address { return nil }
  }

  /// Reads a block whose address may lie anywhere in it.
  package init?(rounding text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let prefix = Int(Substring(parts[1])), (0...32).contains(prefix),
      let address = CidrBlock.address(of: parts[0])
    else { return nil }
    self.init(address: address & ~((1 << (32 - prefix)) - 1), prefix: prefix)
  }

  /// The number of a single address; nil where the text is none.
  static func address(of text: Substring.UTF8View) -> Int? {
    var (address, count) = (0, 0)
    for part in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let byte = UInt8(Substring(part)) else { return nil }
      (address, count) = (address << 8 | Int(byte), count + 1)
    }
    return count == 4 ? address : nil
  }
}

extension CidrBlock {
  /// Whether a text is a block of IPv4 or IPv6 addresses, wherever in it the address lies.
  static func isBlock(_ text: String) -> Bool {
    guard text.contains(":") else { return CidrBlock(rounding: text) != nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let prefix = Int(parts[1]), (0...128).contains(prefix) else { return false }
    let groups = parts[0].split(separator: ":", omittingEmptySubsequences: true)
    let gaps = parts[0].ranges(of: "::").count
    return groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) } && gaps <= 1
      && (gaps == 1 ? groups.count < 8 : groups.count == 8)
  }
}
