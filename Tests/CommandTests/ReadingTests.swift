import Foundation
import Testing

/// Specs that cannot be read, and malicious specs.
@Suite struct ReadingTests {
  @Test(arguments: [
    ("missing.yaml", "cannot read missing.yaml: No such file or directory"),
    ("folder", "cannot read folder: the folder has no specs (.yaml or .yml files with `apis` at the top level)"),
    ("spec.yaml/below", "cannot read spec.yaml/below: Not a directory"),
    ("", "cannot read '': the path is empty"),
  ])
  func aFileThatCannotBeRead(_ path: String, _ message: String) throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    try workspace.makeFolder("folder")
    for outcome in [
      try workspace.run("-o", "out", path), try workspace.run("validate", path), try workspace.run("ids", path),
    ] {
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("error: \(message) [FILE001]\n"))
    }
    #expect(!workspace.exists("out"))
  }

  @Test(.enabled(if: Program.asOtherUser != nil, "switching users is not possible"))
  func aFileWithoutReadPermission() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    #expect(try workspace.shell("chmod 200 spec.yaml").status == 0)
    let outcome = try Outcome(
      of: (Program.asOtherUser ?? []) + [Program.path, "spec.yaml", "-o", "out"], in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: cannot read spec.yaml: Permission denied"))
    #expect(!workspace.exists("out"))
  }

  @Test func standardInputIsAFolderOrClosed() throws {
    let workspace = try Workspace()
    let folder = try workspace.shell(#""$PROGRAM" - -o out < ."#)
    #expect(folder.status == 2)
    #expect(folder.errors.hasPrefix("error: cannot read <stdin>: Is a directory"))
    let closed = try workspace.shell(#""$PROGRAM" - -o out <&-"#)
    #expect(closed.status == 2)
    #expect(closed.errors.hasPrefix("error: cannot read <stdin>: Bad file descriptor"))
  }

  @Test func pipesAreRead() throws {
    let workspace = try Workspace(["spec.yaml": Specs.store])
    let named = try workspace.shell(#"mkfifo pipe; cat spec.yaml > pipe & "$PROGRAM" pipe -o out"#)
    #expect(named.status == 0)
    let slow = try workspace.shell(
      #"{ head -c 9 spec.yaml; sleep 0.1; tail -c +10 spec.yaml; } | "$PROGRAM" - -o out"#)
    #expect(slow.status == 0)
    #expect(try workspace.read("out/pipe.template.json") == workspace.read("out/spec.template.json"))
  }

  @Test func aHugeFileIsRejectedWithoutReadingIt() throws {
    let workspace = try Workspace(["small.yaml": Specs.store])
    try workspace.write(Data(repeating: UInt8(ascii: "#"), count: 50 << 20), to: "huge.yaml")
    let limited = try workspace.shell(#"ulimit -v 2000000; exec "$PROGRAM" huge.yaml small.yaml -o out"#)
    #expect(limited.status == 1)
    #expect(limited.errors.hasPrefix("huge.yaml:1:1: error: "))
    #expect(!workspace.exists("out"))
    let endless = try workspace.run("validate", "/dev/zero")
    #expect(endless.status == 1)
  }

  private static let malformed: [(String, Data)] = [
    ("invalid UTF-8", Data(Array(Specs.store.utf8) + [0xFF, 0xFE])),
    ("UTF-16", Data([0xFF, 0xFE] + wide)),
    ("a NUL byte", Data(Array(Specs.store.utf8) + [0])),
    ("a tab", Data("apis:\n\tstore: {}\n".utf8)),
    ("an open bracket", Data("apis: {store: [\n".utf8)),
    ("nothing", Data()),
    ("a list", Data("- a\n".utf8)),
    ("two documents", Data((Specs.store + "---\n" + Specs.store).utf8)),
    ("deep nesting", Data(("apis: " + String(repeating: "[", count: 10_000)).utf8)),
    ("deep flow mappings", Data(String(repeating: "{a: ", count: 10_000).utf8)),
    ("deep blocks", Data(staircase.utf8)),
    ("an alias bomb", Data(bomb.utf8)),
  ]

  @Test(arguments: malformed)
  func aMalformedSpec(_ name: String, _ data: Data) throws {
    let workspace = try Workspace(["out/spec.template.json": "old"])
    try workspace.write(data, to: "spec.yaml")
    let outcome = try workspace.run("spec.yaml", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.prefixMatch(of: #/spec\.yaml:\d+:\d+: error: /#) != nil)
    #expect(outcome.errors.utf8.count < 100_000)
    #expect(workspace.names(in: "out") == ["spec.template.json"])
    #expect(try workspace.read("out/spec.template.json") == "old")
  }

  private static let wide: [UInt8] = Specs.store.utf8.flatMap { [$0, 0] }

  private static let staircase = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()

  /// Nine levels of ten aliases each: expanded, a thousand million strings.
  private static let bomb =
    "x-0: &a0 [b, b, b, b, b, b, b, b, b, b]\n"
    + (1...9).map { level in
      "x-\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }.joined()
    + "metadata: *a9\napis: *a9\n"
}
