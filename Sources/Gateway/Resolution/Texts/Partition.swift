/// AWS's partitions.
enum Partition {
  /// The partition of a region (source: botocore's `partitions.json`).
  static func name(ofRegion region: some StringProtocol) -> String {
    let others = [
      ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-isob-", "aws-iso-b"), ("us-isof-", "aws-iso-f"),
      ("us-iso-", "aws-iso"), ("eu-isoe-", "aws-iso-e"), ("eusc-", "aws-eusc"),
    ]
    return others.first { region.hasPrefix($0.0) }?.1 ?? "aws"
  }

  /// The domain of a region's endpoints (source: botocore's `endpoints.json`).
  static func domain(ofRegion region: some StringProtocol) -> String {
    if region.hasPrefix("cn-") { return "amazonaws.com.cn" }
    if region.hasPrefix("us-isob-") { return "sc2s.sgov.gov" }
    if region.hasPrefix("us-iso-") { return "c2s.ic.gov" }
    if region.hasPrefix("eusc-") { return "amazonaws.eu" }
    return "amazonaws.com"
  }
}
