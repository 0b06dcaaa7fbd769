import Support
import Testing

private let api = "apis: {store: {routes: {GET /books: books}}}\n"

private func function(_ name: String, code: String = "{inline: x}") -> String {
  "functions:\n  \(name): {runtime: nodejs24.x, handler: index.x, code: \(code)}\n"
}

@Suite struct IncludeTests {
  @Test func sectionsAreMerged() {
    let result = Compiled([
      "spec.yaml":
        "stack: shop\ninclude: [shared/*.yaml, more.yaml]\ntags: {a: '1'}\ndefaults: {functions: {memory: 128}}\n"
        + api,
      "shared/books.yaml":
        "version: 1\nstack: shop\ntags: {b: '2'}\ndefaults: {functions: {timeout: 5s}, routes: {timeout: 8s}}\n"
        + function("books", code: "src/books"),
      "shared/.hidden.yaml": "nonsense",
      "more.yaml": "include: ./shared/books.yaml\ntransform: A\nvariables: {name: Topic}\n"
        + "resources: {$(name): {Type: AWS::SNS::Topic}}\noutputs: {Out: {Value: !Ref Topic}}\n",
    ])
    #expect(result.reports == [])
    #expect(result.json("BooksFunction", "MemorySize") == "128")
    #expect(result.json("BooksFunction", "Timeout") == "5")
    #expect(result.json("BooksFunction", "Code") == "\"../specs/shared/src/books\"")
    #expect(result.json("StoreApi", "Tags") == #"{"a":"1","b":"2"}"#)
    #expect(result.template["Topic"]?.type == "AWS::SNS::Topic")
    #expect(result.template.outputs["Out"] != nil)
  }

  @Test func localPathsAreRelativeToTheirFile() {
    let result = Compiled([
      "spec.yaml":
        "include: parts/layer.yaml\nresources:\n  One: {Type: AWS::Lambda::LayerVersion, Properties: {Content: layers/one}}\n",
      "parts/layer.yaml": "resources:\n  Two: {Type: AWS::Lambda::LayerVersion, Properties: {Content: ./layers/two}}\n"
        + "overrides: {One: {Properties: {LayerName: one}}, Two: {Properties: {LayerName: two}}}\n",
    ])
    #expect(result.reports == [])
    #expect(result.json("One", "Content") == "\"../specs/layers/one\"")
    #expect(result.json("Two", "Content") == "\"../specs/parts/layers/two\"")
  }

  @Test func anErrorIsReportedInItsFile() {
    let result = Compiled([
      "spec.yaml": "include: [a.yaml, b.yaml]\n" + api, "a.yaml": function("books") + "fucntions: {}\n",
      "b.yaml": "apis:\n  other:\n    routes:\n      get /x: bokos\n",
    ])
    #expect(
      result.messages == [
        "a.yaml:3:1+9: error: unknown key `fucntions` [SPEC001]",
        "b.yaml:4:7+6: error: methods are written in upper case [ROU001]",
        "b.yaml:4:15+5: error: there is no function called `bokos` [REF001]",
      ])
  }

  @Test func duplicateNamesAreReported() {
    let result = Compiled([
      "spec.yaml": "include: b.yaml\ntags: {t: x}\nvariables: {v: x}\nenvironments: {dev: {v: y}}\ndescription: $(v)\n"
        + function("books") + api,
      "b.yaml": function("books") + "tags: {t: x}\nvariables: {v: z}\nenvironments: {dev: {v: z}, prod: {v: z}}\n",
    ])
    #expect(
      result.messages == [
        "b.yaml:2:3+5: error: `books` is defined in two files [INC004] <- spec.yaml:7:3+5",
        "b.yaml:3:8+1: error: `t` is defined in two files [INC004] <- spec.yaml:2:8+1",
        "b.yaml:4:13+1: error: `v` is defined in two files [INC004] <- spec.yaml:3:13+1",
        "b.yaml:5:22+1: error: `v` is defined in two files [INC004] <- spec.yaml:4:22+1",
      ])
  }

  @Test func onlyTheFirstFileSetsTheStack() {
    let result = Compiled([
      "spec.yaml": "stack: a\ninclude: b.yaml\n" + function("books") + api,
      "b.yaml": "version: 2\nstack: b\ndescription: other\n",
    ])
    #expect(
      result.reports == [
        "b.yaml:1:10+1: error: expected `1`, found `2` [SPEC004] (did you mean `1`?)",
        "b.yaml:2:1+5: error: `stack` is set to another value in the first file [INC005]"
          + " <- spec.yaml:1:1+5 (remove this one)",
        "b.yaml:3:1+11: error: `description` is only allowed in the first file [INC005] (move it to spec.yaml)",
      ])
  }

  private static let unreadable: [([String: String], String)] = [
    (
      ["spec.yaml": "include: shred/b.yaml\n"],
      "spec.yaml:1:10+12: error: cannot read shred/b.yaml: No such file or directory [INC001]"
    ),
    (
      ["spec.yaml": "include: shared/b.yml\n", "shared/b.yaml": ""],
      "spec.yaml:1:10+12: error: cannot read shared/b.yml: No such file or directory [INC001] (there is `b.yaml`)"
    ),
    (
      ["spec.yaml": "include: b.yaml, c.yaml\n"],
      "spec.yaml:1:10+14: error: cannot read b.yaml, c.yaml: No such file or directory [INC001]"
        + " (write a list: `[b.yaml, c.yaml]`)"
    ),
    (
      ["spec.yaml": "include: shred/*.yaml\n"],
      "spec.yaml:1:10+12: error: no file matches `shred/*.yaml` [INC002]"
        + " (cannot read shred/: No such file or directory)"
    ),
    (["spec.yaml": "include: '*.yaml'\n"], "spec.yaml:1:10+8: error: no file matches `*.yaml` [INC002]"),
    (
      ["spec.yaml": "include: spec.yaml\n"],
      "spec.yaml:1:10+9: error: spec.yaml includes itself [INC003]"
        + " (remove this entry; definitions of one file can be used in all files)"
    ),
    (
      ["spec.yaml": "include: b/b.yaml\n", "b/b.yaml": "include: ../spec.yaml\n"],
      "b/b.yaml:1:10+12: error: these files include each other in a cycle: spec.yaml → b/b.yaml → spec.yaml [INC003]"
        + " (remove this entry; definitions of one file can be used in all files)"
    ),
    (
      ["spec.yaml": "include: b.yaml\n", "b.yaml": "- a\n"],
      "b.yaml:1:1+3: error: expected keys and values, found a list [YAML005]"
        + " (write keys and their values, one per line: `key: value`)"
    ),
    (
      ["spec.yaml": "include: b.yaml\n", "b.yaml": "openapi: 3.0.1\ninfo: {title: books}\npaths: {}\n"],
      "spec.yaml:1:10+6: error: `b.yaml` is an OpenAPI document, not a spec [SPEC001]"
        + " <- b.yaml:1:1+7 (write another file with `apis: {NAME: {openapi: b.yaml}}`)"
    ),
    (
      ["spec.yaml": "include: $(dir)/b.yaml\n"],
      "spec.yaml:1:10+6: error: undefined variable `dir` [VAR001]"
        + " (an include path can use variables of its own file and of files that are read earlier)"
    ),
  ]

  @Test(arguments: unreadable)
  func unreadableFilesAreReportedAtTheirPath(_ files: [String: String], _ finding: String) {
    let result = Compiled(files)
    #expect(result.reports == [finding])
    #expect(result.offered == nil)
  }

  @Test func pathsMayHaveVariables() {
    let files = [
      "spec.yaml": "variables: {dir: dev}\nenvironments: {prod: {dir: live}}\ninclude: [$(dir)/$(file).yaml]\n" + api,
      "dev/f.yaml": function("books", code: "dev"), "live/f.yaml": function("books", code: "live"),
    ]
    #expect(Compiled(files, set: ["file": "f"]).json("BooksFunction", "Code") == "\"../specs/dev/dev\"")
    #expect(
      Compiled(files, env: "prod", set: ["file": "f"]).json("BooksFunction", "Code") == "\"../specs/live/live\"")
  }

  @Test func aLaterFileCannotChangeAnIncludePath() {
    let result = Compiled(
      [
        "spec.yaml": "variables: {dir: a}\ninclude: $(dir)/f.yaml\n" + api,
        "a/f.yaml": "environments: {dev: {dir: b}}\n" + function("books"),
      ], env: "dev")
    #expect(
      result.messages == [
        "spec.yaml:2:10+13: error: a file that is read later changes this path to `b/f.yaml` [VAR006]"
      ])
  }

  @Test func pathsMustBeStrings() {
    let result = Compiled(["spec.yaml": "include: [!Ref X, {a: b}]\n" + function("books") + api])
    #expect(
      result.messages == [
        "spec.yaml:1:11+6: error: expected a string, found a function [SPEC004]",
        "spec.yaml:1:19+6: error: expected a string, found a mapping [SPEC003]",
      ])
  }

  @Test(arguments: [
    ("**/*.yaml", ["a.yaml", "p/b.yaml", "p/q/c.yaml"]), ("p/**", ["p/b.yaml", "p/n.txt", "p/q/c.yaml"]),
    ("?.yaml", ["a.yaml"]), ("p/*/*.yaml", ["p/q/c.yaml"]), ("*/b*l", ["p/b.yaml"]), ("p/**/q/*.yaml", ["p/q/c.yaml"]),
  ])
  func patterns(_ pattern: String, _ files: [String]) {
    let all = ["a.yaml", "p/b.yaml", "p/q/c.yaml", "p/n.txt", ".h/d.yaml"]
    var texts = ["spec.yaml": "include: \"\(pattern)\"\nresources: {First: {Type: AWS::SNS::Topic}}\n"]
    for (index, file) in all.enumerated() { texts[file] = "resources: {R\(index): {Type: AWS::SNS::Topic}}\n" }
    let result = Compiled(texts)
    #expect(result.reports == [])
    let expected = files.compactMap { name in all.firstIndex(of: name).map { "R\($0)" } }
    #expect(result.template.resources.map(\.id) == ["First"] + expected)
  }
}
