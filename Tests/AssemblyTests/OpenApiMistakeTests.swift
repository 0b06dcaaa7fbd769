import Support
import Testing

/// Findings in an OpenAPI document are reported in the document's file, once.
@Suite struct OpenApiMistakeTests {
  private func findings(_ paths: String) -> [String] {
    Compiled([
      "spec.yaml": "apis:\n  a: {openapi: api.yaml}\n  b: {openapi: api.yaml}\n",
      "api.yaml": "openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths:\n" + paths
        + (paths.contains("components:") ? "" : "components: {x-amazon-apigateway-integrations: {a: \(Self.fine)}}\n"),
    ]).reports.filter { $0.hasPrefix("api.yaml") }.map { finding in
      let parts = finding.split(separator: ": ", maxSplits: 1)
      let id = finding.firstRange(of: "[").map { finding[$0.upperBound...].prefix { $0 != "]" } } ?? ""
      return "\(parts[0]) \(id)"
    }
  }

  private static let integration = "x-amazon-apigateway-integration"
  private static let fine =
    "{type: http_proxy, httpMethod: GET, uri: 'https://a.example.com/', payloadFormatVersion: '1.0'}"
  private static let operation = "{get: {\(integration): {$ref: '#/components/x-amazon-apigateway-integrations/a'}}}"

  @Test(arguments: [
    ("{type: mock}", "INT002"), ("{type: AWS}", "INT002"),
    ("{type: http_proxy, httpMethod: GET, payloadFormatVersion: '1.0', uri: a.example.com}", "INT010"),
    ("{type: http_proxy, httpMethod: GET, payloadFormatVersion: '1.0', uri: 'http://a.example.com'}", "INT011"),
    ("{type: HTTP_PROXY, httpMethod: GET, payloadFormatVersion: '1.0', uri: 'https://localhost:80'}", "INT012"),
    ("{type: http_proxy, httpMethod: GET, uri: 'https://a.example.com'}", "INT003"),
    ("{type: http_proxy, payloadFormatVersion: '1.0', uri: 'https://a.example.com'}", "INT006"),
    ("{type: http_proxy, httpMethod: GET, payloadFormatVersion: '3.0', uri: 'https://a.example.com'}", "INT005"),
    ("{type: http_proxy, httpMethod: GET, payloadFormatVersion: '2.0', uri: 'https://a.example.com'}", "INT004"),
    (
      "{type: http_proxy, httpMethod: GET, payloadFormatVersion: '1.0', uri: 'https://a.example.com', "
        + "timeoutInMillis: 40000}", "INT007"
    ), ("{type: aws_proxy, payloadFormatVersion: '2.0', uri: garbage}", "INT033"),
    ("{type: aws_proxy, payloadFormatVersion: '2.0'}", "INT033"),
    (
      "{type: http_proxy, httpMethod: GET, uri: 'https://a.example.com', payloadFormatVersion: '1.0', connectionType: LINK}",
      "INT038"
    ),
  ])
  func integrations(_ integration: String, id: String) {
    let found = findings("  /a: {get: {\(Self.integration): \(integration)}}\n")
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(" " + id) }, "\(found)")
  }

  @Test(arguments: [
    "{type: http_proxy, httpMethod: GET, uri: 'https://a.example.com/', payloadFormatVersion: '1.0'}",
    "{type: HTTP_PROXY, httpMethod: GET, payloadFormatVersion: '1.0', connectionType: VPC_LINK, connectionId: x, "
      + "uri: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/50dc6c495c0c9188/f2f7dc8efc522ab2'}",
    "{type: !Ref AWS::Region, uri: !Ref AWS::Region}", "{$ref: '#/components/x-amazon-apigateway-integrations/a'}",
    "{type: aws_proxy, payloadFormatVersion: 2.0, uri: 'arn:aws:lambda:eu-west-1:111122223333:function:f'}",
  ])
  func validIntegrations(_ integration: String) {
    #expect(findings("  /a: {get: {\(Self.integration): \(integration)}}\n") == [])
  }

  @Test func sharedIntegrations() {
    let found = findings(
      "  /a: \(Self.operation)\ncomponents: {x-amazon-apigateway-integrations: {a: {type: mock}}}\n")
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(" INT002") }, "\(found)")
  }

  @Test(arguments: [
    ("/files/{name}.json", "ROU004"), ("/{rest+}/a", "ROU003"), ("/{a}/{a}", "ROU005"), ("/{}", "ROU004"),
    ("/a/", "ROU008"), ("/files/*", "ROU024"), ("/{a?}", "ROU024"),
  ])
  func paths(_ path: String, id: String) {
    #expect(findings("  \(path): \(Self.operation)\n") == ["api.yaml:4:3+\(path.utf8.count) \(id)"])
  }

  @Test(arguments: ["/a/b.c:d", "/$default", "x-of-mine", "/"])
  func validPaths(_ path: String) {
    #expect(findings("  \(path): \(Self.operation)\n") == [])
  }
}
