import Foundation
import Testing

/// The content of the output folder, before and after.
@Suite struct WritingTests {
  @Test func anUnchangedTemplateIsNotTouched() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    let before = try workspace.identity(of: "out/spec.template.json")
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("unchanged out/spec.template.json ("))
    #expect(try workspace.identity(of: "out/spec.template.json") == before)
  }

  @Test func aChangedTemplateIsReplaced() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "out/spec.template.json": "old", "out/other": "mine"])
    let before = try workspace.identity(of: "out/spec.template.json")
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.output.hasPrefix("wrote out/spec.template.json ("))
    #expect(try workspace.identity(of: "out/spec.template.json")[0] != before[0])
    #expect(workspace.names(in: "out") == ["other", "spec.template.json"])
    #expect(try workspace.read("out/other") == "mine")
  }

  @Test func foldersAreCreated() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.run("spec.yaml", "-o", "a//b/").status == 0)
    #expect(workspace.names(in: "a/b") == ["spec.template.json"])
    #expect(try workspace.run("spec.yaml", "-o", "a/b/../c/./d").status == 0)
    #expect(workspace.names(in: "a/c/d") == ["spec.template.json"])
  }

  @Test func permissionsFollowTheMaskAndAreKept() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let new = try workspace.shell(#"umask 027; "$PROGRAM" spec.yaml -o out; stat -c %a out/*"#)
    #expect(new.output.hasSuffix("\n640\n"))
    try workspace.write(Specs.largerStore, to: "spec.yaml")
    let kept = try workspace.shell(#"chmod 604 out/*; umask 077; "$PROGRAM" spec.yaml -o out; stat -c %a out/*"#)
    #expect(kept.output.hasSuffix("\n604\n"))
  }

  @Test func aLinkIsFollowed() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "real/template": "old"])
    #expect(try workspace.shell("mkdir out; ln -s ../real/template out/spec.template.json").status == 0)
    #expect(try workspace.run("spec.yaml", "-o", "out").status == 0)
    #expect(try workspace.read("real/template").hasPrefix("{"))
    #expect(workspace.names(in: "real") == ["template"])
    #expect(try workspace.shell("test -L out/spec.template.json").status == 0)
    #expect(try workspace.run("spec.yaml", "-o", "out").output.hasPrefix("unchanged"))
  }

  @Test func nothingIsWrittenIfAnySpecHasAnError() throws {
    let workspace = try Workspace([
      "good.yaml": Specs.largerStore, "wrong.yaml": Specs.wrong, "out/good.template.json": "old",
    ])
    let before = try workspace.identity(of: "out/good.template.json")
    let outcome = try workspace.run("good.yaml", "wrong.yaml", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("wrong.yaml:2:"))
    #expect(try workspace.identity(of: "out/good.template.json") == before)
    #expect(workspace.names(in: "out") == ["good.template.json"])
    #expect(try workspace.run("good.yaml", "wrong.yaml", "-o", "new").status == 1)
    #expect(!workspace.exists("new"))
  }

  @Test func nothingIsWrittenIfAnySpecCannotBeRead() throws {
    let workspace = try Workspace(["good.yaml": Specs.store, "wrong.yaml": Specs.wrong])
    let outcome = try workspace.run("missing.yaml", "good.yaml", "wrong.yaml", "-o", "out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot read missing.yaml: No such file or directory"))
    #expect(outcome.errors.contains("wrong.yaml:2:"))
    #expect(!workspace.exists("out"))
  }

  @Test func specsWithTheSameTemplateAreRejected() throws {
    let workspace = try Workspace(["a/spec.yaml": Specs.store, "b/spec.yaml": Specs.store])
    let outcome = try workspace.run("a/spec.yaml", "b/spec.yaml", "-o", "out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a/spec.yaml and b/spec.yaml have the same output file out/spec.template.json"))
    #expect(!workspace.exists("out"))
    #expect(try workspace.run("a/spec.yaml", "a/spec.yaml", "-o", "out").status == 2)
  }

  @Test func outputDoesNotDependOnTheFolder() throws {
    let workspace = try Workspace(["spec.yaml": Specs.largerStore, "there/spec.yaml": Specs.largerStore])
    #expect(try workspace.run("spec.yaml", "-o", "one").status == 0)
    #expect(try workspace.run(workspace.file("there/spec.yaml"), "-o", "two").status == 0)
    #expect(try workspace.read("one/spec.template.json") == workspace.read("two/spec.template.json"))
  }
}
