import SpecReading
import YAMLTree

extension Rule {
  /// The number of subnets of a VPC link.
  static let tooManyLinkSubnets = Rule(
    id: "VPC010",
    severity: .warning,
    summary: "VPC link in more than 10 subnets",
    why: """
      API Gateway rejects a VPC link with more than 10 subnets unless AWS has raised that quota for the account. One subnet in each
      zone is enough: from there it reaches every other subnet of the VPC.
      """,
    source: "API Gateway's page on quotas of HTTP APIs",
    example: """
      vpcs:
        main:
          maxAzs: 4
          subnets: {app: {type: private}, data: {type: private}, jobs: {type: private}}
      vpcLinks:
        inner: {vpc: main, subnets: ⟦[app, data, jobs] → app⟧}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      for link in model.attachments where link.kind == .link {
        guard let count = link.resource["SubnetIds"]?.items?.count, count > 10 else { continue }
        report.report(
          at: link.mark, "\(link.words) has \(count) subnets; 10 are allowed by default",
          help: link.choosesSubnets
            ? "name one subnet in each zone, or have the quota raised"
            : "create the link in `vpcLinks`, with one group of `subnets`, or have the quota raised")
      }
    })

  /// A VPC link in one zone.
  static let linkInOneSubnet = Rule(
    id: "VPC022",
    severity: .note,
    premise: .element,
    summary: "VPC link in a single subnet",
    why: """
      A subnet is in one Availability Zone. While that zone has an outage, nothing behind the link can be reached, wherever it
      runs.
      """,
    source: "a rule of good design; AWS's Well-Architected Framework asks for several zones",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      vpcLinks:
        inner: {vpc: main, subnets: ⟦subnet-aaaa1111 → [subnet-aaaa1111, subnet-bbbb2222]⟧}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      // What keeps an application load balancer from two zones is an error at the same place.
      if model.attachments.contains(where: \.needsSecondZone) { return }
      var seen: Set<Mark> = []
      for link in model.attachments
      where link.kind == .link && link.hasKnownSubnets && link.subnets.count == 1 && seen.insert(link.mark).inserted {
        report.report(
          at: link.mark, "\(link.words) has a single subnet, and so a single Availability Zone",
          help: "use subnets of two or more zones")
      }
    })

  /// The name of a VPC link.
  static let linkNameTooLong = Rule(
    id: "VPC025",
    severity: .error,
    summary: "VPC link name with more than 128 characters",
    why: """
      API Gateway rejects a VPC link whose name has more than 128 characters. By default that is the link's key, or that of its VPC
      for a link that all targets in a VPC share.
      """,
    source: "API Gateway's CreateVpcLink",
    example: """
      vpcs:
        main:
      vpcLinks:
        ⟦\(String(repeating: "inner", count: 26))⟧: {vpc: main⟪→ , name: inner⟫}
      outputs:
        Link: {Value: !Ref vpcLinks.\(String(repeating: "inner", count: 26))}
      """,
    check: { model, report in
      for link in model.resources("VpcLink") {
        guard let name = link["Name"], let count = name.text?.unicodeScalars.count, count > 128 else { continue }
        report.report(
          at: name, "the name of a VPC link has \(count) characters; at most 128 are allowed",
          help: name.isWritten ? nil : "use a shorter key, or set `name` in `vpcLinks`")
      }
    })
}
