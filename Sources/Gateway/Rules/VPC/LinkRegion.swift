import SpecReading
import TextSearch

/// A region that has VPC links of version 2.
struct LinkRegion {
  let name: String
  /// The zones that have them, by id.
  let zones: [String]
  /// Whether accounts have zones there that do not.
  var hasOthers: Bool { LinkRegion.withOthers.contains(name) }

  init?(_ name: String) {
    guard let zones = LinkRegion.all[name] else { return nil }
    self.name = name
    self.zones = zones.numbers.map { "\(zones.prefix)-az\($0)" }
  }

  /// The region of a zone that is given by its id.
  init?(ofZone id: String) {
    guard let end = id.firstRange(of: "-az"), id[end.upperBound...].allSatisfy(\.isNumber),
      let name = LinkRegion.names[String(id[..<end.lowerBound])]
    else { return nil }
    self.init(name)
  }

  private static let withOthers: Set<String> = ["us-east-1", "us-west-1", "ap-east-1", "ca-central-1", "eu-west-3"]

  private static let names = Dictionary(uniqueKeysWithValues: all.map { ($0.value.prefix, $0.key) })

  /// Source: API Gateway's page on VPC links, as of 2026-11.
  private static let all: [String: (prefix: String, numbers: [Int])] = [
    "us-east-1": ("use1", [1, 2, 4, 5, 6]), "us-east-2": ("use2", [1, 2, 3]), "us-west-1": ("usw1", [1, 3]),
    "us-west-2": ("usw2", [1, 2, 3, 4]), "us-gov-west-1": ("usgw1", [1, 2, 3]), "ca-central-1": ("cac1", [1, 2]),
    "sa-east-1": ("sae1", [1, 2, 3]), "eu-central-1": ("euc1", [1, 2, 3]), "eu-west-1": ("euw1", [1, 2, 3]),
    "eu-west-2": ("euw2", [1, 2, 3]), "eu-west-3": ("euw3", [1, 3]), "eu-south-2": ("eus2", [1, 2, 3]),
    "eu-north-1": ("eun1", [1, 2, 3]), "me-south-1": ("mes1", [1, 2, 3]), "ap-east-1": ("ape1", [2, 3]),
    "ap-south-1": ("aps1", [1, 2, 3]), "ap-northeast-1": ("apne1", [1, 2, 4]),
    "ap-northeast-2": ("apne2", [1, 2, 3]), "ap-southeast-1": ("apse1", [1, 2, 3]),
    "ap-southeast-2": ("apse2", [1, 2, 3]),
  ]
}
