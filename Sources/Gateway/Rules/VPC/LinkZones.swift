import SpecReading
import YAMLTree

extension Rule {
  /// A zone in which there are no links.
  static let zoneWithoutLinks = Rule(
    id: "VPC015",
    severity: .error,
    summary: "a VPC link in an availability zone that has none",
    why: """
      VPC links are not to be had in every zone of every region: API Gateway refuses a link one of whose subnets is in a
      zone "where service is not available". Which zone a name such as `us-east-1a` means differs between accounts, an id
      such as `use1-az3` does not.
      """,
    source: "API Gateway's page on VPC links: zones by region; the refusal as reported by users",
    example: """
      vpcs:
        main: {availabilityZones: [use1-az1, ⟦use1-az3 → use1-az2⟧]}
      vpcLinks:
        inner: {vpc: main}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      for standing in spec.standings where standing.kind == .link {
        for subnet in standing.subnets {
          guard let zone = subnet.zone?.text, let region = LinkRegion(ofZone: zone), !region.zones.contains(zone),
            let mark = subnet.zoneMark, seen.insert(mark).inserted
          else { continue }
          report.report(
            at: mark, "there are no VPC links in the zone `\(zone)`, and \(standing.words) would stand in it",
            help: "zones of \(region.name) that have them: " + Suggestion.list(region.zones))
        }
      }
    })

  /// Zones that come as they come.
  static let zonesAsTheyCome = Rule(
    id: "VPC016",
    severity: .note,
    summary: "a VPC link in whichever zones come first, in a region where one zone has no VPC links",
    why: """
      Without `availabilityZones` a VPC takes the first zones that CloudFormation lists, and which these are differs
      between accounts. In a few regions one zone has no VPC links: there the stack works in one account and fails in
      another.
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
    check: { spec, report in
      guard spec.standings.contains(where: { $0.kind == .link }), let told = spec.linkRegion,
        let region = LinkRegion(told.region), region.hasOthers
      else { return }
      var seen: Set<String> = []
      for standing in spec.standings where standing.kind == .link {
        for subnet in standing.subnets where subnet.zone != nil && subnet.zoneMark == nil {
          guard let home = subnet.home?.words, seen.insert(home).inserted,
            let mark = spec.names.mark(of: "vpcs.\(home)")
          else { continue }
          report.report(
            at: mark, "one zone of \(region.name) has no VPC links, and this VPC takes whichever zones come first",
            related: [.init(message: "what tells the region", mark: told.mark)],
            help: "write `availabilityZones: [\(region.zones.prefix(2).joined(separator: ", "))]`")
        }
      }
    })

  /// A region that AWS does not list.
  static let regionWithoutLinks = Rule(
    id: "VPC017",
    severity: .warning,
    summary: "a VPC link in a region for which AWS lists none",
    why: """
      AWS's page on VPC links lists regions and zones that have them. A stack with a link in another region may fail when
      it is deployed.
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
    check: { spec, report in
      // The page is not about China, which has pages of its own.
      guard let link = spec.standings.first(where: { $0.kind == .link }), let told = spec.linkRegion,
        LinkRegion(told.region) == nil, !told.region.hasPrefix("cn-")
      else { return }
      report.report(
        at: told.mark, "AWS lists no VPC links in \(told.region), and \(link.words) would stand there",
        help: "look whether API Gateway's page on VPC links names the region by now")
    })
}

extension ResolvedSpec {
  /// The region of the stack, where all that tells one tells the same.
  fileprivate var linkRegion: (region: String, mark: Mark)? {
    let all = regions
    guard let first = all.first, all.allSatisfy({ $0.region == first.region }) else { return nil }
    return first
  }
}
