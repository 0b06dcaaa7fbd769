import Foundation
import Testing

/// Failures of writing are reported with status 2, no temporary file is left, and existing files are unchanged.
@Suite struct WritingFailureTests {
  @Test func theFolderIsAFile() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "out": "mine"])
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot write to the folder out: it is a file, not a folder"))
    #expect(try workspace.read("out") == "mine")
    let below = try workspace.run("spec.yaml", "-o", "out/below/it")
    #expect(below.status == 2)
    #expect(below.errors.contains("error: cannot write to the folder out/below/it: Not a directory"))
    #expect(workspace.names(in: ".") == ["out", "spec.yaml"])
  }

  @Test func theTemplateIsAFolder() throws {
    let workspace = try Workspace(["a.yaml": Specs.store, "spec.yaml": Specs.store])
    try workspace.makeFolder("out/spec.template.json")
    let outcome = try workspace.run("a.yaml", "spec.yaml", "-o", "out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot write out/spec.template.json: Is a directory"))
    #expect(workspace.names(in: "out") == ["spec.template.json"])
  }

  @Test func theTemplateIsNotARegularFile() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.shell("mkdir out; mkfifo out/spec.template.json").status == 0)
    let pipe = try workspace.run("spec.yaml", "-o", "out")
    #expect(pipe.status == 2)
    #expect(pipe.errors.contains("out/spec.template.json: it is not a regular file"))
    #expect(try workspace.shell("mkdir lost; ln -s nowhere lost/spec.template.json").status == 0)
    let link = try workspace.run("spec.yaml", "-o", "lost")
    #expect(link.status == 2)
    #expect(link.errors.contains("lost/spec.template.json: it is a broken symbolic link"))
    #expect(workspace.names(in: "lost") == ["spec.template.json"])
  }

  @Test(arguments: ["../evil", "below/evil", "/evil", "..", ""])
  func aStackNameCannotLeaveTheFolder(_ name: String) throws {
    let workspace = try Workspace(["spec.yaml": "stack: \"\(name)\"\n" + Specs.store])
    try workspace.makeFolder("out/below")
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == (name == "" ? outcome.status : 1))
    #expect(outcome.status != 0)
    #expect(try workspace.run("validate", "spec.yaml").status == outcome.status)
    #expect(workspace.names(in: ".") == ["out", "spec.yaml"])
    #expect(workspace.names(in: "out/below") == [])
  }

  @Test(.enabled(if: Program.asOtherUser != nil, "switching users is not possible"))
  func theFolderIsReadOnly() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "out/spec.template.json": "old"])
    #expect(try workspace.shell("chmod 555 out").status == 0)
    let prefix = Program.asOtherUser ?? []
    let outcome = try Outcome(of: prefix + [Program.path, "spec.yaml", "-o", "out"], in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot write out/spec.template.json: Permission denied"))
    let below = try Outcome(of: prefix + [Program.path, "spec.yaml", "-o", "out/below"], in: workspace)
    #expect(below.status == 2)
    #expect(below.errors.contains("error: cannot write to the folder out/below: Permission denied"))
    #expect(workspace.names(in: "out") == ["spec.template.json"])
    #expect(try workspace.read("out/spec.template.json") == "old")
    _ = try workspace.shell("chmod 755 out")
  }

  @Test func theFileSizeLimitIsExceeded() throws {
    let workspace = try Workspace([
      "a.yaml": Specs.store, "spec.yaml": Specs.manyRoutes(100), "out/a.template.json": "old",
    ])
    let outcome = try workspace.shell(#"ulimit -f 8; exec "$PROGRAM" a.yaml spec.yaml -o out"#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot write out/spec.template.json: File too large"))
    #expect(workspace.names(in: "out") == ["a.template.json"])
    #expect(try workspace.read("out/a.template.json") == "old")
    #expect(try workspace.shell(#"ulimit -f 8; exec "$PROGRAM" spec.yaml -o new/folder"#).status == 2)
    #expect(!workspace.exists("new"))
  }

  @Test(.enabled(if: Program.withOwnMounts != nil, "mounting is not possible"))
  func theDiskIsFull() throws {
    let workspace = try Workspace(["a.yaml": Specs.store, "spec.yaml": Specs.manyRoutes(200)])
    try workspace.makeFolder("out")
    // Only the first template fits.
    let script = """
      mount -t tmpfs -o size=16k none out && echo old > out/a.template.json && echo old > out/spec.template.json
      "$PROGRAM" a.yaml spec.yaml -o out; echo "status $?"; ls -A out; cat out/*
      """
    let outcome = try Outcome(of: (Program.withOwnMounts ?? []) + ["/bin/sh", "-c", script], in: workspace)
    #expect(outcome.errors.contains("error: cannot write out/spec.template.json: No space left on device"))
    #expect(outcome.output == "status 2\na.template.json\nspec.template.json\nold\nold\n")
  }

  @Test func standardOutputIsFull() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    for command in [
      "spec.yaml -o -", "spec.yaml -o out", "ids spec.yaml", "validate spec.yaml --format json", "--help",
    ] {
      let outcome = try workspace.shell(#""$PROGRAM" \#(command) > /dev/full"#)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "error: cannot write to standard output: No space left on device\n")
    }
  }

  @Test func standardOutputIsClosedEarly() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try Outcome(
      of: [Program.path, "spec.yaml", "-o", "-"], in: workspace, output: pipe.fileHandleForWriting)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }
}

extension Specs {
  /// A store with many routes, for a template of many kilobytes.
  static func manyRoutes(_ count: Int) -> String {
    store + (0..<count).map { "      GET /pages/\($0): https://pages.example.com/\($0)\n" }.joined()
  }
}
