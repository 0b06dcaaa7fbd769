import Support
import Testing

/// A mistake that an OpenAPI document can say is found in it by the rule that finds it in the language.
@Suite struct DocumentMistakeTests {
  @Test(arguments: DocumentMistake.all)
  func ruleSeesTheDocument(_ mistake: DocumentMistake) {
    let compiled = Compiled(mistake.text)
    let isFound = compiled.findings.contains { $0.id == mistake.rule }
    if mistake.isSeen {
      #expect(isFound, Comment(rawValue: compiled.text))
    } else {
      #expect(!isFound, "it is seen now: take `notYet` away")
    }
  }

  @Test func documentIsFineWithoutThem() {
    let compiled = Compiled(DocumentMistake.document())
    #expect(compiled.findings.isEmpty, Comment(rawValue: compiled.text))
  }

  @Test func rowsDiffer() {
    #expect(Set(DocumentMistake.all.map(\.text)).count == DocumentMistake.all.count)
  }
}

/// A document that is fine but for one thing.
struct DocumentMistake: CustomTestStringConvertible {
  let rule: String
  let text: String
  let isSeen: Bool
  let testDescription: String

  /// The integration of `GET /books/{id}`.
  static func integration(_ rule: String, _ fields: String) -> DocumentMistake {
    DocumentMistake(rule, fields, document(integration: "{\(fields)}"))
  }

  /// The authorizer of the scheme `users`, which `GET /books/{id}` asks for scopes.
  static func authorizer(_ rule: String, scheme: String = "type: oauth2", _ fields: String, scopes: String = "")
    -> DocumentMistake
  {
    DocumentMistake(
      rule, "\(fields) [\(scopes)]",
      document(scheme: "{\(scheme), x-amazon-apigateway-authorizer: {\(fields)}}", security: "{users: [\(scopes)]}"))
  }

  /// The document's CORS settings.
  static func cors(_ rule: String, _ fields: String) -> DocumentMistake {
    DocumentMistake(rule, "cors: \(fields)", document(top: "x-amazon-apigateway-cors: {\(fields)}"))
  }

  /// A path of its own.
  static func path(_ rule: String, _ path: String) -> DocumentMistake {
    let answer = "{type: http_proxy, httpMethod: GET, uri: \"https://x.example.com\", payloadFormatVersion: \"1.0\"}"
    return DocumentMistake(
      rule, path, document(path: "\"\(path)\": {get: {x-amazon-apigateway-integration: \(answer)}}"))
  }

  /// What `GET /books/{id}` asks for.
  static func security(_ rule: String, _ security: String) -> DocumentMistake {
    DocumentMistake(rule, "security: \(security)", document(security: security))
  }

  /// The same, which is to be seen and is not yet.
  var notYet: DocumentMistake { DocumentMistake(rule, testDescription, text, isSeen: false) }

  private init(_ rule: String, _ description: String, _ text: String, isSeen: Bool = true) {
    self.rule = rule
    self.text = text
    self.isSeen = isSeen
    testDescription = description.hasPrefix(rule) ? description : "\(rule): \(description)"
  }

  /// A spec with a document.
  static func document(
    integration: String = """
    {type: http_proxy, httpMethod: GET, uri: "https://books.example.com/{id}", payloadFormatVersion: "1.0"}
    """,
    scheme: String = """
    {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, \
    jwtConfiguration: {issuer: "https://login.example.com", audience: [web]}}}
    """,
    security: String = "{users: []}", top: String = "tags: []", path: String? = nil
  ) -> String {
    """
    apis:
      store:
        openapi:
          openapi: 3.0.1
          info: {title: store, version: "1"}
          \(top)
          paths:
            /books/{id}:
              get:
                security: [\(security)]
                x-amazon-apigateway-integration: \(integration)\(path.map { "\n        \($0)" } ?? "")
          components:
            securitySchemes:
              users: \(scheme)
    """
  }
}
