import SpecReading
import TextSearch

extension Rule {
  /// Code in S3 and SnapStart.
  static let functionValues = Rule(
    id: "LAM037",
    severity: .error,
    summary: "bucket of code that is not a name, or SnapStart on a runtime without it",
    why: """
      The bucket of a function's code is a name, not a URL. SnapStart works with Java 11, Python 3.12, .NET 8 and later ones. Lambda
      rejects the function otherwise.
      """,
    source: "Lambda's CreateFunction (S3Bucket) and its page on SnapStart; cfn-lint (E2530)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {s3: {bucket: ⟦⟪s3://⟫code → code⟧, key: books.zip}}
          ⟪properties: {SnapStart: {ApplyOn: ⟦PublishedVersions⟧}} →⟫
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        for (bucket, text) in function["Code"]?["S3Bucket"]?.choices ?? []
        where !text.isMade(ofLettersDigitsAnd: ".-_") {
          let name = text.hasPrefix("s3://") ? text.dropFirst(5).split(separator: "/").first : nil
          report.report(
            at: bucket, "\(Reader.quoted(text)) is not the name of a bucket",
            help: name.map { "write `\($0)`" } ?? "write its name only, without a URL or an ARN")
        }
        guard let start = function["SnapStart"]?["ApplyOn"], start.text == "PublishedVersions",
          let runtime = function["Runtime"]?.text, LambdaRuntimes.lacksSnapStart(runtime)
        else { continue }
        report.report(
          at: start, "\(Reader.quoted(runtime)) does not support SnapStart",
          help: "remove `SnapStart`; provisioned concurrency on the alias has a similar effect")
      }
    })
}

extension LambdaRuntimes {
  /// Whether functions of a runtime cannot have SnapStart.
  fileprivate static func lacksSnapStart(_ runtime: String) -> Bool {
    if ["nodejs", "ruby", "provided", "go", "dotnetcore"].contains(where: runtime.hasPrefix) { return true }
    return [
      "dotnet5.0", "dotnet6", "dotnet7", "java8", "java8.al2", "python2.7", "python3.6", "python3.7", "python3.8",
      "python3.9", "python3.10", "python3.11",
    ].contains(runtime)
  }
}
