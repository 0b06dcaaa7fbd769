import Foundation
import Testing

/// Local files that a spec names must exist, and the folder of a function's code must have the file of its handler.
@Suite struct LocalFileTests {
  @Test(arguments: UploadedPaths.specs(path: "assets/x"))
  func filesMustExist(_ spec: String) throws {
    let outcome = try Workspace(["spec.yaml": spec + Specs.store]).run("validate", "spec.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: there is no file or folder `assets/x` [LAM024]"), "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "[LAM024]").count == 2)
    #expect(outcome.errors.contains("^~~~~~~~"))
  }

  /// The properties of a function in three forms.
  private static func forms(_ runtime: String, _ handler: String, _ code: String) -> [String] {
    let own = "Runtime: \(runtime), Handler: \(handler)"
    return [
      "functions: {f: {runtime: \(runtime), handler: \(handler), code: \(code)}}\napis: {a: {routes: {GET /: f}}}\n",
      """
      resources:
        F:
          Type: AWS::Lambda::Function
          Properties: {\(own), Code: \(code), Role: "arn:aws:iam::111122223333:role/a"}

      """,
      """
      transform: AWS::Serverless-2016-10-31
      globals: {Function: {CodeUri: \(code)}}
      resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {\(own), Events: {Get: {Type: HttpApi, Properties: {Path: /, Method: get}}}}

      """,
    ]
  }

  private static func workspace(_ spec: String) throws -> Workspace {
    let workspace = try Workspace([
      "spec.yaml": spec, "js/app.js": "", "js/books/list.mjs": "", "js/node_modules/web/package.json": "{}",
      "js/a.cjs": "", "ts/index.ts": "", "py/shop/list.py": "", "py/web/__init__.py": "", "py/main.py": "",
      "rb/app.rb": "", "go/main.go": "", "built/bootstrap": "", "code.zip": "",
    ])
    try workspace.makeFolder("empty")
    return workspace
  }

  @Test(arguments: [
    ("nodejs24.x", "app.handler", "js"), ("nodejs24.x", "books/list.handler", "./js/"), ("nodejs24.x", "a.b.c", "js"),
    ("nodejs24.x", "web.handler", "js"), ("python3.13", "shop.list.handler", "py"),
    ("python3.13", "shop/list.handler", "py"), ("python3.13", "web.handler", "py"), ("ruby3.4", "app.App.run", "rb"),
    ("provided.al2023", "main", "built"), ("java21", "books.Main::handle", "js"),
    ("nodejs24.x", "app.handler", "code.zip"),
    ("nodejs24.x", "/opt/app.handler", "ts"), ("nodejs24.x", "app.handler", "empty"),
  ])
  func filesOfHandlersAreFound(_ runtime: String, _ handler: String, _ code: String) throws {
    for spec in Self.forms(runtime, handler, code) {
      let outcome = try Self.workspace(spec).run("validate", "spec.yaml")
      #expect(outcome.status == 0 && !outcome.errors.contains("[LAM050]"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("nodejs24.x", "index.handler", "js/books", "`index.js`, `.mjs` or `.cjs`", "write `list.handler`"),
    ("nodejs24.x", "book/list.handler", "js", "`book/list.js`, `.mjs` or `.cjs`", "build the code first"),
    ("nodejs24.x", "index.handler", "ts", "`index.js`", "compile `index.ts`"),
    ("python3.13", "shop.lists.handler", "py", "`shop/lists.py`", "write `shop.list.handler`"),
    ("ruby3.4", "index.handler", "rb", "`index.rb`", "write `app.handler`"),
    ("provided.al2023", "main", "go", "`bootstrap`", "build the program first"),
  ])
  func missingFilesOfHandlers(_ runtime: String, _ handler: String, _ code: String, _ file: String, _ help: String)
    throws
  {
    for spec in Self.forms(runtime, handler, code) {
      let outcome = try Self.workspace(spec).run("validate", "spec.yaml")
      #expect(outcome.errors.contains("warning: `\(code)` has no \(file)"), "\(outcome.errors)")
      #expect(outcome.errors.components(separatedBy: "[LAM050]").count == 2)
      #expect(outcome.errors.contains("help: \(help)"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    "Metadata: {BuildMethod: esbuild}",
    "Properties: {Layers: [\"arn:aws:lambda:eu-central-1:111122223333:layer:a:1\"]}",
  ])
  func whatBringsTheFile(_ attribute: String) throws {
    let spec = """
      transform: AWS::Serverless-2016-10-31
      globals: {Function: {CodeUri: ts, Runtime: nodejs24.x, Handler: app.handler}}
      resources:
        F: {Type: AWS::Serverless::Function, \(attribute)}

      """
    let outcome = try Self.workspace(spec + Specs.store).run("validate", "spec.yaml")
    #expect(!outcome.errors.contains("[LAM050]"), "\(outcome.errors)")
  }
}
