import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An Availability Zone without VPC links.
  static let zoneWithoutLinks = Rule(
    id: "VPC015",
    severity: .error,
    summary: "VPC link in an Availability Zone without VPC links",
    why: """
      VPC links are not available in every Availability Zone: API Gateway rejects a link with a subnet in a zone "where service is not
      available". Which zone a name such as `us-east-1a` means differs between accounts; an ID such as `use1-az3` does not.
      """,
    source: "API Gateway's page on VPC links: zones by region; the error as reported by users",
    example: """
      vpcs:
        main: {availabilityZones: [use1-az1, ⟦use1-az3 → use1-az2⟧]}
      vpcLinks:
        inner: {vpc: main}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for link in model.attachments where link.kind == .link {
        for subnet in link.subnets {
          guard let given = subnet.zone, let zone = given.text, let region = LinkRegion(ofZone: zone),
            !region.zones.contains(zone), seen.insert(given.mark).inserted
          else { continue }
          report.report(
            at: given, "VPC links are not available in the zone `\(zone)`, and \(link.words) has a subnet there",
            help: "zones of \(region.name) that have them: " + Suggestion.list(region.zones))
        }
      }
    })

  /// Zones that CloudFormation chooses.
  static let zonesAsTheyCome = Rule(
    id: "VPC016",
    severity: .note,
    summary: "VPC link in zones that differ between accounts",
    why: """
      Without `availabilityZones` a VPC is in the first zones of a region, which differ between accounts. In a few regions one zone does
      not have VPC links: there the stack works in one account and fails in another.
      """,
    source: "API Gateway's page on VPC links: zones by region",
    example: """
      vpcs:
        ⟦main⟧:⟪→  {availabilityZones: [use1-az1, use1-az2]}⟫
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https:
              port: 443
              certificate: arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web, tls: books.example.com}
      """,
    check: { model, report in
      guard model.attachments.contains(where: { $0.kind == .link }), let given = model.certainRegion,
        let region = LinkRegion(given.name), region.hasOthers
      else { return }
      var seen: Set<String> = []
      for link in model.attachments where link.kind == .link {
        for subnet in link.subnets where subnet.zone?.isFunction == true {
          guard let subnet = subnet.resource, let vpc = model.resource(subnet["VpcId"]), seen.insert(vpc.id).inserted
          else { continue }
          report.report(
            at: subnet.isRaw ? subnet.mark : vpc.mark,
            "one zone of \(region.name) does not have VPC links, and which zones these are differs between accounts",
            related: [Related(message: "this names the region", mark: given.mark)],
            help: subnet.isRaw
              ? "set `AvailabilityZoneId: \(region.zones[0])`"
              : "set `availabilityZones: [\(region.zones.prefix(2).joined(separator: ", "))]`")
        }
      }
    })

  /// A region without VPC links.
  static let regionWithoutLinks = Rule(
    id: "VPC017",
    severity: .warning,
    summary: "VPC link in a region without VPC links",
    why: """
      AWS's page on VPC links lists the regions and zones that have them. A stack with a link in another region may fail when it is
      deployed.
      """,
    source: "API Gateway's page on VPC links: zones by region",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      loadBalancers:
        web:
          type: application
          arn: ⟦arn:aws:elasticloadbalancing:ap-northeast-⟪3 → 1⟫:111122223333:loadbalancer/app/web/50dc6c495c0c9188⟧
          vpc: main
          securityGroups: sg-12345678
          listeners:
            http:
              port: 80
              arn: arn:aws:elasticloadbalancing:ap-northeast-⟪3 → 1⟫:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
      apis:
        store:
          routes:
            $default: {alb: web.http}
      """,
    check: { model, report in
      // The page is not about China, which has pages of its own.
      guard let link = model.attachments.first(where: { $0.kind == .link }), let given = model.certainRegion,
        LinkRegion(given.name) == nil, !given.name.hasPrefix("cn-")
      else { return }
      report.report(
        at: given.mark, "AWS does not list VPC links in \(given.name), where \(link.words) is created",
        help: "check whether API Gateway's page on VPC links lists the region now")
    })
}
