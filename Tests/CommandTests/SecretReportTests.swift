import Testing

/// No report shows a secret, whatever it reports.
@Suite struct SecretReportTests {
  private static let secret = "fedcba9876543210"
  private static let first = """
    apis:
      store:
        routes:
          GET /a: https://a.example.com

    """
  private static let second = """
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler
        code: {inline: "exports.handler = async () => ({});"}
        environment: {API_KEY: \(secret), STAGE: }
    apis:
      store:
        routes:
          GET /a: books
          GET /b: http://b.example.com:99999?api_key=\(secret)

    """
  private static let broken = "environment: {API_KEY: \(secret), API_KEY: \(secret)\nfunctions: ]\n"

  @Test(arguments: ["text", "concise", "json", "sarif", "github", "gitlab", "junit"], [false, true])
  func noFormatShowsIt(_ format: String, isQuiet: Bool) throws {
    let workspace = try Workspace(
      ["first.yaml": Self.first, "second.yaml": Self.second, "broken.yaml": Self.broken])
    let arguments = ["validate", "first.yaml", "second.yaml", "broken.yaml", "--format", format]
    let outcome = try Outcome(of: [Program.path] + arguments + (isQuiet ? ["-q"] : []), in: workspace)
    #expect(outcome.status == 1)
    #expect(!outcome.output.isEmpty || !outcome.errors.isEmpty)
    #expect(!outcome.output.contains(Self.secret) && !outcome.errors.contains(Self.secret))
  }
}
