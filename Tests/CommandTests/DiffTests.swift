import Foundation
import Testing

@Suite struct DiffTests {
  private static let store = """
    stack: shop
    functions: {books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({})"}, name: books-fn}}
    apis: {store: {routes: {GET /books: {lambda: books, auth: iam}}}}

    """
  private static let open = store.replacing(", auth: iam", with: "")
  private static let renamed = store.replacing("functions: {books", with: "functions: {list").replacing(
    "lambda: books", with: "lambda: list")

  private func deployed() throws -> Workspace {
    let workspace = try Workspace(["spec.yaml": Self.store])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    return workspace
  }

  @Test func theSameSpecHasNoChanges() throws {
    let workspace = try deployed()
    let outcome = try workspace.run("diff", "spec.yaml", "-o", "out", "--fail-on", "any")
    #expect(outcome.status == 0)
    #expect(outcome.output == "shop: out/shop.template.json → spec.yaml: no changes\n")
    #expect(outcome.errors == "")
  }

  /// The logical ID of a version is made of the bytes of its code.
  @Test(arguments: [
    #"mv src lib; sed -i 's/code: src/code: lib/' spec.yaml"#,
    #"sed -i 's|"../src"|{"S3Bucket": "builds", "S3Key": "0a1b2c"}|' out/shop.template.json"#,
  ])
  func codeAtAnotherPlaceIsTheSame(_ change: String) throws {
    let workspace = try Workspace([
      "src/index.mjs": "export const handler = async () => ({});",
      "spec.yaml": """
      stack: shop
      functions: {books: {runtime: nodejs24.x, handler: index.handler, code: src, alias: live}}
      apis: {store: {routes: {GET /books: books}}}

      """,
    ])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    #expect(try workspace.shell(change).status == 0)
    let outcome = try workspace.run("diff", "spec.yaml", "-o", "out")
    #expect(outcome.output.contains("~ BooksFunction  AWS::Lambda::Function  Code"))
    #expect(!outcome.output.contains("UPD"), "\(outcome.output)")
  }

  @Test func whatFailsTheRunIsChosen() throws {
    let workspace = try deployed()
    try workspace.write(Self.open, to: "spec.yaml")
    let outcome = try workspace.run("diff", "spec.yaml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("everyone can call the route `GET /books` of `store`"))
    for (topic, status) in [("open", 1), ("any", 1), ("data", 0), ("collision", 0), ("replaced", 0)] {
      #expect(try workspace.run("diff", "spec.yaml", "-o", "out", "--fail-on", topic).status == status, "\(topic)")
    }
    try workspace.write(Self.renamed, to: "spec.yaml")
    #expect(
      try workspace.run("diff", "spec.yaml", "-o", "out", "--fail-on", "data", "--fail-on", "collision").status == 1)
    // Nothing is written.
    #expect(try workspace.run("diff", "spec.yaml", "-o", "out").output.contains("`books-fn` already exists"))
  }

  /// Parameters and outputs are no resources.
  @Test func findingsAboutParametersAndExportsHaveTheirLines() throws {
    let workspace = try deployed()
    let more = """
      parameters: {Stage: {Type: String}}
      outputs:
        Books: {Value: !Ref Stage, Export: {Name: books}}

      """
    try workspace.write(Self.store + more.replacing("!Ref Stage", with: "a"), to: "spec.yaml")
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    try workspace.write(Self.store + more.replacing("Stage", with: "Kind"), to: "spec.yaml")
    let output = try workspace.run("diff", "spec.yaml", "-o", "out").output
    #expect(output.contains("spec.yaml:4: note: the update needs a value of the new parameter `Kind`"), "\(output)")
    try workspace.write(Self.store + more.replacing("!Ref Stage", with: "b"), to: "spec.yaml")
    let other = try workspace.run("diff", "spec.yaml", "-o", "out").output
    #expect(other.contains("spec.yaml:6: warning: the value of the export `books` changes"), "\(other)")
    // The outputs of an API have its line.
    let exported = Self.store.replacing("store: {", with: "store: {export: shop, ")
    try workspace.write(exported, to: "spec.yaml")
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    try workspace.write(Self.store, to: "spec.yaml")
    let removed = try workspace.run("diff", "spec.yaml", "-o", "out").output
    #expect(removed.contains("spec.yaml:3: warning: the exports `shop-StoreId`"), "\(removed)")
  }

  /// A resource that leaves the stack has no line of its own.
  @Test func aNameOfADeletedResourceHasTheLineOfItsUse() throws {
    let workspace = try deployed()
    let start = try #require(Self.store.range(of: "functions: "))
    let end = try #require(Self.store.range(of: "apis: "))
    let arn = #"functions: {books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books-fn"}}"# + "\n"
    try workspace.write(
      Self.store.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: arn), to: "spec.yaml")
    let output = try workspace.run("diff", "spec.yaml", "-o", "out").output
    #expect(output.contains("spec.yaml:3: error: the function `books-fn` is deleted with `BooksFunction`"), "\(output)")
  }

  @Test func savedTemplatesAreRead() throws {
    let workspace = try deployed()
    #expect(try workspace.shell(#"mkdir saved; mv out/shop.template.json saved/live.json"#).status == 0)
    for path in ["saved", "saved/live.json"] {
      let outcome = try workspace.run("diff", "spec.yaml", "--against", path)
      #expect(outcome.output == "shop: saved/live.json → spec.yaml: no changes\n")
    }
    let body = try workspace.read("saved/live.json")
    try workspace.write("{\"TemplateBody\": \(body), \"StagesAvailable\": [\"Original\"]}", to: "get.json")
    #expect(try workspace.run("diff", "spec.yaml", "--against", "get.json").output.hasSuffix("no changes\n"))
  }

  @Test func formats() throws {
    let workspace = try deployed()
    try workspace.write(Self.renamed, to: "spec.yaml")
    let json = try workspace.run("diff", "spec.yaml", "-o", "out", "--format", "json").output
    let all = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    let findings = all?.first?["findings"] as? [[String: Any]]
    #expect(findings?.first?["id"] as? String == "UPD001")
    #expect(findings?.first?["logicalId"] as? String == "ListFunction")
    #expect(findings?.first?["file"] as? String == "spec.yaml" && findings?.first?["line"] as? Int == 2)
    let resources = all?.first?["resources"] as? [[String: Any]]
    #expect(resources?.contains { $0["change"] as? String == "deleted" } == true)
    let markdown = try workspace.run("diff", "spec.yaml", "-o", "out", "--format", "markdown").output
    #expect(markdown.hasPrefix("### shop: out/shop.template.json → spec.yaml\n\n- **error** `spec.yaml:2`: the update"))
    let text = try workspace.run("diff", "spec.yaml", "-o", "out").output
    #expect(text.contains("\n\nspec.yaml:2: error: the update fails"))
    #expect(markdown.contains("| AWS::Lambda::Function | "))
  }

  @Test func theFirstVersionIsNew() throws {
    let workspace = try Workspace(["spec.yaml": Self.store])
    let outcome = try workspace.run("diff", "spec.yaml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("shop: nothing → spec.yaml\n"))
    #expect(!workspace.exists("out"))
  }

  @Test func theTemplateOfAnotherSpecIsNotItsEarlierOne() throws {
    let workspace = try Workspace([
      "spec.yaml": Self.store, "other.yaml": Self.store.replacing("stack: shop", with: "stack: other"),
    ])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    #expect(try workspace.run("diff", "other.yaml", "-o", "out").output.hasPrefix("other: nothing → other.yaml\n"))
    let both = try workspace.run("diff", "spec.yaml", "other.yaml", "--against", "out").output
    #expect(both.contains("other: nothing → other.yaml\n"))
    // The only template in a folder that is named for the comparison may have any name.
    let alone = try workspace.run("diff", "other.yaml", "--against", "out").output
    #expect(alone.hasPrefix("other: out/shop.template.json → other.yaml"))
    #expect(alone.contains("the stack is called `other`, and the earlier template is that of `shop`"))
  }

  private static let misuse: [([String], String)] = [
    (["spec.yaml"], "missing earlier template; set its folder with -o DIR, or a file with --against FILE"),
    (["spec.yaml", "-o", "a", "--against", "b"], "-o and --against cannot be combined"),
    (["spec.yaml", "--against", "none"], "cannot read none: No such file or directory"),
    (["spec.yaml", "--against", "empty"], "cannot read empty: the folder has no template"),
    (["spec.yaml", "--against", "two"], "several other templates: a.json, b.json"),
    (["spec.yaml", "--against", "bad.json"], "cannot read bad.json: it has no `Resources`"),
    (["spec.yaml", "spec.yaml", "--against", "bad.json"], "--against names one template"),
    (["spec.yaml", "-o", "-"], "the earlier template must be a file or a folder"),
  ]

  @Test(arguments: misuse)
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace([
      "spec.yaml": Self.store, "empty/x.txt": "", "two/a.json": "{}", "two/b.json": "{}", "bad.json": "{}",
    ])
    let outcome = try Outcome(of: [Program.path, "diff"] + arguments, in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test func aSpecWithErrorsIsNotCompared() throws {
    let workspace = try deployed()
    try workspace.write("apis: {store: {routes: {GET /x: nothing}}}", to: "spec.yaml")
    let outcome = try workspace.run("diff", "spec.yaml", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
  }

  @Test func synthWarnsBeforeDataIsLost() throws {
    let workspace = try deployed()
    try workspace.write(Self.renamed, to: "spec.yaml")
    for arguments in [["spec.yaml", "-o", "out", "--dry-run"], ["spec.yaml", "-o", "out"]] {
      let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
      #expect(outcome.status == 0)
      #expect((outcome.output + outcome.errors).contains("the update fails: Function `books-fn` already exists"))
    }
    // The template is the same now.
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(!(outcome.output + outcome.errors).contains("the update fails"))
  }
}
