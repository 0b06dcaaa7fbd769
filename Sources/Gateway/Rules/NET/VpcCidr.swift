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
    check: { spec, report in
      for element in spec.names.spec.vpcs {
        guard case .created(let vpc) = element.value.form, let given = vpc.cidr, let text = given.literal else {
          continue
        }
        if let block = CidrBlock(text) {
          if CidrBlock.vpcPrefixes.contains(block.prefix) { continue }
          let size = block.prefix < CidrBlock.vpcPrefixes.lowerBound ? "large" : "small"
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is too \(size) for a VPC", help: "a VPC has a `/16` to a `/28`")
        } else if let block = CidrBlock(rounding: text) {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) does not begin where its block begins",
            help: "write `\(block.text)`")
        } else {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not a block of IPv4 addresses",
            help: "write its first address and its prefix, such as `10.0.0.0/16`")
        }
      }
    })
}
