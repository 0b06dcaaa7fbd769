import SpecReading
import TextSearch

extension Rule {
  /// Names that buckets cannot have.
  static let bucketName = Rule(
    id: "CFN037",
    severity: .error,
    summary: "invalid name of an S3 bucket",
    why: """
      S3 rejects the bucket: "Bucket name should not contain uppercase characters". A name has 3 to 63 lowercase letters, digits,
      hyphens and periods, and begins and ends with a letter or a digit.
      """,
    source: "S3's page on bucket naming rules; public reports of the message (hubs-cloud#13)",
    example: """
      parameters:
        Environment: {Type: String, Default: test}
      resources:
        Covers:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties: {BucketName: ⟦!Sub "⟪Book_Covers → book-covers⟫-${Environment}"⟧}
      """,
    check: { model, report in
      for bucket in model.resources("AWS::S3::Bucket") {
        guard let name = bucket["BucketName"] else { continue }
        for branch in name.branches {
          let flaws = branch.openTexts.compactMap { flaw(of: $0) }
          guard let message = flaws.first else { continue }
          let right = branch.text.map { $0.lowercased().split(separator: "_").joined(separator: "-") }
          let isRight = right.map { model.openTexts(of: .string($0)).allSatisfy { flaw(of: $0) == nil } } ?? false
          report.report(
            at: branch, message,
            help: branch.text?.mentions("${") ?? false
              ? "write `!Sub` before the text" : right.flatMap { isRight ? "write `\($0)`" : nil })
        }
      }
    })

  /// The message for the known parts of a name; nil for a valid one.
  private static func flaw(of name: Model.OpenText) -> String? {
    for part in name.known {
      if part.mentions("${") { return "`${…}` is only replaced in `!Sub`" }
      if part.contains(where: \.isUppercase) { return "the name of a bucket has no capitals" }
      if let sign = part.first(where: { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == ".") }) {
        return "the name of a bucket has no \(Reader.quoted(String(sign)))"
      }
      if part.mentions("..") { return "the name of a bucket has no two periods in a row" }
    }
    let count = name.known.joined().utf8.count
    if count > 63 || name.text != nil && count < 3 {
      return "the name of a bucket has 3 to 63 characters, found \(count)"
    }
    let ends = [name.parts.first??.first, name.parts.last??.last].compactMap { $0 }
    return ends.contains { $0 == "-" || $0 == "." }
      ? "the name of a bucket begins and ends with a letter or a digit" : nil
  }
}
