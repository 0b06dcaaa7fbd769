import SpecReading
import TextSearch

/// Mistakes in the parts of an ARN that are the same for what it names. A placeholder or a pattern is neither a region nor an
/// account.
extension Arn {
  /// The message and the help for a text that is an ARN with an invalid part, or without one.
  static func flawOfParts(in text: String) -> Flaw? {
    guard text.hasPrefix("arn:"), !text.hasDynamicReference else { return nil }
    // A rule looks at line breaks.
    if text.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      return ("an ARN has no spaces", "remove them")
    }
    let arn = Arn(text)
    if arn.region.isMade(ofLettersDigitsAnd: "-"), let flaw = arn.flawOfRegion { return flaw }
    if arn.isAccountNumber, let flaw = arn.flawOfAccount { return flaw }
    // What a reference gives may be several parts.
    if text.utf8.contains(UInt8(ascii: "{")) { return arn.partition.contains("{") ? nil : arn.flawOfPartition }
    if arn.resource.isEmpty {
      return ("an ARN has six parts, found \(Reader.quoted(text))", "an ARN is `arn:aws:SERVICE:REGION:ACCOUNT:…`")
    }
    return arn.flawOfPartition ?? arn.flawOfService ?? arn.flawOfEnd
  }

  /// The message and the help for an unknown partition.
  var flawOfPartition: Flaw? {
    if partition == "aws" || partition.hasPrefix("aws-") { return nil }
    return (
      partition.isEmpty
        ? "the partition is missing in this ARN" : "there is no partition \(Reader.quoted(partition))",
      "write `aws`, `aws-cn` or `aws-us-gov`"
    )
  }

  /// Services whose ARNs always have a region and an account. Source: Service Authorization Reference, resource types.
  private static let regional: Set = [
    "acm", "cognito-idp", "dynamodb", "elasticloadbalancing", "firehose", "kinesis", "kms", "secretsmanager",
    "servicediscovery", "sns", "sqs", "states",
  ]

  /// The services that have a slash, or a colon, behind the type of what an ARN names. Source: the same.
  private static let separators: [String: Character] = [
    "acm": "/", "cognito-idp": "/", "dynamodb": "/", "elasticloadbalancing": "/", "firehose": "/", "iam": "/",
    "kinesis": "/", "kms": "/", "lambda": ":", "secretsmanager": ":", "servicediscovery": "/", "states": ":",
  ]

  private var flawOfService: Flaw? {
    let isRegional = Arn.regional.contains(service) || service == "lambda" && resource.hasPrefix("function:")
    if service.isEmpty { return ("the service is missing in this ARN", "write `arn:\(partition):SERVICE:…`") }
    if isRegional, region.isEmpty {
      return ("the region is missing in this ARN", "write `arn:\(partition):\(service):REGION:…`")
    }
    let own = Partition.name(ofRegion: region)
    // Another partition may be younger than this program.
    if region.contains("-"), own != partition, own != "aws" || ["aws-cn", "aws-us-gov"].contains(partition) {
      return (
        "the region \(Reader.quoted(region)) is in the partition `\(own)`, not in `\(partition)`",
        "write `arn:\(own):…`"
      )
    }
    guard isRegional || service == "iam" else { return nil }
    if !isRegional, !region.isEmpty {
      return ("an ARN of `iam` has no region, found `\(region)`", "write `arn:\(partition):iam::ACCOUNT:…`")
    }
    return account.isEmpty
      ? ("the account is missing in this ARN", "write `arn:\(partition):\(service):\(region):ACCOUNT:…`") : nil
  }

  /// The message and the help for the end of an ARN, behind the type of what it names.
  private var flawOfEnd: Flaw? {
    let type = resource.prefix { $0.isLetter || $0 == "-" }
    if let due = Arn.separators[service], let found = resource.dropFirst(type.count).first, found != due,
      found == "/" || found == ":", !type.isEmpty
    {
      return (
        "there is a `\(due)` behind `\(type)` in ARNs of `\(service)`, found `\(found)`",
        "write `\(type)\(due)\(resource.dropFirst(type.count + 1))`"
      )
    }
    // The key of a secret's value may be empty at the end.
    guard Arn.separators[service] != nil || Arn.regional.contains(service), service != "secretsmanager",
      let end = [":*", ":", "/"].first(where: resource.hasSuffix)
    else { return nil }
    return ("this ARN has `\(end)` at its end", "remove it")
  }
}
