import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// The form of ARNs, as far as it is the same for all, and what those of one kind begin and go on with.
struct ArnForm {
  private let kind: Kind
  /// AWS's name of the service, and what the last part begins with; nil where a rule of its own knows.
  private let expected: (service: String, resource: String)?

  init(of kind: Kind) {
    self.kind = kind
    expected =
      switch kind {
      case .layer: ("lambda", "layer:")
      case .targetGroup: ("elasticloadbalancing", "targetgroup/")
      default: nil
      }
  }

  /// That of what an element imports.
  init(ofImported kind: Kind) {
    self.kind = kind
    expected = kind == .service ? ("servicediscovery", "service/") : ArnForm(of: kind).expected
  }

  /// The mistake in a text as such an ARN; nil if it is valid, or if a part of it is a function.
  func finding(_ given: Given<String>) -> Diagnostic? {
    guard let text = given.literal, !given.mark.isNowhere, !text.mentions("${"), !text.hasDynamicReference else {
      return nil
    }
    let arn = Arn(text)
    guard text.hasPrefix("arn:"), !arn.resource.isEmpty else {
      return fail(
        given, "\(Reader.quoted(text)) is not an ARN",
        QuotedFunction.isOne(text) ? "write it without quotes: `\(text)`" : "an ARN is `\(example)`")
    }
    if let flaw = arn.flawOfPartition { return fail(given, flaw.message, flaw.help) }
    // A function's is looked at by a rule of its own.
    if kind == .function { return nil }
    if let expected, arn.service != expected.service || !arn.resource.hasPrefix(expected.resource) {
      return fail(given, "\(Reader.quoted(text)) is not the ARN of \(kind.article)", "an ARN of one is `\(example)`")
    }
    if isRegional, let flaw = arn.flawOfRegion { return fail(given, flaw.message, flaw.help) }
    if !["", "aws", "*"].contains(arn.account), let flaw = arn.flawOfAccount {
      return fail(given, flaw.message, flaw.help)
    }
    return Arn.flawOfParts(in: text).map { fail(given, $0.message, $0.help) }
  }

  /// Whether things of this kind belong to a region.
  private var isRegional: Bool { kind != .role }

  private var example: String {
    let (service, resource) = expected ?? ("SERVICE", "…")
    return "arn:aws:\(service):\(isRegional ? "REGION" : ""):ACCOUNT:\(resource)\(resource == "…" ? "" : "…")"
  }

  private func fail(_ given: Given<String>, _ message: String, _ help: String?) -> Diagnostic {
    Diagnostic(.arnForm, message: message, mark: given.mark, help: help)
  }

  /// Whether a text has the form of a region: `eu-west-1`, `us-gov-east-1`.
  static func isRegion(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return words.count >= 3 && words[0].utf8.count >= 2
      && (words.last.map { $0.utf8.count == 1 && Int($0) != nil } ?? false)
      && words.dropLast().allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } }
  }
}

extension SpecNames {
  /// The ARNs of what elements import.
  func forEachImportedArn(_ body: (Kind, Given<String>) -> Void) {
    for element in sections.flatMap(\.elements) {
      if case .existing(let arn, _, let kind?) = element.resource { body(kind, arn) }
    }
  }
}
