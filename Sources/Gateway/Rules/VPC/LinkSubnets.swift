import SpecReading
import YAMLTree

extension Rule {
  /// More subnets than a link takes.
  static let tooManyLinkSubnets = Rule(
    id: "VPC010",
    severity: .warning,
    summary: "a VPC link in more than 10 subnets",
    why: """
      A VPC link takes 10 subnets unless AWS has raised that quota for the account. One subnet a zone is enough: from
      there it reaches every other subnet of the VPC.
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
    check: { spec, report in
      for standing in spec.standings where standing.kind == .link && standing.subnets.count > 10 {
        report.report(
          at: standing.mark, "\(standing.words) stands in \(standing.subnets.count) subnets, and takes 10 by default",
          help: standing.areChosen
            ? "name one subnet a zone; or have the quota raised"
            : "write the link in `vpcLinks`, with one group of `subnets`; or have the quota raised")
      }
      for link in spec.rawGateway("VpcLink") {
        guard let subnets = link["SubnetIds"], let count = subnets.items?.count, count > 10 else { continue }
        report.report(
          at: subnets.mark, "these are \(count) subnets; a VPC link takes 10 by default",
          help: "name one subnet a zone; or have the quota raised")
      }
    })

  /// A link that goes down with its zone.
  static let linkInOneSubnet = Rule(
    id: "VPC022",
    severity: .note,
    summary: "a VPC link in one subnet",
    why: """
      One subnet is in one availability zone. While that zone has trouble, nothing behind the link is reached, wherever
      it runs.
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
    check: { spec, report in
      // What keeps an application load balancer from standing in two zones is said there.
      guard !spec.standings.contains(where: \.lacksSecondZone) else { return }
      var seen: Set<Mark> = []
      for standing in spec.standings
      where standing.kind == .link && standing.areAllKnown && standing.subnets.count == 1
        && seen.insert(standing.mark).inserted
      {
        report.report(
          at: standing.mark, "\(standing.words) stands in one subnet, and so in one zone",
          help: "name subnets of two zones or more")
      }
    })

  /// A name that is too long for a link.
  static let linkNameTooLong = Rule(
    id: "VPC025",
    severity: .error,
    summary: "a VPC link with a name of more than 128 characters",
    why: """
      A VPC link has a name of at most 128 characters in AWS. It is the link's own key, or that of the VPC where a link
      is shared by all targets in it.
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
    check: { spec, report in
      func check(_ name: String, _ mark: Mark, _ help: String) {
        if name.unicodeScalars.count > 128 {
          report.report(
            at: mark, "a VPC link cannot have a name of \(name.unicodeScalars.count) characters", help: help)
        }
      }
      for element in spec.names.spec.vpcLinks {
        guard case .created(let link) = element.value.form, link.name == nil else { continue }
        check(element.name, element.mark, "write a `name` of at most 128")
      }
      for link in spec.rawGateway("VpcLink") {
        if let name = link["Name"], let text = name.text { check(text, name.mark, "write at most 128") }
      }
      for standing in spec.standings {
        guard let name = standing.sharedBy, let mark = spec.names.mark(of: "vpcs.\(name)") else { continue }
        check(name, mark, "give the VPC a shorter key, or write the link in `vpcLinks`")
      }
    })
}
