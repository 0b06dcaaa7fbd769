import Support
import Testing

/// `code` that is not a local path: each help, when applied, gives a spec without this finding.
@Suite struct RemoteCodeTests {
  private func findings(_ code: String) -> [String] {
    let text = """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: \(code)}
      apis:
        store:
          routes:
            GET /books: books

      """
    return Compiled(text).findings.filter { $0.severity == .error }.map { "\($0.id) \($0.message) | \($0.help ?? "")" }
  }

  @Test(arguments: [
    (
      "s3://store-code/books/v1.zip", "`code: {s3: {bucket: \"store-code\", key: \"books/v1.zip\"}}`"
    ),
    (
      "{path: \"s3://store-code/books/v1.zip\"}", "`code: {s3: {bucket: \"store-code\", key: \"books/v1.zip\"}}`"
    ),
    (
      "111122223333.dkr.ecr.eu-central-1.amazonaws.com/books:1",
      "`code: {image: \"111122223333.dkr.ecr.eu-central-1.amazonaws.com/books:1\"}`"
    ),
  ])
  func theHelpIsWhatToWrite(_ code: String, _ help: String) throws {
    let found = findings(code)
    try #require(found.count == 1)
    #expect(found[0].hasPrefix("LAM030 `"))
    #expect(found[0].hasSuffix("is not a local path | write \(help)"))
    let applied = findings(String(help.dropFirst(7).dropLast()))
    #expect(!applied.contains { $0.hasPrefix("LAM030") })
    if help.contains("s3:") { #expect(applied == []) }
  }

  @Test(arguments: ["https://example.com/books.zip", "git://example.com/books", "s3://store-code"])
  func otherAddressesMustBeUploaded(_ code: String) {
    #expect(
      findings(code) == [
        "LAM030 `\(code)` is not a local path | "
          + "Lambda reads code from S3: upload the file, and write `code: {s3: {bucket: BUCKET, key: KEY}}`"
      ])
  }

  @Test(arguments: ["src", "./a:b/c", "../x//y", "'C:/code'", "a.dkr.ecr.b", "amazonaws.com/x"])
  func localPathsAreNotReported(_ code: String) {
    #expect(!findings(code).contains { $0.hasPrefix("LAM030") })
  }
}
