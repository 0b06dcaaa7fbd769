import SpecReading

extension Rule {
  /// The addresses of a VPC.
  static let vpcCidr = Rule(
    of: .subnetsWithoutRoom,
    source: "Amazon VPC's page on CIDR blocks",
    example: """
      vpcs:
        main: {cidr: ⟦10.0.0.0/8 → 10.0.0.0/16⟧}
      vpcLinks:
        inner: {vpc: main}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      for vpc in model.resources("AWS::EC2::VPC") {
        guard let block = vpc["CidrBlock"] else { continue }
        for text in block.texts {
          if let flaw = CidrBlock.flaw(in: text, of: "a VPC") {
            report.report(flaw, at: block)
          }
        }
      }
    })
}

extension CidrBlock {
  /// The message and the help for an invalid address range of a VPC or a subnet, which may be of the same sizes.
  static func flaw(in text: String, of owner: String) -> (message: String, help: String)? {
    if let block = CidrBlock(text) {
      if vpcPrefixes.contains(block.prefix) { return nil }
      let size = block.prefix < vpcPrefixes.lowerBound ? "large" : "small"
      return ("\(Reader.quoted(text)) is too \(size) for \(owner)", "use a `/16` to a `/28`")
    }
    if let block = CidrBlock(rounding: text) {
      return ("\(Reader.quoted(text)) is not the first address of its block", "use `\(block.text)`")
    }
    return (
      "\(Reader.quoted(text)) is not a block of IPv4 addresses",
      "use its first address and the length of its prefix, such as `10.0.0.0/16`"
    )
  }
}
