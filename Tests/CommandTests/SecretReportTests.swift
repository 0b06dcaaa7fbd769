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
          GET /c: {http: !Sub "https://app:\(secret)@${AWS::Region}.example.com"}

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

  private static let valid = """
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler
        code: {inline: "exports.handler = async () => ({});"}
        environment: {API_KEY: \(secret)}
    apis:
      store:
        routes:
          GET /a:
            http: https://a.example.com/v1?q=1&api_key=\(secret)
            requestParameters: {"append:header.x-api-key": \(secret)}
          GET /b: {http: !Sub "https://${AWS::Region}.example.com?api_key=\(secret)&token=\(short)"}
          GET /c:
            http: https://c.example.com
            requestParameters: {append: {headers: {apiToken: "a\\"\(secret)"}}}
      chat:
        type: websocket
        stage: dev
        routes:
          $connect: {http: "https://a.example.com/?token=\(short)", auth: none}
          $default: {http: "https://a.example.com/?token=\(short)"}

    """
  private static let short = "ab34"

  @Test(arguments: [
    "routes spec.yaml", "routes -f json spec.yaml", "routes -f markdown spec.yaml", "graph spec.yaml",
    "graph -f mermaid spec.yaml", "graph -f dot spec.yaml", "trace spec.yaml GET /a --api store",
    "trace spec.yaml GET /b --api store", "trace spec.yaml GET /c --api store -f json", "diff spec.yaml -o none --all",
    "trace spec.yaml --api chat --message {}", "validate spec.yaml", "ids spec.yaml",
  ])
  func noCommandShowsIt(_ command: String) throws {
    let outcome = try Outcome(
      of: [Program.path] + command.split(separator: " ").map(String.init), in: Workspace(["spec.yaml": Self.valid]))
    #expect(outcome.status == 0, "\(outcome.errors)")
    for text in [outcome.output, outcome.errors] {
      #expect(!text.contains(Self.secret) && !text.contains(Self.short))
    }
    #expect(!(outcome.output + outcome.errors).isEmpty)
  }
}
