import Support
import Testing

/// Segments are checked against API Gateway's own expression, and the spellings of other frameworks get the one to write.
@Suite struct PathSegmentTests {
  @Test(arguments: [
    // Flask
    ("/a/<id>", "{id}"), ("/a/<int:id>", "{id}"), ("/a/<path:rest>", "{rest+}"),
    // Next.js
    ("/a/[id]", "{id}"), ("/a/[...rest]", "{rest+}"), ("/a/[[...rest]]", "{rest+}"),
    // ASP.NET
    ("/a/{proxy*}", "{proxy+}"), ("/a/{*rest}", "{rest+}"), ("/a/{**rest}", "{rest+}"), ("/a/{id?}", "{id}"),
    // Express
    ("/a/{id:[0-9]+}", "{id}"), ("/a/:id(\\\\d+)", "{id}"), ("/a/:id?", "{id}"), ("/a/:rest*", "{rest+}"),
    ("/a/*", "{proxy+}"), ("/*/a", "{name}"), ("/$default", "write `$default`"), ("/a?b=1", "remove it"),
    ("/a#b", "remove it"), ("/a%20b", "letters of ASCII"), ("/größe", "letters of ASCII"), ("/a,b", "letters of ASCII"),
  ])
  func isRejected(_ path: String, help: String) {
    let compiled = Compiled("apis: {store: {routes: {\"GET \(path)\": https://books.example.com}}}")
    #expect(compiled.findings.map(\.id) == ["ROU024"], "\(compiled.text)")
    #expect(compiled.findings.first?.help?.contains(help) ?? false, "\(compiled.text)")
  }

  @Test(arguments: ["/:id", "/{id:int}", "/{rest:path}"])
  func isTakenLiterally(_ path: String) {
    let compiled = Compiled(
      "apis: {store: {routes: {\"GET \(path)\": {lambda: arn:aws:lambda:eu-west-1:111122223333:function:f}}}}")
    #expect(compiled.findings.map(\.id).contains("ROU025"), "\(compiled.text)")
  }

  @Test(arguments: ["/", "/a.b", "/a:b", "/a_b-c", "/.well-known/x", "/{id.of-it_1}", "/{proxy+}", "/v1:batch"])
  func isFine(_ path: String) {
    let compiled = Compiled(
      "apis: {store: {routes: {\"ANY \(path)\": {lambda: arn:aws:lambda:eu-west-1:111122223333:function:f}}}}")
    #expect(compiled.findings.allSatisfy { $0.severity == .note }, "\(compiled.text)")
  }
}
