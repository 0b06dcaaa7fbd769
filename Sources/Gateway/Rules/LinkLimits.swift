import SpecReading
import YAMLTree

/// What VPC links take.
extension Rule {
  /// A name's length.
  static let linkName = property(
    [(PropertyPath("VpcLink", "Name"), .length(1...128))],
    id: "VPC025",
    summary: "a name of a VPC link that is too long",
    why: "A VPC link's name has 1 to 128 characters.",
    source: "API Gateway's CreateVpcLink (Name)",
    bad: link(name: "⟦\(String(repeating: "inner", count: 26))⟧"),
    good: link(name: "inner"))

  /// A link's subnets.
  static let linkSubnets = Rule(
    id: "VPC010",
    severity: .warning,
    summary: "a VPC link with more than 10 subnets",
    why: """
      A VPC link has a leg in each of its subnets, and takes 10 unless AWS has raised the account's quota. One in each
      zone is enough.
      """,
    source: "API Gateway's quotas for HTTP APIs (it can be raised)",
    bad: """
      vpcs:
        main: {id: vpc-12345678}
      vpcLinks:
        inner:
          vpc: main
          subnets: ⟦[\(subnets(11))]⟧
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    good: """
      vpcs:
        main: {id: vpc-12345678}
      vpcLinks:
        inner:
          vpc: main
          subnets: [\(subnets(10))]
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    alsoBad: [link(subnets: "⟦SubnetIds⟧: [\(subnets(11))]")],
    check: { spec, report in
      func check(_ subnets: Names?) {
        guard let subnets, subnets.items.count > 10 else { return }
        report.report(
          at: subnets.mark, "these are \(subnets.items.count) subnets; a VPC link takes 10",
          help: "name one in each zone, or ignore this where the quota has been raised")
      }
      for element in spec.names.spec.vpcLinks {
        if case .created(let link) = element.value.form { check(link.subnets) }
      }
      for link in spec.rawGateway("VpcLink") { check(link["SubnetIds"]?.list) }
    })

  private static func subnets(_ count: Int) -> String {
    (1...count).map { "subnet-0000000\($0)" }.joined(separator: ", ")
  }

  private static func link(name: String = "inner", subnets: String = "SubnetIds: [subnet-aaaa1111]") -> String {
    """
    resources:
      Inner:
        Type: AWS::ApiGatewayV2::VpcLink
        Properties:
          Name: \(name)
          \(subnets)
    """
  }
}
