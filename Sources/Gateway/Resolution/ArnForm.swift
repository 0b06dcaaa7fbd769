import Diagnostics
import SpecReading
import YAMLTree

/// The form of ARNs, as far as it is the same for all, and what those of one kind begin and go on with.
struct ArnForm {
  /// What messages call such a thing.
  private let article: String
  /// AWS's name of the service, and what the last part begins with; nil where a rule of its own knows.
  private let expected: (service: String, resource: String)?
  /// Whether things of this kind belong to a region.
  private let isRegional: Bool

  init(of kind: Kind) {
    article = kind.article
    isRegional = kind != .role
    expected =
      switch kind {
      case .layer: ("lambda", "layer:")
      case .targetGroup: ("elasticloadbalancing", "targetgroup/")
      default: nil
      }
  }

  /// That of what an element imports.
  init(ofImported kind: Kind) {
    let own = ArnForm(of: kind)
    self.article = own.article
    self.isRegional = own.isRegional
    self.expected =
      switch kind {
      case .service: ("servicediscovery", "service/")
      default: own.expected
      }
  }

  /// What is wrong with a text as such an ARN; nil where nothing is, or a function gives a part of it.
  func finding(_ given: Given<String>) -> Diagnostic? {
    guard let text = given.literal, !given.mark.isNowhere, !text.mentions("${"), !text.mentions("{{resolve:") else {
      return nil
    }
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[5].isEmpty else {
      return fail(given, "\(Reader.quoted(text)) is not an ARN", "an ARN is `\(example)`")
    }
    let (partition, service, region, account) = (parts[1], parts[2], parts[3], parts[4])
    if !(partition == "aws" || partition.hasPrefix("aws-")) {
      return fail(
        given, "there is no partition \(Reader.quoted(String(partition)))", "write `aws`, `aws-cn` or `aws-us-gov`")
    }
    // A function's is looked at by a rule of its own.
    if article == Kind.function.article, service != "lambda" { return nil }
    if let expected, service != expected.service || !parts[5].hasPrefix(expected.resource) {
      return fail(given, "\(Reader.quoted(text)) is not the ARN of \(article)", "an ARN of one is `\(example)`")
    }
    if isRegional, !region.isEmpty, !ArnForm.isRegion(region) {
      return fail(given, "\(Reader.quoted(String(region))) is not a region", "a region is like `eu-west-1`")
    }
    let isAccount = account.count == 12 && account.allSatisfy { $0.isASCII && $0.isNumber }
    if !account.isEmpty, account != "aws", account != "*", !isAccount {
      return fail(given, "\(Reader.quoted(String(account))) is not an account", "an account has 12 digits")
    }
    return nil
  }

  private var example: String {
    let (service, resource) = expected ?? ("SERVICE", "…")
    return "arn:aws:\(service):\(isRegional ? "REGION" : ""):ACCOUNT:\(resource)\(resource == "…" ? "" : "…")"
  }

  private func fail(_ given: Given<String>, _ message: String, _ help: String) -> Diagnostic {
    Diagnostic(id: "REF005", severity: .error, message: message, mark: given.mark, help: help)
  }

  /// Whether a text has the form of a region: `eu-west-1`, `us-gov-east-1`.
  static func isRegion(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return words.count >= 3 && words[0].utf8.count >= 2 && (words.last.map { Int($0) != nil } ?? false)
      && words.dropLast().allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } }
  }
}

extension Spec {
  /// The ARNs of what elements import.
  func forEachImportedArn(_ body: (Kind, Given<String>) -> Void) {
    for element in functions { if case .imported(let it) = element.value.form { body(.function, it.arn) } }
    for element in loadBalancers { if case .imported(let it) = element.value.form { body(.loadBalancer, it.arn) } }
    for element in targetGroups { if case .imported(let it) = element.value.form { body(.targetGroup, it.arn) } }
    for element in cloudMapServices { if case .imported(let it) = element.value.form { body(.service, it.arn) } }
  }
}
