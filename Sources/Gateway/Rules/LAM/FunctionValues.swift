import Diagnostics
import SpecReading
import TextSearch

extension Rule {
  /// Code in S3 and SnapStart.
  static let functionValues = Rule(
    id: "LAM037",
    severity: .error,
    summary: "bucket of code that is not a name, or SnapStart on a function that cannot have it",
    why: """
      The bucket of a function's code is a name, not a URL. SnapStart works with Java 11, Python 3.12, .NET 8 and later ones, and not
      with file systems or more than 512 MB of `/tmp`. Lambda rejects the function otherwise.
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
        where !text.isEmpty && !text.isMade(ofLettersDigitsAnd: ".-_") {
          let name = text.hasPrefix("s3://") ? text.dropFirst(5).split(separator: "/").first : nil
          report.report(
            at: bucket, "\(Reader.quoted(text)) is not the name of a bucket",
            help: name.map { "write `\($0)`" } ?? "write its name only, without a URL or an ARN")
        }
        guard let start = function.snapStart else { continue }
        if let runtime = function["Runtime"]?.text, LambdaRuntimes.lacksSnapStart(runtime) {
          report.report(
            at: start, "\(Reader.quoted(runtime)) does not support SnapStart",
            help: "remove `SnapStart`; provisioned concurrency on the alias has a similar effect")
        } else if let systems = function["FileSystemConfigs"], systems.items?.isEmpty == false {
          report.report(
            at: start, "SnapStart does not support file systems",
            related: [Related(message: "the file system", mark: systems.mark)], help: "remove one of the two")
        } else if let size = function["EphemeralStorage"]?["Size"], let number = size.number, number > 512 {
          report.report(
            at: size, "with SnapStart, `/tmp` has at most 512 MB",
            related: [Related(message: "SnapStart", mark: start.mark)], help: "write 512, or remove `SnapStart`")
        }
      }
    })

  /// SnapStart of a function whose published versions are not called.
  static let snapStartWithoutVersion = Rule(
    id: "LAM046",
    severity: .warning,
    summary: "SnapStart of a function that an API calls without a version or alias",
    why: """
      SnapStart applies to published versions and the aliases of them, and not to `$LATEST`, which a call without a version or alias
      runs. The function starts as slowly as without it.
      """,
    source: "Lambda's page on SnapStart",
    example: """
      functions:
        books:
          runtime: java21
          handler: example.Books::handle
          code: src/books
          ⟪→
          alias: live
          ⟫
          properties: {SnapStart: {ApplyOn: ⟦PublishedVersions⟧}}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      var seen: Set<String> = []
      model.forEachCall(where: "SnapStart") { mark, function, isQualified in
        guard !isQualified, let start = function.snapStart,
          function["Runtime"]?.text.map(LambdaRuntimes.lacksSnapStart) != true, seen.insert(function.id).inserted
        else { return }
        let help =
          switch (function.isRaw, model.resource(function.id)?.type) {
          case (true, "AWS::Serverless::Function"): "set `AutoPublishAlias: live` on the function"
          case (true, _): "publish a version, and call an alias of it"
          default: "set `alias: live` on the function"
          }
        report.report(
          at: start, "SnapStart has no effect: the function `\(function.name)` is called without a version or alias",
          related: [Related(message: "it is called here", mark: mark)], help: help)
      }
    })
}

extension Model.Resource {
  /// The setting of a function that has SnapStart.
  var snapStart: Model.Property? {
    guard let setting = self["SnapStart"]?["ApplyOn"], setting.text == "PublishedVersions" else { return nil }
    return setting
  }
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
