import Testing

/// Values that several places have: variables, and values with anchors.
@Suite struct SharedValueTests {
  private func findings(_ text: String, _ options: String...) throws -> String {
    let workspace = try Workspace(["spec.yaml": text])
    return try Outcome(of: [Program.path, "validate", "spec.yaml"] + options, in: workspace).errors
  }

  @Test func theValueOfAVariableIsShown() throws {
    let text = """
      variables: {timeout: 5s}
      environments:
        prod: {timeout: 40s}
      apis:
        store:
          routes:
            GET /books: {http: "https://books.example.com", timeout: $(timeout)}
      """
    #expect(try findings(text).isEmpty)
    let prod = try findings(text, "--env", "prod")
    #expect(prod.contains("spec.yaml:7:64: error: "), "\(prod)")
    #expect(prod.contains("spec.yaml:3:19: note: the value of `timeout`"), "\(prod)")
  }

  @Test func aValueWithAnAnchorIsOneFinding() throws {
    let text = """
      x-url: &url ftp://books.example.com
      apis:
        store:
          routes:
            GET /books: *url
            GET /pages: *url
      """
    let found = try findings(text)
    #expect(found.hasPrefix("spec.yaml:1:13: error: ") && found.contains("spec.yaml:6:19: note: used here"))
    #expect(found.hasSuffix("\n1 error\n"), "\(found)")
  }

  @Test func aKeyThatIsWrittenTwiceIsOneFinding() throws {
    let text = """
      apis:
        store:
          routes:
            GET /books:
            GET /books: https://books.example.com
      """
    let found = try findings(text)
    #expect(found.contains("duplicate key `GET /books`") && found.hasSuffix("\n1 error\n"), "\(found)")
  }

  /// Where it is written as well: in variables, defaults of parameters and mappings.
  @Test func aSecretIsNotShown() throws {
    let text = """
      variables:
        login: hunter2secret
        part: hunter3secret
      parameters: {Login: {Type: String, Default: hunter4secret}, Live: {Type: String, Default: "true"}}
      mappings: {Logins: {"true": {books: hunter5secret}}}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {s3: {bucket: code, key: books.zip}}
          environment:
            A_PASSWORD: $(login)
            B_PASSWORD: open$(part)
            C_PASSWORD: !Ref Login
            D_PASSWORD: !FindInMap [Logins, "true", books]
            E_PASSWORD: !FindInMap [Logins, !Ref Live, books]
      apis: {store: {routes: {GET /books: books}}}
      """
    let found = try findings(text)
    #expect(found.hasSuffix("\n5 warnings\n") && !found.contains("hunter"), "\(found)")
    #expect(found.contains("the value of `E_PASSWORD` looks like a secret"), "\(found)")
    for place in [
      "2:10: note: the value of `login`", "4:45: note: the default of `Login`", "5:37: note: the value in `mappings`",
    ] {
      #expect(found.contains("spec.yaml:\(place)"), "\(found)")
    }
  }
}
