import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// An Availability Zone whose name or ID has another form.
  static let zoneForm = Rule(
    id: "VPC034",
    severity: .error,
    summary: "text that is not an Availability Zone",
    why: """
      An Availability Zone has a name such as `eu-west-1a` or an ID such as `euw1-az1`. EC2 rejects a subnet in any other
      one, Elastic Load Balancing an address. The number of zones is `maxAzs`.
      """,
    source: "Amazon EC2 User Guide: Regions and Zones; AWS RAM User Guide: Availability Zone IDs",
    example: """
      vpcs:
        main: {availabilityZones: [eu-west-1a, ⟦b → eu-west-1b⟧]}
      vpcLinks:
        inner: {vpc: main}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for path in places {
        let isTarget = path.type == ResourceType.targetGroup.name
        model.forEach(path) { zone in
          guard let (zone, text) = zone.choices.first(where: { !isZone($1) && !(isTarget && $1 == "all") }),
            seen.insert(zone.mark).inserted
          else { return }
          report.report(
            at: zone, "\(Reader.quoted(text)) is not an Availability Zone",
            help: !zone.isRaw && Int(text) != nil
              ? "write `maxAzs: \(text)` for the number of zones"
              : "write its name, such as `eu-west-1a`, or "
                + (isTarget ? "`all` for an address outside of the VPC" : "its ID, such as `euw1-az1`"))
        }
      }
    })

  private static let places = [
    PropertyPath(ResourceType.subnet.name, "AvailabilityZone"),
    PropertyPath(ResourceType.subnet.name, "AvailabilityZoneId"),
    PropertyPath(ResourceType.targetGroup.name, "Targets.*.AvailabilityZone"),
  ]

  /// A name ends with the letter of a zone, an ID with `-az` and a number; a Wavelength Zone has `-wlz-` and a number.
  private static func isZone(_ text: String) -> Bool {
    let isName =
      text.utf8.contains(UInt8(ascii: "-")) && text.last?.isLetter == true && text.contains(where: \.isNumber)
    return isName || text.contains("-az") || text.contains("-wlz-")
  }
}
