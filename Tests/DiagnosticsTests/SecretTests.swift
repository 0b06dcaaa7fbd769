import Testing
import YAMLTree

@testable import Diagnostics

/// Secrets are found in the text of a source, whatever is reported.
@Suite("Secrets")
struct SecretTests {
  private func hidden(_ text: String) -> [String] {
    var scanner = SecretScanner(Array(text.utf8))
    scanner.scan()
    return scanner.found.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test(
    "A value with the name of a secret, a token, a password in a URL",
    arguments: [
      ("DB_PASSWORD: hunter2", ["hunter2"]),
      ("environment: {DB_PASSWORD: 'hunter,2', STAGE: dev}", ["hunter,2"]),
      (#"{"MasterUserPassword":"correct horse","Port":1}"#, ["correct horse"]),
      ("GET /a: https://a.example.com/v1?api_key=0123456789abcdef&x=1", ["0123456789abcdef"]),
      ("url: postgres://app:s3cr3t@db.example.com/x", ["s3cr3t"]),
      ("key: AKIAIOSFODNN7EXAMPLEX", ["AKIAIOSFODNN7EXAMPLEX"]),
      ("DbPassword: {Type: String, Default: hunter2}", ["hunter2"]),
      ("DbPassword:\n  Type: String\n  Default: hunter2\nStage:\n  Default: dev", ["hunter2"]),
      ("apiKeys:\n  partner:\n    value: 0123456789abcdefghij", ["0123456789abcdefghij"]),
      ("Type: AWS::ApiGateway::ApiKey\nProperties:\n  Value: 0123456789abcdefghij", ["0123456789abcdefghij"]),
      ("- Name: DB_PASSWORD\n  Value: hunter2", ["hunter2"]),
      ("- {Name: DB_PASSWORD, Value: hunter2}", ["hunter2"]),
      ("{DbPassword: {Type: {Is: String}, Default: hunter2}, Stage: {Default: plain}}", ["hunter2"]),
      (
        "{Stage: {Value: plain}, K: {Type: AWS::ApiGateway::ApiKey, Properties: {Value: 0123456789abcdef}}}",
        ["0123456789abcdef"]
      ),
      ("SecretString: |\n  first line\n  second\nother: x", ["first line", "second"]),
      (
        "key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n  -----END RSA PRIVATE KEY-----\nx: y",
        ["-----BEGIN RSA PRIVATE KEY-----", "MIIE", "-----END RSA PRIVATE KEY-----"]
      ),
    ])
  func found(_ text: String, _ values: [String]) { #expect(hidden(text) == values) }

  @Test(
    "A reference, a name, a switch",
    arguments: [
      "DB_PASSWORD: !Ref Password", "DB_PASSWORD: '{{resolve:secretsmanager:db}}'", "ManageMasterUserPassword: true",
      "apiKeyRequired: true", "apiKey: $context.identity.apiKey",
      "SECRET: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", "token: $(token)",
      "GET /books: https://books.example.com", "keys: [partner]", "routeKey: $context.routeKey",
      "key: |\n  -----BEGIN PUBLIC KEY-----\n  MIIE\n  -----END PUBLIC KEY-----\nx: y",
    ])
  func notFound(_ text: String) { #expect(hidden(text) == []) }

  @Test("No part of a report repeats a secret")
  func reports() {
    let source = Source(path: "spec.yaml", bytes: Array("a: b\nAPI_KEY: 0123456789abcdef\n".utf8))
    let other = Source(path: "other.yaml", bytes: Array("url: https://a.example.com?token=abcdef123456\n".utf8))
    let finding = Diagnostic(
      id: "X001", message: "unknown `0123456789abcdef`", mark: Mark(source: 0, start: 5, end: 12),
      related: [Related(message: "see `abcdef123456`", mark: Mark(source: 1, start: 0, end: 3))],
      help: "write `0123456789abcdef`")
    let text = String(decoding: TextFormat(sources: [source, other], color: false).render([finding]), as: UTF8.self)
    #expect(!text.contains("0123456789abcdef") && !text.contains("abcdef123456"))
    #expect(text.contains("API_KEY: ****************"))
    let xml = String(
      decoding: JUnitFormat(sources: [source, other], secrets: Secrets(in: [source, other])).render(
        [Secrets(in: [source, other]).hide(finding)]), as: UTF8.self)
    #expect(!xml.contains("0123456789abcdef") && !xml.contains("abcdef123456"))
  }
}
