import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The addresses of subnets.
  static let subnetBlocks = Rule(
    id: "NET010",
    severity: .error,
    summary: "subnet outside of its VPC, or overlapping with another subnet",
    why: """
      The block of a subnet is a part of its VPC's, has a prefix of 16 to 28 bits, and does not overlap with other subnets of the
      VPC. AWS rejects it otherwise: "The CIDR '10.1.0.0/24' is invalid", "conflicts with another subnet".
      """,
    source: "Amazon VPC's page on subnet CIDR blocks",
    example: """
      vpcs:
        main:
          subnets:
            app: {type: private, cidrs: [10.0.0.0/24, ⟦10.1.1.0/24 → 10.0.1.0/24⟧]}
            data: {type: isolated, cidrs: [⟦10.0.0.128/25 → 10.0.2.0/25⟧, 10.0.3.0/25]}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      let larger = Set(model.resources("AWS::EC2::VPCCidrBlock").compactMap { $0["VpcId"]?.target })
      var known: [Value: [(block: CidrBlock, mark: Mark)]] = [:]
      for subnet in model.resources("AWS::EC2::Subnet") {
        guard let given = subnet["CidrBlock"], given.isWritten, let text = given.text, let vpc = subnet["VpcId"] else {
          continue
        }
        if let flaw = CidrBlock.flaw(in: text, of: "a subnet") {
          report.report(flaw, at: given)
          continue
        }
        guard let block = CidrBlock(text) else { continue }
        if let id = vpc.target, !larger.contains(id),
          let whole = model.resource(id)?["CidrBlock"]?.text.flatMap({ CidrBlock($0) }),
          !whole.addresses.overlaps(block.addresses) || block.prefix < whole.prefix
        {
          report.report(
            at: given, "\(Reader.quoted(text)) is not in the block of the VPC, `\(whole.text)`",
            help: "use a part of that block")
          continue
        }
        // Of two with conditions, one may be created.
        if subnet.record.condition != nil { continue }
        if let other = known[vpc.value]?.first(where: { $0.block.addresses.overlaps(block.addresses) }) {
          report.report(
            at: given, "\(Reader.quoted(text)) overlaps with another subnet, `\(other.block.text)`",
            related: [Related(message: "the other subnet", mark: other.mark)],
            help: "use another part of the VPC's block")
          continue
        }
        known[vpc.value, default: []].append((block, given.mark))
      }
    })
}
